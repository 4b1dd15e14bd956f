using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yakuba.Documents;

/// <summary>What a worker says first.</summary>
/// <param name="Version">Version of the messages; a worker of another one is not used.</param>
/// <param name="Walls">What the system holds back from it.</param>
internal sealed record WorkerHello(int Version, WorkerWalls Walls);

/// <summary>What a worker is asked; the bytes of the file follow in a frame of their own.</summary>
/// <param name="FileName">Name as given.</param>
/// <param name="Limits">Bounds for this file.</param>
internal sealed record WorkerRequest(string FileName, ReadLimits Limits);

/// <summary>What a worker made of a file.</summary>
/// <param name="Outcome">The document or the refusal.</param>
/// <param name="Passages">Its passages; none when it was refused.</param>
/// <param name="IsLast">The worker ends after this answer.</param>
internal sealed record WorkerAnswer(ReadOutcome Outcome, IReadOnlyList<Passage> Passages, bool IsLast);

/// <summary>The messages as JSON. Whatever a worker sends is read as strictly as a file: it may have been taken over by one.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(WorkerHello))]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
    /// <summary>Version of the messages.</summary>
    internal const int Version = 1;

    /// <summary>The most bytes of an answer. A document of more is refused: the server holds one whole document at a time.</summary>
    internal const int MostAnswer = 256 << 20;

    /// <summary>The most bytes of a hello or a request.</summary>
    internal const int MostWords = 1 << 20;

    /// <summary>The messages, with Japanese text as it is: nothing here is ever put into a page.</summary>
    internal static WorkerJson Plain => Made.Plain;

    private static class Made // apart, because the order of static fields of a class in two files is nobody's
    {
        internal static readonly WorkerJson Plain = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

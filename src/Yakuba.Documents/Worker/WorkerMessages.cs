using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yakuba.Documents;

/// <summary>What a worker says first.</summary>
/// <param name="Version">Version of the messages; a worker of another one is not used.</param>
/// <param name="Walls">What the system holds back from it.</param>
internal sealed record WorkerHello(int Version, WorkerWalls Walls);

/// <summary>What a worker is asked.</summary>
/// <param name="FileName">Name as given.</param>
/// <param name="Bytes">How long the file is: so many bytes follow the frame.</param>
/// <param name="Limits">Bounds for this file.</param>
internal sealed record WorkerRequest(string FileName, long Bytes, ReadLimits Limits);

/// <summary>What a worker made of a file; its text has come before, in parts. One of the first two is there.</summary>
/// <param name="Document">What is to be said of the document as a whole.</param>
/// <param name="Refusal">Why there is none.</param>
/// <param name="IsLast">The worker ends after this answer.</param>
internal sealed record WorkerAnswer(DocumentHead? Document, Unreadable? Refusal, bool IsLast);

/// <summary>The messages as JSON. Whatever a worker sends is read as strictly as a file: it may have been taken over by one.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(WorkerHello))]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
[JsonSerializable(typeof(List<Block>))]
[JsonSerializable(typeof(List<FaqEntry>))]
[JsonSerializable(typeof(List<Passage>))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
    /// <summary>Version of the messages.</summary>
    internal const int Version = 3;

    /// <summary>The most bytes of one part or answer: what the server holds of a document at a time.</summary>
    internal const int MostPart = 16 << 20;

    /// <summary>The most bytes of all parts together. A document of more is refused.</summary>
    internal const int MostText = 256 << 20;

    /// <summary>The most bytes of a hello or a request.</summary>
    internal const int MostWords = 1 << 20;

    /// <summary>The messages, with Japanese text as it is: nothing here is ever put into a page.</summary>
    internal static WorkerJson Plain => Made.Plain;

    private static class Made // apart, because the order of static fields of a class in two files is nobody's
    {
        internal static readonly WorkerJson Plain = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

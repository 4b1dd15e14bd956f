using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Yakuba.Documents;

/// <summary>The program's second self: a process that reads files for a server and has nothing to lose. It knows no data directory, no settings and no network.</summary>
public static class DocumentWorker
{
    /// <summary>First argument that makes the program a worker; after it the server's process id, the folder to write in and the largest file to write. Not a command of people.</summary>
    public const string Switch = "--document-worker";

    private const int StackBytes = 64 << 20; // parsers of nested formats recurse

    /// <summary>Whether the program was started as a worker.</summary>
    public static bool IsMeant(IReadOnlyList<string> arguments) => arguments.Count > 0 && arguments[0] == Switch;

    /// <summary>Reads files until the server closes the pipe.</summary>
    /// <returns>Exit code: 0 at the end, 1 when the pipe carried something else.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count != 4
            || !int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var server)
            || !long.TryParse(arguments[3], NumberStyles.None, CultureInfo.InvariantCulture, out var mostFileBytes))
        {
            return 1;
        }

        // What a library prints must not come among the frames.
        using var input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        Console.SetOut(TextWriter.Null);
        var walls = WorkerWalls.Raise(server, arguments[2], mostFileBytes);
        var code = 1;
        var reader = new Thread(() => code = Serve(input, output, walls), StackBytes);
        reader.Start();
        reader.Join();
        return code;
    }

    private static int Serve(Stream input, Stream output, WorkerWalls walls)
    {
        try
        {
            Frames.Write(output, FrameKind.Hello, JsonSerializer.SerializeToUtf8Bytes(new WorkerHello(WorkerJson.Version, walls), WorkerJson.Plain.WorkerHello));
            while (Frames.Read(input, FrameKind.Request, WorkerJson.MostWords) is { } words)
            {
                var request = JsonSerializer.Deserialize(words, WorkerJson.Plain.WorkerRequest)!;
                var content = Frames.Read(input, FrameKind.Content, Array.MaxLength);
                if (content is null || !Send(output, request, Read(request, content)))
                {
                    return 1;
                }
            }

            return 0;
        }
        catch (Exception e) when (e is IOException or FrameException or JsonException)
        {
            return 1; // the server is gone, or is none
        }
    }

    /// <summary>Reads and cuts one file. Reading can end for want of memory anywhere; then this process has no future either.</summary>
    internal static WorkerAnswer Read(WorkerRequest request, byte[] content)
    {
        try
        {
            var outcome = DocumentReader.Read(request.FileName, content, request.Limits, CancellationToken.None);
            return new WorkerAnswer(outcome, outcome is ReadDocument yes ? PassageCutter.Cut(yes.Document) : [], IsLast: false);
        }
        catch (OutOfMemoryException)
        {
            return new WorkerAnswer(Refusals.OutOfMemory(DisplayName.Of(request.FileName), request.Limits.MaxMemoryBytes), [], IsLast: true);
        }
    }

    /// <returns>False after the last answer.</returns>
    private static bool Send(Stream output, WorkerRequest request, WorkerAnswer answer)
    {
        byte[] bytes;
        try
        {
            bytes = Bytes(answer);
        }
        catch (OutOfMemoryException)
        {
            answer = new WorkerAnswer(Refusals.OutOfMemory(DisplayName.Of(request.FileName), request.Limits.MaxMemoryBytes), [], IsLast: true);
            bytes = Bytes(answer);
        }

        if (bytes.Length > WorkerJson.MostAnswer)
        {
            bytes = Bytes(new WorkerAnswer(Refusals.TooManyParts(DisplayName.Of(request.FileName)), [], answer.IsLast));
        }

        Frames.Write(output, FrameKind.Answer, bytes);
        return !answer.IsLast;
    }

    private static byte[] Bytes(WorkerAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Plain.WorkerAnswer);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Yakuba.Documents;

/// <summary>The program's second self: a process that reads files for a server and has nothing to lose. It knows no data directory, no settings and no network.</summary>
public static class DocumentWorker
{
    /// <summary>First argument that makes the program a worker; after it the server's process id, its own folder and the largest file to write. Not a command of people.</summary>
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
                var answer = Read(request, input, output);
                var bytes = Bytes(answer);
                Frames.Write(output, FrameKind.Answer, bytes.Length <= WorkerJson.MostPart ? bytes : Bytes(new WorkerAnswer(null, Refusals.TooManyParts(DisplayName.Of(request.FileName)), answer.IsLast)));
                if (answer.IsLast)
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

    /// <summary>Reads and cuts one file and sends its text. Either can end for want of memory anywhere; then this process has no future.</summary>
    private static WorkerAnswer Read(WorkerRequest request, Stream input, Stream output)
    {
        var shown = DisplayName.Of(request.FileName);
        try
        {
            var content = new byte[request.Bytes];
            input.ReadExactly(content);
            return DocumentReader.Read(request.FileName, content, request.Limits, CancellationToken.None) switch
            {
                ReadDocument read => Send(read, PassageCutter.Cut(read.Document), shown, output),
                Unreadable refusal => new WorkerAnswer(null, refusal, IsLast: false),
                var other => throw new InvalidOperationException(other.ToString()),
            };
        }
        catch (OutOfMemoryException)
        {
            return new WorkerAnswer(null, Refusals.OutOfMemory(shown, request.Limits.MaxMemoryBytes), IsLast: true);
        }
    }

    /// <summary>Sends a document's text.</summary>
    /// <returns>The answer that is to follow it.</returns>
    internal static WorkerAnswer Send(ReadDocument read, IReadOnlyList<Passage> passages, string shown, Stream output)
    {
        using var parts = new PartWriter(output);
        var (document, report) = read;
        return parts.Write(FrameKind.Blocks, document.Blocks, WorkerJson.Plain.Block)
            && parts.Write(FrameKind.Entries, document.Faq, WorkerJson.Plain.FaqEntry)
            && parts.Write(FrameKind.Passages, passages, WorkerJson.Plain.Passage)
            ? new WorkerAnswer(new DocumentHead(document.Title, document.Kind, document.Dates, report, document.Blocks.Count, document.Faq.Count, passages.Count), null, IsLast: false)
            : new WorkerAnswer(null, Refusals.TooManyParts(shown), IsLast: false);
    }

    private static byte[] Bytes(WorkerAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Plain.WorkerAnswer);
}

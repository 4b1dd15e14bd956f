using System.Text;
using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>The installation's own log: what was done with its towns, one line of canonical JSON for each act, on the disk before the act counts as done.</summary>
internal sealed class InstallationLog : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _gate = new();

    private InstallationLog(FileStream file) => _file = file;

    internal static string PathOf(string root) => Path.Combine(root, "installation.log");

    /// <summary>Opens the log, or makes it. A line that a loss of power cut short was never answered for, and goes.</summary>
    internal static InstallationLog Open(string root)
    {
        var path = PathOf(root);
        if (!File.Exists(path))
        {
            DurableFile.Write(path, []);
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfLastLine(file));
        file.Position = file.Length;
        return new InstallationLog(file);
    }

    internal void Append(TimeProvider time, string act, string town, JsonObject? facts = null)
    {
        var line = new JsonObject { ["act"] = act, ["at"] = time.GetUtcNow().ToStore(), ["facts"] = facts ?? [], ["town"] = town };
        lock (_gate)
        {
            _file.Write([.. CanonicalJson.Write(line), (byte)'\n']);
            _file.Flush(flushToDisk: true);
        }
    }

    internal static IEnumerable<string> Lines(string root) => File.Exists(PathOf(root)) ? File.ReadLines(PathOf(root), Encoding.UTF8) : [];

    public void Dispose() => _file.Dispose();

    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Faults.Tests.PowerLoss;

/// <summary>A call that changed or synced files, as it was recorded.</summary>
/// <param name="Name">The system call.</param>
/// <param name="Path">The file that it is about; for a rename or link the old name.</param>
/// <param name="Other">The new name.</param>
/// <param name="Data">What was written.</param>
/// <param name="Number">Where it was written; the length of a truncation; the mode of what is made.</param>
internal sealed partial record TracedCall(string Name, string Path, string Other, byte[] Data, long Number)
{
    /// <summary>True for <c>open</c> with O_TRUNC.</summary>
    internal bool Empties { get; private init; }

    internal bool IsSync => Name is "fsync" or "fdatasync";

    /// <summary>Reads the calls that succeeded, in the order in which they ended.</summary>
    /// <param name="lines">Output of <c>strace -f -y -xx</c>.</param>
    internal static IEnumerable<TracedCall> Read(IEnumerable<string> lines)
    {
        var begun = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var (thread, rest) = (line[..line.IndexOf(' ')], line[line.IndexOf(' ')..].TrimStart());
            if (rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = rest[..^"<unfinished ...>".Length];
                continue;
            }

            if (Resumed().Match(rest) is { Success: true } end)
            {
                rest = begun[thread] + end.Groups[1].Value;
            }

            if (Parse(rest) is { } call)
            {
                yield return call;
            }
        }
    }

    private static TracedCall? Parse(string text)
    {
        if (Called().Match(text) is not { Success: true } match || match.Groups[3].Value.StartsWith('-'))
        {
            return null;
        }

        var (name, arguments) = (match.Groups[1].Value, match.Groups[2].Value);
        var quoted = Quoted().Matches(arguments).Select(m => Bytes(m.Groups[1].Value)).ToList();
        var last = arguments[(arguments.LastIndexOf(", ", StringComparison.Ordinal) + 1)..].Trim();
        return name switch
        {
            "openat" or "open" when arguments.Contains("O_CREAT", StringComparison.Ordinal) || arguments.Contains("O_TRUNC", StringComparison.Ordinal) =>
                new("open", Text(quoted[0]), "", [], Octal(last)) { Empties = arguments.Contains("O_TRUNC", StringComparison.Ordinal) },
            "openat" or "open" => null,
            "pwrite64" => new(name, Held(arguments), "", quoted[0], Whole(last)),
            "fsync" or "fdatasync" => new(name, Held(arguments), "", [], 0),
            "ftruncate" => new("truncate", Held(arguments), "", [], Whole(last)),
            "truncate" => new(name, Text(quoted[0]), "", [], Whole(last)),
            "rename" or "renameat" or "renameat2" => new("rename", Text(quoted[0]), Text(quoted[1]), [], 0),
            "link" or "linkat" => new("link", Text(quoted[0]), Text(quoted[1]), [], 0),
            "unlink" or "unlinkat" or "rmdir" => new("unlink", Text(quoted[0]), "", [], 0),
            "mkdir" or "mkdirat" => new("mkdir", Text(quoted[0]), "", [], Octal(last)),
            _ => throw new NotSupportedException("No picture of the disk can be made with " + name),
        };
    }

    /// <summary>The path behind the first file descriptor; empty for a file that has no name any more.</summary>
    private static string Held(string arguments) =>
        Descriptor().Match(arguments) is { Success: true } match && !match.Groups[2].Success ? Text(Bytes(match.Groups[1].Value)) : "";

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace("\\x", "", StringComparison.Ordinal));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long Octal(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) ? Convert.ToInt64(text, 8) : Convert.ToInt64("644", 8);

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>(.*)$")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(\w+)\((.*)\)\s+= (\S+)")]
    private static partial Regex Called();

    [GeneratedRegex("\"((?:\\\\x[0-9a-f]{2})*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\d+<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?")]
    private static partial Regex Descriptor();
}

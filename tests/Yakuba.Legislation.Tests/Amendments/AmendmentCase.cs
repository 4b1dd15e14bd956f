using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>A hand-written amendment: the text before and after, and the lines that a 法規担当 would write.</summary>
/// <param name="Name">File without its ending.</param>
/// <param name="Old">The text as it stands.</param>
/// <param name="New">As it is to be; empty for an amendment that cannot be carried out.</param>
/// <param name="Amendment">The amending ordinance.</param>
internal sealed record AmendmentCase(string Name, Enactment Old, Enactment? New, string[] Amendment)
{
    private static readonly AmendmentCase[] s_all =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "amendments"), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    internal static IEnumerable<AmendmentCase> Right => s_all.Where(c => c.New is not null);

    internal static IEnumerable<AmendmentCase> Wrong => s_all.Where(c => c.New is null);

    private static AmendmentCase Read(string path)
    {
        var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n== ").ToDictionary(p => p.Split('\n')[0], p => p.Split('\n')[1..]);
        return new(Path.GetFileNameWithoutExtension(path), Text(parts["旧"]), parts.TryGetValue("新", out var lines) ? Text(lines) : null, [.. parts["改め文"].Where(l => l.Length > 0)]);
    }

    /// <summary>A line with tabs is a row of a table.</summary>
    private static Enactment Text(string[] lines) => EnactmentParser.Parse(lines.Select(l => l.Contains('\t', StringComparison.Ordinal) ? '\t' + l : l)).Enactment;
}

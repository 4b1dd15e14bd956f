using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>A hand-written amendment: the text before and after, and the sentences that a 法規担当 would write.</summary>
internal sealed record AmendmentCase(string Name, string Old, string New, string[] Sentences)
{
    internal static IReadOnlyList<AmendmentCase> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "amendments"), "*.txt").Order(StringComparer.Ordinal).SelectMany(f => Read(File.ReadAllText(f)))];

    internal Enactment Before => EnactmentParser.Parse(Old).Enactment;

    internal Enactment After => EnactmentParser.Parse(New).Enactment;

    /// <summary>The sentences below their enacting sentence.</summary>
    internal IEnumerable<string> Amendment => ["　" + Before.Name + "の一部を次のように改正する。", .. Sentences];

    /// <summary>### name, --- 旧, --- 新, --- 改め文.</summary>
    private static IEnumerable<AmendmentCase> Read(string text)
    {
        foreach (var part in text.ReplaceLineEndings("\n").Split("### ", StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split("--- ");
            string Piece(string name) => pieces.First(p => p.StartsWith(name + "\n", StringComparison.Ordinal))[(name.Length + 1)..].TrimEnd('\n');
            yield return new(pieces[0].Trim(), Piece("旧"), Piece("新"), Piece("改め文").Split('\n'));
        }
    }
}

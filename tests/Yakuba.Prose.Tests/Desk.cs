using Yakuba.Text;

namespace Yakuba.Prose.Tests;

/// <summary>The linter over the installed dictionary, opened once.</summary>
internal static class Desk
{
    internal static Lexicon Lexicon { get; } = Lexicon.OpenInstalled();

    internal static Linter Linter { get; } = new(Lexicon);

    /// <summary>What a rule finds, as it stands in the text.</summary>
    internal static IEnumerable<string> Found(string text, string rule, ProseKind? kind = null) =>
        Linter.Check(text, new LintOptions(kind)).Where(f => f.Rule == rule).Select(f => text.Substring(f.Start, f.Length));
}

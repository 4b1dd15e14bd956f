using System.Text.RegularExpressions;
using Yakuba.Testing;

namespace Yakuba.Tests.Architecture;

/// <summary>What a Markdown text claims to exist: links, paths, verbs of <c>./dev</c>, commands of <c>yakuba</c>.</summary>
/// <param name="Path">The text's own path from the root.</param>
/// <param name="Text">The text.</param>
internal sealed partial record DocText(string Path, string Text)
{
    private static readonly string[] Tops = ["src/", "tests/", "docs/", "bench/", "samples/", "build/"];

    /// <summary>Code: what stands in backquotes, and each line of a code block.</summary>
    internal IReadOnlyList<string> Code { get; } = [.. Blocks().Matches(Text).SelectMany(m => m.Groups[1].Value.Split('\n')).Concat(Spans().Matches(Blocks().Replace(Text, "")).Select(m => m.Groups[1].Value))];

    /// <summary>Local targets of links, as paths from the root, with the part after <c>#</c>.</summary>
    internal IEnumerable<(string File, string Anchor)> Links => Targets().Matches(Blocks().Replace(Text, ""))
        .Select(m => m.Groups[1].Value)
        .Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith("mailto:", StringComparison.Ordinal))
        .Select(t => t.Split('#'))
        .Select(t => (t[0].Length == 0 ? Path : Beside(Uri.UnescapeDataString(t[0])), t.Length > 1 ? t[1] : ""));

    /// <summary>Files and folders named in code; those with a placeholder (<c>…</c>, <c>*</c>, <c>NNNN</c>, <c>&lt;</c>) are patterns, not names.</summary>
    internal IEnumerable<string> Paths => Code.SelectMany(c => c.Split(' ', '(', ')', ',', ';', '"', '\'', '='))
        .Select(w => w.StartsWith("./", StringComparison.Ordinal) ? w[2..] : w)
        .Where(w => Tops.Any(t => w.StartsWith(t, StringComparison.Ordinal)) && !Placeholder().IsMatch(w))
        .Select(w => w.TrimEnd('/', '.', ':'));

    /// <summary>Verbs after <c>./dev</c>.</summary>
    internal IEnumerable<string> Verbs => Code.SelectMany(c => DevVerb().Matches(c)).Select(m => m.Groups[1].Value);

    /// <summary>Words after <c>yakuba</c> up to the end of the command: names of commands, then arguments and options.</summary>
    internal IEnumerable<string[]> Commands => Code.SelectMany(c => Command().Matches(c)).Select(m => m.Groups[1].Value.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Anchors that headings of the text make, as GitHub forms them.</summary>
    internal IEnumerable<string> Anchors => Headings().Matches(Text).Select(m => NotInAnchor().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private string Beside(string target) => System.IO.Path.GetRelativePath(
        Repository.Root, System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(SourceTree.PathOf(Path))!)).Replace('\\', '/');

    [GeneratedRegex("```[a-z]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Spans();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Targets();

    [GeneratedRegex(@"[…*<>{}\[\]$~|]|NNNN|DIR\b|NAME\b|FILE\b")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:^|[\s;&])\./dev ([a-z]+)")]
    private static partial Regex DevVerb();

    [GeneratedRegex(@"(?:^|[\s/;&])yakuba ((?:-?-?[a-z](?:[^|&;#()）（、。 ]| (?! ))*))")]
    private static partial Regex Command();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}

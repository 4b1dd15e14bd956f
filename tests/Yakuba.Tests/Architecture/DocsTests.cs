using System.CommandLine;
using System.Text.RegularExpressions;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Tests.Architecture;

/// <summary>What the docs name exists.</summary>
public sealed partial class DocsTests
{
    private static readonly DocText Control = new(
        "docs/control.md",
        "See [that](missing.md) and [this](ARCHITECTURE.md#nowhere), `src/Yakuba.Nowhere/Nothing.cs`, `./dev conjure`, `yakuba conjure` and `yakuba ask --loudly`.");

    private static readonly IReadOnlyList<DocText> Docs =
        [.. SourceTree.Files("", ".md").Where(f => !f.StartsWith("samples/town/", StringComparison.Ordinal) && !f.StartsWith("samples/source/", StringComparison.Ordinal)).Select(f => new DocText(f, SourceTree.Text(f)))];

    [Fact]
    public void There_are_docs() => Assert.True(Docs.Count > 5);

    [Fact]
    public void Links_lead_somewhere() => Faults.None(Docs.SelectMany(DeadLinks));

    [Fact]
    public void Files_and_folders_exist() => Faults.None(Docs.SelectMany(MissingPaths));

    [Fact]
    public void Verbs_of_dev_exist() => Faults.None(Docs.SelectMany(UnknownVerbs));

    [Fact]
    public void Commands_and_options_of_yakuba_exist() => Faults.None(Docs.SelectMany(UnknownCommands));

    [Fact]
    public void The_glossary_names_code_that_exists()
    {
        var known = Product.WithEngines.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMembers(Anything).Select(m => m.Name).Append(t.Name.Split('`')[0]).Concat((t.Namespace ?? "").Split('.'))).ToHashSet();
        var glossary = Docs.Single(d => d.Path == "docs/glossary.md");
        Faults.None(glossary.Code.Where(c => Identifier().IsMatch(c)).SelectMany(c => c.Split('.', '/')).Where(n => !known.Contains(n)));
        Assert.DoesNotContain("RabbitHole", known);
    }

    [Fact]
    public void What_does_not_exist_is_noticed()
    {
        Assert.Equal(2, DeadLinks(Control).Count());
        Assert.Single(MissingPaths(Control));
        Assert.Single(UnknownVerbs(Control));
        Assert.Equal(2, UnknownCommands(Control).Count());
    }

    private const System.Reflection.BindingFlags Anything = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
        | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly;

    private static IEnumerable<string> DeadLinks(DocText doc) => doc.Links
        .Where(l => !Exists(l.File) || (l.Anchor.Length > 0 && l.File.EndsWith(".md", StringComparison.Ordinal) && !new DocText(l.File, SourceTree.Text(l.File)).Anchors.Contains(Uri.UnescapeDataString(l.Anchor))))
        .Select(l => $"{doc.Path}: {l.File} {l.Anchor}");

    private static IEnumerable<string> MissingPaths(DocText doc) => doc.Paths.Where(p => !Exists(p)).Select(p => $"{doc.Path}: {p}");

    private static IEnumerable<string> UnknownVerbs(DocText doc) => doc.Verbs.Except(DevVerbs()).Select(v => $"{doc.Path}: ./dev {v}");

    private static IEnumerable<string> UnknownCommands(DocText doc)
    {
        var root = new RootCommand { SharedOptions.Data, SharedOptions.Json };
        foreach (var command in Rooms.Commands(new CommandContext("", "", TextReader.Null, new CommandOutput(TextWriter.Null, TextWriter.Null, false, false))))
        {
            root.Subcommands.Add(command);
        }

        return doc.Commands.Select(words => (Words: words, Fault: Fault(root, words))).Where(c => c.Fault.Length > 0).Select(c => $"{doc.Path}: yakuba {string.Join(' ', c.Words)}: {c.Fault}");
    }

    /// <summary>What is wrong with a command line as docs write it; empty when nothing is.</summary>
    private static string Fault(RootCommand root, string[] words)
    {
        Command at = root;
        var shared = root.Options.ToList();
        foreach (var word in words)
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                var name = word.TrimEnd(']').Split('=')[0];
                if (!at.Options.Concat(shared).Any(o => o.Name == name || o.Aliases.Contains(name)))
                {
                    return $"no option {name}";
                }
            }
            else if (at.Subcommands.Count > 0 && (at.Arguments.Count == 0 || at.Subcommands.Any(s => s.Name == word))) // `import PATH`, but also `import status`
            {
                var choices = word.Split('|');
                if (choices.FirstOrDefault(c => at.Subcommands.All(s => s.Name != c)) is { } unknown)
                {
                    return $"no command {unknown}";
                }

                at = at.Subcommands.Single(s => s.Name == choices[0]);
            }
        }

        return "";
    }

    private static IEnumerable<string> DevVerbs() => DevCase().Matches(SourceTree.Text("dev")).Select(m => m.Groups[1].Value);

    private static bool Exists(string path) => File.Exists(SourceTree.PathOf(path)) || Directory.Exists(SourceTree.PathOf(path));

    [GeneratedRegex(@"^  ([a-z]+)\) ", RegexOptions.Multiline)]
    private static partial Regex DevCase();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+([./][A-Z][A-Za-z]+)*$")]
    private static partial Regex Identifier();
}

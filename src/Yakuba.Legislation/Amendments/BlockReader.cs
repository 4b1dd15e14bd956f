using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Reads provisions that follow a sentence, and provisions with such lines put into them, as the parser reads a whole enactment.</summary>
internal static class BlockReader
{
    /// <summary>An article before the lines tells the parser that 項 have numbers here.</summary>
    private static readonly string[] s_numbered = ["第一条　前置き。", "２　前置き。"];

    /// <param name="lines">As the text form of an enactment writes them.</param>
    /// <param name="draft">Where they will stand.</param>
    /// <param name="part">The 附則 that they will stand in, or the root.</param>
    internal static ImmutableArray<Provision> Read(ImmutableArray<string> lines, Draft draft, DraftNode part)
    {
        var first = LineShape.Of(lines[0]).Kind;
        var before = first is LineKind.Supplement or LineKind.Appendix || !NumbersParagraphs(part) ? [] : s_numbered;
        return [.. new TreeBuilder(new SourceLines([.. before, .. lines]), draft.Captions, []).Build(0).Skip(before.Length > 0 ? 1 : 0)];
    }

    /// <summary>Writes a node with lines put into it and reads it again.</summary>
    /// <returns>Null where it no longer reads as one provision of its kind.</returns>
    internal static DraftNode? Again(DraftNode node, Draft draft)
    {
        var provisions = Read(EnactmentText.Write(node.ToProvision(), draft.Captions), draft, Part(node));
        return provisions.Length == 1 && provisions[0].Kind == node.Kind ? DraftNode.Of(provisions[0], node.Parent) : null;
    }

    /// <summary>The 附則 that a node stands in, or the root.</summary>
    internal static DraftNode Part(DraftNode node)
    {
        while (node.Parent is { } parent && node.Kind is not (ProvisionKind.Supplement or ProvisionKind.Appendix or ProvisionKind.Form))
        {
            node = parent;
        }

        return node;
    }

    private static bool NumbersParagraphs(DraftNode part) =>
        part.Children.Any(c => c is { Kind: ProvisionKind.Paragraph, Number.Main: 2, Label.Length: > 0 }
            || (c.Kind == ProvisionKind.Article || c.IsHeading ? NumbersParagraphs(c) : false));
}

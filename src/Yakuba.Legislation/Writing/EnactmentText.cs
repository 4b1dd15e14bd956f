using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>The text form of an enactment: one line for each 見出し, 条, 項, 号, line of text and row of a table, without blank lines and indents.</summary>
/// <remarks>
/// A label and its text are divided by one ideographic space; a row of a table begins with a tab, and tabs divide its cells.
/// <see cref="EnactmentParser"/> reads it back: for every enactment that came from the parser, Parse(Write(e)) is e.
/// </remarks>
public static class EnactmentText
{
    private const char Blank = '　';

    /// <summary>Writes an enactment.</summary>
    /// <returns>Lines without line ends. Apart from blanks they hold every character of the lines that the enactment was parsed from, in the same order.</returns>
    public static ImmutableArray<string> Write(Enactment enactment)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        AddLine(lines, ProvisionKind.Line, "", enactment.Title);
        lines.AddRange(enactment.Front);
        lines.AddRange(enactment.Contents);
        lines.AddRange(enactment.Preamble);
        foreach (var provision in enactment.Provisions)
        {
            Add(lines, provision, enactment.Captions);
        }

        return lines.DrainToImmutable();
    }

    /// <summary>Writes one provision and all below it, as it stands in its enactment.</summary>
    public static ImmutableArray<string> Write(Provision provision, CaptionPlace captions = CaptionPlace.Above)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        Add(lines, provision, captions);
        return lines.DrainToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder lines, Provision provision, CaptionPlace captions)
    {
        var isArticle = provision.Kind == ProvisionKind.Article;
        var behind = isArticle && captions == CaptionPlace.BehindNumber;
        if (provision.Caption.Length > 0 && !behind)
        {
            lines.Add(provision.Caption);
        }

        // The text of an article stands in its first 項, which has no number of its own and shares the article's line.
        var shared = isArticle && provision.Children is [{ Kind: ProvisionKind.Paragraph, Label: "", Caption: "" } first, ..] ? first : null;
        var head = behind ? provision.Label + provision.Caption : provision.Label;
        if (provision.Table is { } table)
        {
            lines.AddRange(table.Rows.Select(row => string.Concat(row.Select(cell => '\t' + cell))));
        }
        else
        {
            AddLine(lines, provision.Kind, head, shared?.Text ?? provision.Text);
        }

        foreach (var child in shared is null ? provision.Children : [.. shared.Children, .. provision.Children.Skip(1)])
        {
            Add(lines, child, captions);
        }
    }

    /// <summary>附則（平成…）and 別表（第三条関係）: a bracket follows the name at once.</summary>
    private static void AddLine(ImmutableArray<string>.Builder lines, ProvisionKind kind, string label, string text)
    {
        var joined = text.StartsWith('（') || text.StartsWith('(') || text.StartsWith('〔') || text.StartsWith('［');
        var tight = label.Length == 0 || text.Length == 0 || (joined && kind is ProvisionKind.Supplement or ProvisionKind.Appendix or ProvisionKind.Form);
        if (label.Length + text.Length > 0)
        {
            lines.Add(tight ? label + text : label + Blank + text);
        }
    }
}

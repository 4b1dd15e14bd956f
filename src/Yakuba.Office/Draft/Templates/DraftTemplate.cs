using System.Text.RegularExpressions;
using Yakuba.Office.Draft.Text;

namespace Yakuba.Office.Draft.Templates;

/// <summary>A kind of document as data: what is asked for, and the lines into which it is put. A field stands as its name in braces: <c>{事業名}について（通知）</c>.</summary>
public sealed partial record DraftTemplate
{
    /// <summary>Stable key: <c>notice</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it: 通知.</summary>
    public required string Name { get; init; }

    /// <summary>The layout.</summary>
    public PaperForm Form { get; init; }

    /// <summary>Pattern of the number that it gets when it is sent; empty where it gets none. The municipality's rule comes before it.</summary>
    public string Number { get; init; } = "";

    /// <summary>When to take it, in a sentence.</summary>
    public string Use { get; init; } = "";

    /// <summary>What is asked for, in the order of the form.</summary>
    public IReadOnlyList<TemplateSlot> Slots { get; init; } = [];

    /// <summary>Lines of 宛名.</summary>
    public IReadOnlyList<string> Addressee { get; init; } = [];

    /// <summary>Put after each addressee: 様, 殿, 御中. May be empty.</summary>
    public string Honorific { get; init; } = "";

    /// <summary>Lines of 発信者名.</summary>
    public IReadOnlyList<string> Issuer { get; init; } = [];

    /// <summary>The pattern of 件名; may be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>Items of 「記」.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Lines of 別紙.</summary>
    public IReadOnlyList<string> Attachment { get; init; } = [];

    /// <summary>Lines of 担当.</summary>
    public IReadOnlyList<string> Contact { get; init; } = [];

    /// <summary>The lines of a part.</summary>
    public IReadOnlyList<string> LinesOf(PartRole role) => role switch
    {
        PartRole.Addressee => Addressee,
        PartRole.Issuer => Issuer,
        PartRole.Subject => Subject.Length == 0 ? [] : [Subject],
        PartRole.Body => Body,
        PartRole.Items => Items,
        PartRole.Attachment => Attachment,
        _ => Contact,
    };

    /// <summary>A line cut into words and fields, in order.</summary>
    /// <returns>Text with false for words; the name of a field with true.</returns>
    public static IEnumerable<(string Text, bool IsField)> Cut(string line)
    {
        var at = 0;
        foreach (Match field in Field().Matches(line))
        {
            if (field.Index > at)
            {
                yield return (line[at..field.Index], false);
            }

            yield return (field.Groups[1].Value, true);
            at = field.Index + field.Length;
        }

        if (at < line.Length)
        {
            yield return (line[at..], false);
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Field();
}

using System.Text.Json.Serialization;

namespace Yakuba.Papers;

/// <summary>A line of a document, which may run over several lines of paper: a paragraph.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Runs">Its text in order; none prints an empty line.</param>
public sealed record PaperLine(LineRole Role, IReadOnlyList<PaperRun> Runs) : PaperBlock
{
    /// <summary>Deepest level of an item: (a).</summary>
    public const int DeepestItem = 7;

    /// <summary>For items 1 (第１) to 7 ((a)), for subheadings 1 to 3; elsewhere the level of the item it stands under, or 0.</summary>
    public int Level { get; init; }

    /// <summary>Whether the numbers begin anew with this item.</summary>
    public bool Restart { get; init; }

    /// <summary>What stands before the text in a column of its own, such as 日時 or a speaker; empty for none. For items and <see cref="LineRole.Labelled"/>.</summary>
    public string Label { get; init; } = "";

    /// <summary>Width of that column in full-width characters; a shorter label is spread over it (均等割付). 0 takes the label's own.</summary>
    public int LabelWidth { get; init; }

    /// <summary>For a sender: whether a seal will be put beside it, and room is left.</summary>
    public bool Seal { get; init; }

    /// <summary>Characters by which all its lines are drawn in, beside what the role does; for cells and text outside the forms.</summary>
    public double Indent { get; init; }

    /// <summary>Characters by which the first line is drawn in further; below 0 it hangs out. Null leaves it to the role.</summary>
    public double? FirstLine { get; init; }

    /// <summary>The text without marks and label.</summary>
    [JsonIgnore]
    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>A line of plain text.</summary>
    public static PaperLine Of(LineRole role, string text) => new(role, [new PaperRun(text)]);

    /// <summary>An item of plain text.</summary>
    /// <param name="level">1 (第１) to 7 ((a)).</param>
    /// <param name="text">Its text without the number.</param>
    public static PaperLine Item(int level, string text) => Of(LineRole.Item, text) with { Level = level };

    /// <summary>An item with a label: １　日　時　令和…</summary>
    /// <param name="level">1 (第１) to 7 ((a)).</param>
    /// <param name="label">The label as a word, 日時; it is spread when printed.</param>
    /// <param name="width">Width of the labels of this list, in full-width characters.</param>
    /// <param name="text">What it says.</param>
    public static PaperLine Item(int level, string label, int width, string text) => Item(level, text) with { Label = label, LabelWidth = width };
}

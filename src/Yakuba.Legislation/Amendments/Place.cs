using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>What an amending sentence names beside provisions.</summary>
internal enum PlaceRoot
{
    Provisions,
    Title,
    Contents,
    Preamble,
}

/// <summary>Which part of a provision a sentence means.</summary>
internal enum PlacePart
{
    All,

    /// <summary>各号列記以外の部分.</summary>
    Lead,

    /// <summary>本文: without ただし書.</summary>
    Main,

    /// <summary>ただし書.</summary>
    Proviso,

    /// <summary>前段.</summary>
    FirstSentence,

    /// <summary>後段.</summary>
    SecondSentence,

    /// <summary>見出し.</summary>
    Caption,

    /// <summary>（見出しを含む。）.</summary>
    WithCaption,

    /// <summary>章名, 節名.</summary>
    Heading,

    /// <summary>項番号: the written number of the only 項.</summary>
    Number,

    /// <summary>見出し及び項番号.</summary>
    CaptionAndNumber,

    /// <summary>備考 below a table.</summary>
    Notes,

    /// <summary>各号.</summary>
    EachItem,
}

/// <summary>One step down: 第3条, 第2項, イ, 附則, 別表第1.</summary>
/// <param name="Kind">Of イ and below always <see cref="ProvisionKind.Subitem1"/>: the label tells the depth.</param>
/// <param name="Number">None for 附則, 別表 and what stands below a 号.</param>
/// <param name="Label">Of what has no number: イ, (1), 別表第1; of a 附則 what stands in its brackets.</param>
internal readonly record struct PlaceStep(ProvisionKind Kind, ProvisionNumber Number, string Label = "");

/// <summary>What an amending sentence names, written out: no 同条 and no 同項 left.</summary>
/// <param name="Row">Of a table, the first cell of a row; empty for none.</param>
internal sealed record Place(PlaceRoot Root, ImmutableArray<PlaceStep> Steps, PlacePart Part = PlacePart.All, string Row = "")
{
    internal static Place Nowhere { get; } = new(PlaceRoot.Provisions, []);

    internal PlaceStep Last => Steps.IsEmpty ? default : Steps[^1];

    internal bool IsNowhere => Root == PlaceRoot.Provisions && Steps.IsEmpty;

    internal bool Has(ProvisionKind kind) => Steps.Any(s => s.Kind == kind);

    /// <summary>The place down to its last step of a kind: what 同条 and 同項 mean. Nothing when there is none.</summary>
    internal Place? Down(ProvisionKind kind)
    {
        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            if (Steps[i].Kind == kind)
            {
                return new(Root, Steps[..(i + 1)]);
            }
        }

        return null;
    }

    /// <summary>The place above the first step of a kind or deeper: what 第2項 alone hangs on.</summary>
    internal Place Above(ProvisionKind kind) =>
        new(PlaceRoot.Provisions, [.. Steps.TakeWhile(s => s.Kind < kind || s.Kind >= ProvisionKind.Supplement)]);

    internal Place With(PlaceStep step) => new(Root, Steps.Add(step));
}

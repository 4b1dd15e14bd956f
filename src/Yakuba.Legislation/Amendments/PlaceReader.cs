using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Reads what an amending sentence names: 第3条第1項ただし書, 同項第2号イ, 附則第3項, 別表第1の2の項.</summary>
internal static partial class PlaceReader
{
    private const string Units = "編章節款目条項号";

    /// <summary>The place that begins at the index and where it ends; null when none does, or 同条 has nothing before it.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="before">The place named last: what 同条 and 第2項 alone hang on.</param>
    /// <param name="inherit">Whether 第3条 alone lies in the 附則 named last, as in a list or behind 附則中.</param>
    internal static (Place Place, int End)? Read(string text, int at, Place before, bool inherit)
    {
        if (Root().Match(text, at) is { Success: true } root)
        {
            var kind = root.Value switch { "題名" => PlaceRoot.Title, "目次" => PlaceRoot.Contents, _ => PlaceRoot.Preamble };
            return (new Place(kind, []), at + root.Length);
        }

        if (Start(text, at, before) is not { } start)
        {
            return null;
        }

        var (place, end) = start;
        var isFirst = end == at;
        while (Step(text, end, place) is { } step)
        {
            place = isFirst ? Hang(before, step.Step.Kind, inherit).With(step.Step) : place.With(step.Step);
            (isFirst, end) = (false, step.End);
        }

        if (isFirst)
        {
            return null;
        }

        return Row(text, end, place) is { } row ? row : Part(text, end, place);
    }

    /// <summary>(ア) alone, and what lies below it.</summary>
    internal static (Place Place, int End)? ReadBelow(string text, int at, Place within)
    {
        var (place, end) = (within, at);
        while (Below().Match(text, end) is { Success: true } mark && place.Last.Kind is ProvisionKind.Item or ProvisionKind.Subitem1)
        {
            (place, end) = (place.With(new(ProvisionKind.Subitem1, default, mark.Value)), end + mark.Length);
        }

        return end == at ? null : Part(text, end, place);
    }

    /// <summary>What a step alone hangs on: 第2項 on the article named last, 第3条 on nothing.</summary>
    private static Place Hang(Place before, ProvisionKind kind, bool inherit) => kind switch
    {
        ProvisionKind.Paragraph or ProvisionKind.Item => before.Above(kind),
        ProvisionKind.Section or ProvisionKind.Subsection or ProvisionKind.Division => before.Above(kind),
        ProvisionKind.Article when inherit && before.Has(ProvisionKind.Supplement) => before.Down(ProvisionKind.Supplement)!,
        _ => Place.Nowhere,
    };

    /// <summary>附則, 別表第1, 同条: what a place may begin with. Nothing read is a place of steps alone.</summary>
    private static (Place Place, int End)? Start(string text, int at, Place before)
    {
        if (Same().Match(text, at) is { Success: true } same)
        {
            var unit = same.Groups["unit"].Value;
            var place = unit switch
            {
                "附則" => before.Down(ProvisionKind.Supplement),
                "表" or "別表" => before.Down(ProvisionKind.Appendix) ?? before.Down(ProvisionKind.Form),
                "様式" => before.Down(ProvisionKind.Form),
                "項" when before.Row.Length > 0 => before,
                _ => before.Down((ProvisionKind)Units.IndexOf(unit, StringComparison.Ordinal)),
            };
            return place is null ? null : (place, at + same.Length);
        }

        if (Supplement().Match(text, at) is { Success: true } supplement)
        {
            return (Place.Nowhere.With(new(ProvisionKind.Supplement, default, supplement.Groups["by"].Value)), at + supplement.Length);
        }

        if (Appendix().Match(text, at) is { Success: true } appendix)
        {
            var kind = appendix.Value.Contains("様式", StringComparison.Ordinal) ? ProvisionKind.Form : ProvisionKind.Appendix;
            return (Place.Nowhere.With(new(kind, default, appendix.Value)), at + appendix.Length);
        }

        return Body().Match(text, at) is { Success: true } body ? (Place.Nowhere, at + body.Length) : (Place.Nowhere, at);
    }

    private static (PlaceStep Step, int End)? Step(string text, int at, Place place)
    {
        if (Numbered().Match(text, at) is { Success: true } match)
        {
            var parts = match.Groups["n"].Captures.Select(c => LegalNumeral.Read(c.ValueSpan) ?? -1).ToArray();
            var kind = (ProvisionKind)Units.IndexOf(match.Groups["unit"].Value, StringComparison.Ordinal);
            return parts.Contains(-1) ? null : (new(kind, ProvisionNumber.Of(parts)), at + match.Length);
        }

        var below = place.Last.Kind is ProvisionKind.Item or ProvisionKind.Subitem1;
        return below && Below().Match(text, at) is { Success: true } mark ? (new(ProvisionKind.Subitem1, default, mark.Value), at + mark.Length) : null;
    }

    /// <summary>The row of a table is named by its first cell: 別表第1の2の項, 同表3の項.</summary>
    private static (Place Place, int End)? Row(string text, int end, Place place)
    {
        if (place.Row.Length > 0 || place.Last.Kind is not (ProvisionKind.Appendix or ProvisionKind.Form) || RowName().Match(text, end) is not { Success: true } row)
        {
            return null;
        }

        return (place with { Row = row.Groups["row"].Value }, end + row.Length);
    }

    private static (Place Place, int End) Part(string text, int end, Place place)
    {
        var match = PartName().Match(text, end);
        PlacePart? part = !match.Success ? null : match.Value.TrimStart('の') switch
        {
            "各号列記以外の部分" => PlacePart.Lead,
            "本文" => PlacePart.Main,
            "ただし書" => PlacePart.Proviso,
            "前段" => PlacePart.FirstSentence,
            "後段" => PlacePart.SecondSentence,
            "見出し" or "前の見出し" => PlacePart.Caption,
            "（見出しを含む。）" => PlacePart.WithCaption,
            "各号" => PlacePart.EachItem,
            "項番号" => PlacePart.Number,
            "見出し及び項番号" => PlacePart.CaptionAndNumber,
            _ when match.Value.StartsWith("備考", StringComparison.Ordinal) => PlacePart.Notes,
            _ => PlacePart.Heading,
        };
        return part is null ? (place, end) : (place with { Part = part.Value }, end + match.Length);
    }

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,7}";

    [GeneratedRegex(@"\G(?:題名|目次|前文)")]
    private static partial Regex Root();

    [GeneratedRegex(@"\G同(?<unit>附則|別表|様式|[編章節款目条項号表])")]
    private static partial Regex Same();

    [GeneratedRegex(@"\G附[\s　]*則(?:（(?<by>[^（）]*(?:（[^（）]*）[^（）]*)*)）)?")]
    private static partial Regex Supplement();

    [GeneratedRegex(@"\G(?:(?:別表|別図|別記|別紙|別添|付録|附録)(?:様式)?(?:第?" + N + "(?:号(?:様式)?)?)?(?:の(?>" + N + @")(?!の?項)){0,3}|様式(?:第" + N + "号?)?(?:の" + N + "){0,3}|第" + N + "号(?:の" + N + ")?様式(?:の" + N + "){0,3})")]
    private static partial Regex Appendix();

    [GeneratedRegex(@"\G本則(?:中(?=第)|(?=[第に]))")]
    private static partial Regex Body();

    [GeneratedRegex(@"\G第(?<n>" + N + ")(?<unit>[編章節款目条項号])(?!様式)(?:の(?<n>" + N + ")(?![条項号編章節]))*")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\G(?:[ア-ン](?![ア-ンー])(?:の" + N + @")?|[（(][ア-ンｱ-ﾝ0-9０-９一二三四五六七八九十a-zａ-ｚ]{1,4}[）)]|[a-zａ-ｚ](?![a-zａ-ｚ])|[⑴-⒇①-⑳]|[一二三四五六七八九十]{1,4}(?=[をにの中及、か]))")]
    private static partial Regex Below();

    [GeneratedRegex(@"\G(?:の表)?(?:の|中)?(?<row>[^「」、。]{1,60}?)の項(?=[をのに中及か]|$)")]
    private static partial Regex RowName();

    [GeneratedRegex(@"\G(?:各号列記以外の部分|本文|ただし書|前段|後段|の見出し及び項番号|の項番号|備考(?:" + N + ")?|の前の見出し|の見出し|見出し|（見出しを含む。）|各号|の?(?:編名|章名|節名|款名|目名))")]
    private static partial Regex PartName();
}

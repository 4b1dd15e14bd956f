namespace Yakuba.Legislation;

/// <summary>Writes places as amending sentences name them.</summary>
internal static class PlaceWords
{
    private const string Units = "編章節款目条項号";

    /// <param name="place">What is named.</param>
    /// <param name="digits">A number in the digits to write: "1", "１" or "一".</param>
    internal static string Write(Place place, string digits = "1")
    {
        var root = place.Root switch
        {
            PlaceRoot.Title => "題名",
            PlaceRoot.Contents => "目次",
            PlaceRoot.Preamble => "前文",
            _ => "",
        };
        return root + string.Concat(place.Steps.Select(s => Step(s, digits))) + (place.Row.Length > 0 ? "の" + place.Row + "の項" : "") + Part(place);
    }

    /// <summary>第3条の2, イ, 附則, 別表第1.</summary>
    internal static string Step(PlaceStep step, string digits) => step.Kind switch
    {
        ProvisionKind.Supplement => step.Label.Length > 0 ? $"附則（{step.Label}）" : "附則",
        _ when step.Number.IsNone => step.Label,
        _ => Number(step.Kind, step.Number, digits),
    };

    /// <summary>第3条の2, 第5条から第7条まで.</summary>
    internal static string Number(ProvisionKind kind, ProvisionNumber number, string digits) => number.IsRange
        ? $"{One(kind, number.Parts.AsSpan(), digits)}から{One(kind, number.Through.AsSpan(), digits)}まで"
        : One(kind, number.Parts.AsSpan(), digits);

    /// <summary>1条, 2項, 1章: how many of a kind. 一条 where numbers are written in kanji.</summary>
    internal static string Count(int count, ProvisionKind kind, string digits) => LegalNumeral.Write(count, digits) + Unit(kind);

    internal static string Unit(ProvisionKind kind) => kind switch
    {
        <= ProvisionKind.Item => Units[(int)kind].ToString(),
        ProvisionKind.Appendix => "表",
        ProvisionKind.Form => "様式",
        ProvisionKind.Supplement => "附則",
        _ => "",
    };

    private static string One(ProvisionKind kind, ReadOnlySpan<int> parts, string digits)
    {
        var text = "第" + LegalNumeral.Write(parts[0], digits) + Units[(int)kind];
        foreach (var part in parts[1..])
        {
            text += "の" + LegalNumeral.Write(part, digits);
        }

        return text;
    }

    /// <summary>ただし書, 各号列記以外の部分, の見出し: the part behind the name.</summary>
    internal static string Part(Place place) => place.Part switch
    {
        PlacePart.Lead => "各号列記以外の部分",
        PlacePart.Main => "本文",
        PlacePart.Proviso => "ただし書",
        PlacePart.FirstSentence => "前段",
        PlacePart.SecondSentence => "後段",
        PlacePart.Caption => "の見出し",
        PlacePart.WithCaption => "（見出しを含む。）",
        PlacePart.Heading => $"の{Unit(place.Last.Kind)}名",
        PlacePart.EachItem => "各号",
        PlacePart.Number => "の項番号",
        PlacePart.CaptionAndNumber => "の見出し及び項番号",
        PlacePart.Notes => "備考",
        _ => "",
    };
}

namespace Yakuba.Legislation;

/// <content>加える and 付する.</content>
internal sealed partial class SentenceReader
{
    private const string Units = "編章節款目条項号";

    private bool Add(Place anchor)
    {
        if (Captioned().Match(_text, _at) is { Success: true } captioned)
        {
            _at += captioned.Length;
            return Quoted() is { } caption && Attached().Match(_text, _at) is { Success: true } attached
                && Done(attached.Length, new NameStep(anchor with { Part = PlacePart.Caption }, caption));
        }

        if (Addition().Match(_text, _at) is not { Success: true } match)
        {
            return false;
        }

        var where = match.Groups["where"].Value switch { "の次に" => AddWhere.After, "の前に" => AddWhere.Before, _ => AddWhere.Into };
        var what = match.Groups["what"].Value;
        var unit = match.Groups["unit"].Value;
        var kind = unit switch
        {
            "表" or "別表" => ProvisionKind.Appendix,
            "様式" => ProvisionKind.Form,
            "附則" => ProvisionKind.Supplement,
            _ when unit.Length > 0 && Units.Contains(unit, StringComparison.Ordinal) => (ProvisionKind)Units.IndexOf(unit, StringComparison.Ordinal),
            _ => ProvisionKind.Subitem1,
        };
        var added = what switch
        {
            "ただし書" => AddWhat.Proviso,
            "後段" => AddWhat.SecondSentence,
            "前文" => AddWhat.Preamble,
            "" when unit.Length == 0 => anchor.Last.Kind is ProvisionKind.Item or ProvisionKind.Subitem1 ? AddWhat.Provisions : AddWhat.Lines,
            "" or "各号" => AddWhat.Provisions,
            _ => AddWhat.Heading,
        };
        var count = LegalNumeral.Read(match.Groups["n"].ValueSpan) ?? 0;
        return Done(match.Length, new AddStep(anchor, where, added, what == "各号" ? ProvisionKind.Item : kind, count));
    }
}

using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

internal enum LineKind
{
    /// <summary>A row of a table: it begins with a tab, and tabs divide its cells.</summary>
    Row,
    Supplement,
    Appendix,
    Division,
    Article,

    /// <summary>A number in front of a 項, a 号 or a division of one.</summary>
    Mark,

    /// <summary>A line that is one bracket, as captions are.</summary>
    Bracket,
    Text,
}

/// <summary>What a line looks like by itself, before its neighbours are asked.</summary>
/// <param name="Kind">Its look.</param>
/// <param name="Text">The line without blanks at its ends; a row keeps its tabs.</param>
/// <param name="Label">The number or name at its front; empty for rows, brackets and text.</param>
/// <param name="Rest">What stands behind the label.</param>
/// <param name="Number">Of a division, an article or what is annexed.</param>
/// <param name="Provision">What it would be.</param>
/// <param name="Mark">Of a <see cref="LineKind.Mark"/>.</param>
internal sealed partial record LineShape(LineKind Kind, string Text, string Label, string Rest, ProvisionNumber Number, ProvisionKind Provision, Mark? Mark)
{
    private const int LongestHeading = 120;
    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,9}";
    private const string Joint = "(?:から|乃至|ないし|及び|および|並びに|、|・|―|－|～|〜)";

    /// <summary>The first sentence of a 附則 that follows its name on the same line.</summary>
    internal string Tail { get; private init; } = "";

    /// <summary>Whether a bracket follows the number at once, 第一条（目的）, as a 見出し behind the number does.</summary>
    internal bool HasTightBracket => Kind == LineKind.Article && Text.Length > Label.Length && Text[Label.Length] is '（' or '(' && BracketEnd(Rest) > 0;

    internal static LineShape Of(string line)
    {
        var hasCells = line.StartsWith('\t') && line.IndexOf('\t', 1) > 0;
        var text = Blanks.Trim(line.Replace('\t', '　'));
        if (hasCells || (line.StartsWith('\t') && text.Length > 0 && !IsHeading(text)))
        {
            return new(LineKind.Row, line, "", "", default, ProvisionKind.Table, null);
        }

        return Supplement(text) ?? Appendix(text) ?? Numbered(text) ?? Marked(text)
            ?? new(IsBracket(text) ? LineKind.Bracket : LineKind.Text, text, "", "", default, ProvisionKind.Line, null);
    }

    /// <summary>Whether it is a numbered 項 by its look: ２ or ○２.</summary>
    internal bool IsParagraphMark => Mark?.Readings[0].Family is MarkFamily.Digits or MarkFamily.Ring;

    /// <summary>Whether it may be the caption of what follows: one bracket, and neither the number of the enactment nor a note of the collection on a change.</summary>
    internal bool IsCaption => Kind == LineKind.Bracket && !Note().IsMatch(Text);

    /// <summary>第六条政府は…: below a caption the blank behind the number may be lost. Null for any other line.</summary>
    internal static LineShape? Tight(string text) =>
        TightHead().Match(text) is { Success: true } match ? Numbered(text.Insert(match.Groups["label"].Length, "　")) : null;

    /// <summary>３管理者は…: likewise behind the number of a 項.</summary>
    internal static LineShape? TightMark(string text) =>
        TightNumber().Match(text) is { Success: true } match ? Marked(text.Insert(match.Length, "　")) : null;

    /// <summary>Whether one bracket spans the whole text.</summary>
    internal static bool IsBracket(string text) => text.Length is > 2 and <= LongestHeading && BracketEnd(text) == text.Length;

    /// <summary>Behind the bracket that opens a text; 0 when none does or it does not close.</summary>
    internal static int BracketEnd(string text)
    {
        if (text.Length == 0 || text[0] is not ('（' or '(' or '〔' or '［'))
        {
            return 0;
        }

        var depth = 0;
        for (var i = 0; i < Math.Min(text.Length, LongestHeading); i++)
        {
            depth += text[i] is '（' or '(' or '〔' or '［' ? 1 : text[i] is '）' or ')' or '〕' or '］' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>A tab before a heading is an indent, not a row of one cell.</summary>
    private static bool IsHeading(string text) => (Supplement(text) ?? Appendix(text) ?? Numbered(text)) is not null || IsBracket(text);

    private static LineShape? Supplement(string text) =>
        SupplementHead().Match(text) is { Success: true } match
            ? new(LineKind.Supplement, text, match.Groups["label"].Value, Blanks.Trim(match.Groups["rest"].Value), default, ProvisionKind.Supplement, null) { Tail = match.Groups["tail"].Value }
            : null;

    private static LineShape? Appendix(string text)
    {
        var match = text.Length <= LongestHeading && !text.EndsWith('。') ? AppendixHead().Match(text) : Match.Empty;
        var label = match.Groups["label"].Value;
        return !match.Success ? null : new(
            LineKind.Appendix, text, label, Blanks.Trim(text[match.Groups["label"].Length..]), NumberOf(label),
            label.Contains("様式", StringComparison.Ordinal) ? ProvisionKind.Form : ProvisionKind.Appendix, null);
    }

    /// <summary>編 to 目 and 条.</summary>
    private static LineShape? Numbered(string text)
    {
        var match = text.StartsWith('第') ? NumberedHead().Match(text) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }

        var label = match.Groups["label"].Value;
        var rest = Blanks.Trim(text[label.Length..]);
        var kind = (ProvisionKind)"編章節款目条".IndexOf(match.Groups["unit"].Value, StringComparison.Ordinal);
        var first = NumberOf(label);
        var last = match.Groups["last"] is { Success: true } end ? NumberOf(end.Value) : first;
        var isHeading = kind == ProvisionKind.Article || (text.Length <= LongestHeading && !text.EndsWith('。'));
        return isHeading && (rest.Length == 0 || text[label.Length] is not ('（' or '(') || !Continues(rest))
            ? new(kind == ProvisionKind.Article ? LineKind.Article : LineKind.Division, text, label, rest, ProvisionNumber.Range(first, last), kind, null)
            : null;
    }

    /// <summary>A bracket and then the middle of a sentence: the line quotes the article, 第五条（第二項を除く。）の規定.</summary>
    private static bool Continues(string rest) =>
        BracketEnd(rest) is var end && end < rest.Length && (end == 0 || rest[end] is 'の' or 'に' or 'を' or 'は' or 'が' or 'と' or 'で' or 'へ' or '、' || Quoting().IsMatch(rest[..end]));

    private static LineShape? Marked(string text) =>
        Mark.Of(text) is { } mark ? new(LineKind.Mark, text, mark.Label, mark.Rest, default, ProvisionKind.Item, mark) : null;

    /// <summary>The number in a label: 12_2 of 第十二条の二; none when there is no number.</summary>
    internal static ProvisionNumber NumberOf(string label)
    {
        var match = Numeral().Match(label);
        var parts = match.Groups["n"].Captures.Select(c => LegalNumeral.Read(c.ValueSpan)).ToArray();
        return match.Success && parts.All(p => p is not null) ? ProvisionNumber.Of([.. parts.Select(p => p!.Value)]) : ProvisionNumber.None;
    }

    [GeneratedRegex(@"^(?<label>附[\s　]{0,9}則)(?:(?<rest>(?>[\s　]*)抄?(?>[\s　]*)(?:[（(〔［][^（()）〔〕［］]{0,100}(?:[（(][^（()）]{0,100}[）)][^（()）〔〕［］]{0,100}){0,9}[）)〕］])?(?>[\s　]*)抄?)$|(?>[\s　]+)(?<tail>(?:この|公布|[1１]).{1,2000}。)$)")]
    private static partial Regex SupplementHead();

    [GeneratedRegex(@"^(?<label>(?:別表|別図|別記|別紙|別添|付録|附録)(?:様式)?(?:第?" + N + @"(?:号(?:様式)?)?)?(?:[のノ]" + N + @"){0,3}|様式(?:第?" + N + @"号?)?(?:[のノ]" + N + @"){0,3}|第" + N + @"号(?:の" + N + @")?様式(?:[のノ]" + N + @"){0,3})(?=[\s　（(]|$)")]
    private static partial Regex AppendixHead();

    [GeneratedRegex(@"^(?<label>第" + N + "(?<unit>[編章節款目条])(?:[のノ]" + N + "){0,4}(?:" + Joint + "(?<last>第" + N + @"\k<unit>(?:[のノ]" + N + "){0,4}(?:まで)?)){0,9})(?=[\\s　（(]|$|削除)")]
    private static partial Regex NumberedHead();

    [GeneratedRegex("除く|含む|限る|準用|同じ|いう。|において|[。、]|第.{1,12}[項号]")]
    private static partial Regex Quoting();

    /// <summary>（平成12年3月21日条例第7号）, （平一二条例三・一部改正）.</summary>
    [GeneratedRegex(@"^[（(〔［](?:明治?|大正?|昭和?|平成?|令和?)[〇一二三四五六七八九十元0-9０-９]{1,4}.{0,80}(?:改正|追加|繰上|繰下|全改|削除|改称|号|日|憲法|施行)[）)〕］]$")]
    private static partial Regex Note();

    [GeneratedRegex("^(?<label>第" + N + "条(?:[のノ]" + N + "){0,4})(?=[^\\s　（(の、，・及並又若乃から中第に各但])")]
    private static partial Regex TightHead();

    [GeneratedRegex("^[0-9０-９]{1,2}(?=[ぁ-んァ-ヶ一-龠「](?<![年月日時分円人条項号級回歳]))")]
    private static partial Regex TightNumber();

    [GeneratedRegex("(?<n>" + N + ")(?:[条章編節款目号項]?[のノ](?<n>" + N + ")){0,4}")]
    private static partial Regex Numeral();
}

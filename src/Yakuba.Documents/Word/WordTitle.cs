using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds the title of a document that marks none: its first heading, or the subject (件名) of an official letter.</summary>
internal static partial class WordTitle
{
    private const int Longest = 60;

    /// <summary>Blocks among which the head of a letter ends.</summary>
    private const int Head = 15;

    /// <param name="blocks">All blocks.</param>
    /// <param name="centred">Texts of centred paragraphs.</param>
    internal static string? Of(IReadOnlyList<Block> blocks, IReadOnlyList<string> centred)
    {
        var head = blocks.Take(Head).TakeWhile(b => b is ParagraphBlock or HeadingBlock).ToList();
        if (head.FirstOrDefault() is HeadingBlock first)
        {
            return first.Text;
        }

        var letter = head.Exists(b => Number().IsMatch(Flat(b.Text)));
        var named = head.Where(b => IsName(b.Text)).ToList();
        var subject = named.Find(b => Subject().IsMatch(Flat(b.Text))) ?? named.Find(b => centred.Contains(b.Text));
        return letter && subject is not null ? Clean(subject.Text)
            : blocks.FirstOrDefault() is ParagraphBlock lead && IsName(lead.Text) ? Clean(lead.Text)
            : subject is not null ? Clean(subject.Text)
            : head.OfType<HeadingBlock>().FirstOrDefault()?.Text;
    }

    /// <summary>Short, no sentence, and none of the lines above the subject: number, day, sender, recipient.</summary>
    private static bool IsName(string text)
    {
        var flat = Flat(text);
        return flat.Length is > 1 and <= Longest && !flat.EndsWith('。') && !text.Contains('\n', StringComparison.Ordinal)
            && !Number().IsMatch(flat) && !Day().IsMatch(flat) && !Person().IsMatch(flat) && flat is not ("記" or "以上");
    }

    private static string Clean(string text) => Label().Replace(text, "").TrimStart('○', '　', ' ');

    private static string Flat(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"^[\p{L}\p{N}（）()]{0,16}第[0-9０-９〇一二三四五六七八九十百千－\-の]+号$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:(?:令和|平成|昭和|[RHS])?[0-9０-９元〇一二三四五六七八九十]*年?)[0-9０-９〇一二三四五六七八九十]*月[0-9０-９〇一二三四五六七八九十]*日(?:（.）)?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:様|殿|御中|各位|宛て?)$|^（?宛先|[市町村区]長.{0,8}$|(?:教育長|管理者|委員長|課長|議長).{2,8}$|^(?:保護者|皆様)")]
    private static partial Regex Person();

    [GeneratedRegex(@"(?:について|に関する件)(?:（.{1,8}）|\(.{1,8}\))?$|（(?:お?知らせ|通知|依頼|案内|御案内|ご案内|照会|回答|報告|伺い?|お願い)）$|^件名")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^件[\s　]*名[\s　]*[:：]?[\s　]*")]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();
}

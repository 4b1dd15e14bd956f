namespace Yakuba.Text;

/// <summary>Tells a kanji numeral from a letter of a word by what stands beside it.</summary>
internal static class KanjiContext
{
    /// <summary>What is counted; a numeral before one of these is a number.</summary>
    private const string Counters = "年月日時分秒週回人名歳才円銭条項号章節款編目階番丁件枚部箇ヶかカ世割倍種級点台つ個冊本通度次位区棟戸室床席頭匹羽杯食泊往便社校園館畳坪キグミセメリトパヘ%‰";

    /// <summary>What may be divided once more: 条の二, 号の三.</summary>
    private const string Divided = "条項号章節款編目表類番";

    /// <summary>True if the notation at the place is a number in this context.</summary>
    internal static bool MayBeNumber(string text, int start, int length)
    {
        var span = text.AsSpan(start, length);
        // Two letters or more, as in 二〇二四, 十二, 三百, are put together by numbers only.
        if (span.Length > 1 || char.IsAsciiDigit(span[0]))
        {
            return true;
        }

        var before = start > 0 ? text[start - 1] : '\0';
        var after = start + length < text.Length ? text[start + length] : '\0';
        if (before is '第' or '約' or '満' or '計' || (before == 'の' && start > 1 && (Divided.Contains(text[start - 2]) || NumberNotation.KanjiDigit(text[start - 2]) > 0 || char.IsAsciiDigit(text[start - 2]))))
        {
            return true;
        }

        return after != '\0' && Counters.Contains(after)
            ? !IsHan(before)
            : !char.IsLetter(before) && !char.IsLetter(after);
    }

    private static bool IsHan(char letter) => letter is (>= '\u4E00' and <= '\u9FFF') or '々';
}

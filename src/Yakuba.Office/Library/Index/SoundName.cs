using System.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>The sound of a name as it is looked up by ear: whole, without its supplement in brackets, voiced and unvoiced alike (傘立て is かさたて and かさだて).</summary>
internal static class SoundName
{
    private const char Start = '^';
    private const char End = '$';
    private const string Voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉっゃゅょゎ";
    private const string Plain = "かきくけこさしすせそたちつてとはひふへほはひふへほあいうえおつやゆよわ";

    private static readonly string[] s_letters =
    [
        "えー", "ひー", "しー", "てぃー", "いー", "えふ", "しー", "えいち", "あい", "しぇー", "けー", "える", "えむ",
        "えぬ", "おー", "ひー", "きゅー", "あーる", "えす", "てぃー", "ゆー", "ふい", "たふりゅー", "えつくす", "わい", "せつと",
    ];

    /// <summary>A title without what stands in brackets at its end: 網戸(金属製) is 網戸.</summary>
    internal static string WithoutSupplement(string title)
    {
        var bracket = title.AsSpan().IndexOfAny("（(【［[");
        return bracket > 0 ? title[..bracket] : title;
    }

    /// <summary>Threes of the folded sound with both ends marked, so that a whole name counts more than a part of one.</summary>
    /// <param name="sound">In hiragana.</param>
    internal static List<string> Threes(string sound)
    {
        if (sound.Length == 0)
        {
            return [];
        }

        var folded = new StringBuilder().Append(Start);
        foreach (var c in sound)
        {
            if (c is >= 'a' and <= 'z')
            {
                Fold(folded, s_letters[c - 'a']);
            }
            else if (char.IsLetterOrDigit(c) || c == 'ー')
            {
                folded.Append(Fold(c));
            }
        }

        return PassageFields.Threes(folded.Append(End).ToString());
    }

    private static void Fold(StringBuilder to, string sound)
    {
        foreach (var c in sound)
        {
            to.Append(Fold(c));
        }
    }

    private static char Fold(char c) => Voiced.IndexOf(c) is >= 0 and var at ? Plain[at] : c;
}

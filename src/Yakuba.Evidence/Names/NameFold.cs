using System.Text;
using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Folds the ways to write one name into one: old and new character forms, ヶ/ケ/が, small and large kana signs, ・ and spaces, kana scripts, numerals.</summary>
internal static class NameFold
{
    // Pairs in names: the form on the left is folded into the one on the right. Source: 表外・人名用漢字 in everyday use on nameplates and signs.
    private const string pairs =
        "澤沢廣広國国學学會会體体圖図舘館櫻桜濱浜邊辺邉辺齋斉斎斉齊斉髙高﨑崎嵜崎嶋島嶌島瀧滝澁渋條条縣県區区驛駅檜桧龍竜榮栄惠恵壽寿禮礼藏蔵緣縁綠緑橫横黑黒靑青淸清眞真鐵鉄鹽塩廳庁德徳勳勲寬寛"
        + "萬万與与豐豊關関廢廃發発點点當当總総續続繩縄聲声藝芸醫医釋釈變変靈霊彌弥彥彦莊荘團団應応戰戦對対擔担據拠攝摂敎教數数晉晋曉暁曾曽樂楽樣様橋橋歐欧歷歴歸帰氣気沒没淺浅溪渓滿満澀渋燒焼爲為獨独畫画疊畳盡尽"
        + "稻稲穗穂經経緖緒繪絵蟲虫覺覚觀観譽誉讀読賣売賴頼轉転辯弁遙遥鄕郷釀醸鑛鉱隨随雜雑靜静顯顕餘余驗験鶴鶴麥麦黃黄齒歯桒桑栁柳冨富峯峰舩船籔薮濵浜槇槙淵渕埜野籠篭礪砺";

    private static readonly Dictionary<char, char> newForms = Pairs();

    private static readonly (string From, string To)[] spellings =
        [("子供", "こども"), ("子ども", "こども"), ("障がい", "障害"), ("障碍", "障害"), ("塵芥", "ごみ"), ("お祝", "祝"), ("御祝", "祝"), ("取扱い", "取扱"), ("引越し", "引越"), ("受付け", "受付"), ("手引き", "手引"), ("まちづくり", "街づくり"), ("町づくり", "街づくり")];

    /// <summary>The folded form of a text in normal form. Lengths may change; compare folded with folded only.</summary>
    internal static string Of(string normal)
    {
        var folded = new StringBuilder(normal.Length);
        var numbers = JapaneseNumber.Find(normal);
        var next = 0;
        for (var i = 0; i < normal.Length; i++)
        {
            if (next < numbers.Count && numbers[next].Start == i && numbers[next].Value == decimal.Truncate(numbers[next].Value))
            {
                folded.Append(numbers[next].Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
                i += numbers[next++].Length - 1;
                continue;
            }

            while (next < numbers.Count && numbers[next].Start <= i)
            {
                next++;
            }

            Append(folded, normal[i]);
        }

        foreach (var (from, to) in spellings)
        {
            folded.Replace(Kana.ToHiragana(from), Kana.ToHiragana(to));
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case ' ' or '　' or '・' or '･' or '\t' or '「' or '」' or '『' or '』' or '"' or '\'':
                break;
            case 'ヶ' or 'ケ' or 'ヵ' or 'が' or 'ガ':
                folded.Append('が');
                break;
            case '-' or '‐' or '−' or '–' or '—' or '―':
                folded.Append('ー');
                break;
            case >= 'ァ' and <= 'ヶ':
                folded.Append((char)(c - ('ァ' - 'ぁ')));
                break;
            default:
                folded.Append(newForms.GetValueOrDefault(c, c));
                break;
        }
    }

    private static Dictionary<char, char> Pairs()
    {
        var forms = new Dictionary<char, char>();
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            forms[pairs[i]] = pairs[i + 1];
        }

        return forms;
    }
}

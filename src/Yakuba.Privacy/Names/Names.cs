using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>
/// Names that begin with a family name of the dictionary (13,000 in ipadic). What supports a name is added up: a known given name, an
/// honorific, a label or role before it, personal data beside it. Families alone, places and office holders need more or are left out.
/// </summary>
internal sealed class Names
{
    private const string FamilyName = "名詞,固有名詞,人名,姓";

    /// <summary>A known family and a known given name reach it; so does either with an honorific or a label.</summary>
    private const int Enough = 4;

    private readonly PersonalText _text;
    private readonly NamePlace _place;
    private readonly GivenNames _given;
    private readonly List<DictionaryWord> _words = [];

    private Names(PersonalText text, IReadOnlyList<Finding> others)
    {
        _text = text;
        _place = new NamePlace(text, others);
        _given = new GivenNames(text);
    }

    /// <param name="text">The text.</param>
    /// <param name="others">Personal data found so far; a name beside it is likelier.</param>
    /// <param name="findings">Where findings go.</param>
    internal static void Find(PersonalText text, IReadOnlyList<Finding> others, List<Finding> findings)
    {
        var names = new Names(text, others);
        for (var start = 0; start < text.Value.Length; start++)
        {
            if (Letters.IsKanji(text.Value[start]) && names.MayBegin(start) && names.At(start) is { } found)
            {
                findings.Add(found);
            }
        }
    }

    /// <summary>A name begins where a word does, or after a role that the words do not part from it (児童名|高橋 is cut 名高|橋).</summary>
    private bool MayBegin(int start) => !Letters.IsDigit(_text.At(start - 1)) && (_text.TokenAt(start) >= 0 || _place.TouchesRole(start));

    private Finding? At(int start)
    {
        _text.Lexicon.WordsAt(_text.Value, start, _words);
        Finding? best = null;
        var most = Enough - 1;
        foreach (var length in Families())
        {
            foreach (var given in _given.After(start + length).ToArray())
            {
                var score = Score(start, start + length, given);
                if (score > most)
                {
                    most = score;
                    best = new Finding(start, given.End, PersonalKind.Name, score > Enough ? Certainty.Labelled : Certainty.Checked);
                }
            }
        }

        return best;
    }

    private int[] Families() => [.. _words.Where(w => w.PartOfSpeech == FamilyName).Select(w => w.Length).Distinct().OrderDescending()];

    private int Score(int start, int family, in GivenName given)
    {
        var end = given.End;
        if (_place.IsOffice(start, end) || NameWords.IsRole(_text.Value.AsSpan(start, end - start)) || (given.IsNone && !_given.IsEnd(end)))
        {
            return 0;
        }

        if (IsOneWord(start, family, end))
        {
            return 0;
        }

        var honorific = _place.HonorificAt(end) > 0 ? 2 : 0;
        var role = _place.HasRole(start) ? 2 : 0;
        var neighbour = _place.HasNeighbour(start, end) ? 1 : 0;
        var introduction = _place.HasIntroduction(end) ? 1 : 0;
        var cell = _place.IsCell(start, end) ? 1 : 0;
        var support = honorific + role + neighbour + introduction + cell;
        if (given.IsNone)
        {
            return IsNameAlone(start, family, honorific, role, introduction) ? 2 + support + introduction : 0;
        }

        if (honorific + role == 0 && !IsCutAsName(start, family, given, isBeside: neighbour + cell + introduction > 0))
        {
            return 0;
        }

        var spaced = given.IsSpaced ? 1 : 0;
        return given.IsKnown ? 4 + spaced + support
            : IsPlaceName(given) && honorific == 0 ? 0
            : (given.IsWord ? 2 : 3) + spaced + support - (support == 0 ? 1 : 0);
    }

    /// <summary>A family name alone: 田中さん, 旧姓一ノ瀬, 坂本といいます; cut as a name, and not going on as 南へ.</summary>
    private bool IsNameAlone(int start, int family, int honorific, int role, int introduction)
    {
        var isName = _text.TokenAt(start) is >= 0 and var at && _text.Tokens[at] is var word && start + word.Length == family && word.PartOfSpeech.StartsWith("名詞,固有名詞", StringComparison.Ordinal);
        var ends = family >= _text.Value.Length || _text.Value[family] is '。' or '、' or ')' or '\n' or ',' or '」' or '"' or '<' or '\t';
        return honorific > 0 ? isName : role > 0 ? ends && (isName || _place.HasStrongLabel(start) || _place.TouchesRole(start)) : introduction > 0 && (_text.After(family, 3) is ['と', ..] ? isName : family - start >= 2 && _text.IsWordEdge(family) && _text.At(start - 1) is '。' or '「' or '\n' or '\0');
    }

    /// <summary>田中町, 尼崎市家庭: the name of a place, or of something there.</summary>
    private bool IsPlaceName(in GivenName given) => !given.IsSpaced && (_text.Value[given.Start] is '市' or '区' or '町' or '村' or '県' or '郡' || NameWords.PlaceEnds.Contains(_text.Value[given.End - 1], StringComparison.Ordinal));

    /// <summary>True where an everyday word goes over the end of the family name (団|体, 登|録), or one word is the whole (平成, 千葉, 西原).</summary>
    private bool IsOneWord(int start, int family, int end) =>
        _text.TokenAt(start) is >= 0 and var token && _text.Tokens[token] is { IsKnown: true } word && start + word.Length > family && word.PartOfSpeech is not ("名詞,固有名詞,人名,一般" or "名詞,固有名詞,人名,名")
        && (start + word.Length == end || !word.PartOfSpeech.StartsWith("名詞,固有名詞", StringComparison.Ordinal));

    /// <summary>Without a word that calls it a name, the text must be cut so that it can be one, and into no everyday words: 東西, 森林, 林業.</summary>
    private bool IsCutAsName(int start, int family, in GivenName given, bool isBeside)
    {
        if (!_text.IsWordEdge(given.End))
        {
            return false;
        }

        var (first, second) = (PartAt(start), PartAt(given.Start));
        const string proper = "名詞,固有名詞", person = "名詞,固有名詞,人名";
        bool Is(string part, string kind) => part.StartsWith(kind, StringComparison.Ordinal);
        // 大谷大翔 may be cut 大谷大|翔; where it fills its place that is enough. 千葉 恵子 may be two places, but then of this shape only.
        return (_text.IsWordEdge(family) && (Is(first, person) || Is(second, person) || (isBeside && (given.IsSpaced || given.IsKnown))))
            || (isBeside && (Is(first, proper) || Is(second, proper)))
            || (given.IsSpaced && given.IsKnown && Is(first, proper) && Is(second, proper));
    }

    private string PartAt(int at) => _text.TokenAt(at) is >= 0 and var token ? _text.Tokens[token].PartOfSpeech : "";
}

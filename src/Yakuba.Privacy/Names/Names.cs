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
        var after = 0;
        foreach (var token in text.Tokens)
        {
            if (token.Start >= after && Letters.IsKanji(text.Value[token.Start]) && names.At(token) is { } found)
            {
                findings.Add(found);
                after = found.End;
            }
        }
    }

    private Finding? At(in Token token)
    {
        var start = token.Start;
        _text.Lexicon.WordsAt(_text.Value, start, _words);
        Finding? best = null;
        var most = Enough - 1;
        foreach (var length in Families())
        {
            foreach (var given in _given.After(start + length).ToArray())
            {
                var score = Score(token, start + length, given);
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

    private int Score(in Token token, int family, in GivenName given)
    {
        var (start, end) = (token.Start, given.End);
        if (_place.IsOffice(start, end) || (given.IsNone && !_given.IsEnd(end)))
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
            return IsNameAlone(token, family, honorific, role, introduction) ? 2 + support : 0;
        }

        var spaced = given.IsSpaced ? 1 : 0;
        if (!given.IsKnown)
        {
            return IsPlaceName(given) && honorific == 0 && role == 0 ? 0 : 3 + spaced + support - (support == 0 ? 1 : 0);
        }

        // With nothing beside it, the words must be cut as a name and no everyday words: 東西, 森林.
        return support > 0 || (_text.IsWordEdge(family) && _text.IsWordEdge(end) && IsNamed(start, given)) ? 4 + spaced + support : 0;
    }

    /// <summary>A family name alone: 田中さん, 旧姓一ノ瀬, 坂本といいます; cut as a name, and not going on as 南へ.</summary>
    private bool IsNameAlone(in Token token, int family, int honorific, int role, int introduction)
    {
        var isName = token.Start + token.Length == family && token.PartOfSpeech.StartsWith("名詞,固有名詞", StringComparison.Ordinal);
        var ends = family >= _text.Value.Length || _text.Value[family] is '。' or '、' or ')' or '\n' or ',' or '」' or '"' or '<' or '\t';
        return honorific > 0 ? isName : role > 0 ? isName && ends : introduction > 0 && isName && _text.After(family, 3) is ['と', ..];
    }

    private bool IsPlaceName(in GivenName given) => !given.IsSpaced && NameWords.PlaceEnds.Contains(_text.Value[given.End - 1], StringComparison.Ordinal);

    private bool IsNamed(int start, in GivenName given) => IsPerson(_text.TokenAt(start)) || IsPerson(_text.TokenAt(given.Start));

    private bool IsPerson(int token) => token >= 0 && _text.Tokens[token].PartOfSpeech.StartsWith("名詞,固有名詞,人名", StringComparison.Ordinal);
}

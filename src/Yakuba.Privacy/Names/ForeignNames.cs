namespace Yakuba.Privacy;

/// <summary>Names in katakana (グエン・ティ・レイさん) and Latin letters (NGUYEN VAN MAU), with an honorific or a label.</summary>
internal static class ForeignNames
{
    private const int Longest = 40;

    internal static void Find(PersonalText text, IReadOnlyList<Finding> others, List<Finding> findings)
    {
        var place = new NamePlace(text, others);
        var value = text.Value;
        for (var at = 0; at < value.Length;)
        {
            if (!IsLetter(value[at]))
            {
                at++;
                continue;
            }

            var isLatin = char.IsAsciiLetter(value[at]);
            var end = EndOf(value, at, isLatin);
            if (IsName(text, place, at, end, isLatin))
            {
                findings.Add(new Finding(at, end, PersonalKind.Name, Certainty.Checked));
            }

            at = end;
        }
    }

    private static bool IsName(PersonalText text, NamePlace place, int start, int end, bool isLatin)
    {
        var run = text.Value.AsSpan(start, end - start);
        var words = 1 + run.Count(' ') + run.Count('・');
        if (run.Length is < 3 or > Longest || words > 5 || Letters.IsDigit(text.At(end)) || text.At(end) is '@' or '_' || Letters.IsKanji(text.At(end)) && place.HonorificAt(end) == 0)
        {
            return false;
        }

        var isCalled = place.HonorificAt(end) > 0;
        if (isLatin)
        {
            return words >= 2 && StartsWithCapitals(text, start, end) && (isCalled || place.HasRole(start));
        }

        // ヘルパーさん and ケアマネジャーさん are no names; the dictionary knows them as nouns.
        var token = text.TokenAt(start);
        var isNoun = words == 1 && token >= 0 && text.Tokens[token] is var word && word.IsKnown && !word.PartOfSpeech.StartsWith("名詞,固有名詞", StringComparison.Ordinal);
        return !isNoun && (words >= 2 ? isCalled || place.HasStrongLabel(start) : isCalled);
    }

    /// <summary>Words joined by single spaces or dots, all of one script.</summary>
    private static int EndOf(string value, int at, bool isLatin)
    {
        var end = at;
        while (end < value.Length)
        {
            var isJoint = isLatin ? value[end] is ' ' or '.' or '-' : value[end] is '・' or '=' or ' ';
            var next = isJoint && end + 1 < value.Length ? value[end + 1] : value[end];
            if (!(isLatin ? char.IsAsciiLetter(next) : Letters.IsKatakana(next)))
            {
                break;
            }

            end += isJoint ? 2 : 1;
        }

        return end;
    }

    /// <summary>In the original each word begins with a capital: JOHN SMITH, John Smith.</summary>
    private static bool StartsWithCapitals(PersonalText text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ((at == start || text.Value[at - 1] == ' ') && text.Normal.Original[text.Normal.OriginalIndex(at)] is not (>= 'A' and <= 'Z') and not (>= 'Ａ' and <= 'Ｚ'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetter(letter) || Letters.IsKatakana(letter);
}

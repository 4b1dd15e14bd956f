namespace Yakuba.Privacy;

/// <summary>Goes forward over the names of an address, word by word, up to its first numeral.</summary>
internal static class PlaceWalk
{
    private const int Longest = 48;

    /// <param name="text">The text.</param>
    /// <param name="at">Where the names begin.</param>
    /// <param name="hasMunicipality">True if a 市, 区, 町, 村 or 郡 was passed.</param>
    /// <returns>Where the numeral begins; -1 if the names end before one.</returns>
    internal static int ToNumeral(PersonalText text, int at, out bool hasMunicipality)
    {
        hasMunicipality = false;
        var from = at;
        while (at < text.Value.Length && at - from < Longest)
        {
            var letter = text.Value[at];
            if (at > from && HouseNumbers.NumeralEnd(text.Value, at) > at && (Letters.IsDigit(letter) || IsNumbered(text.Value, at)))
            {
                return at;
            }

            if (letter == ' ' && at > from && text.Value[at - 1] is '市' or '区' or '町' or '村' or '郡' or '県' or '都' or '府' or '道')
            {
                at++;
                continue;
            }

            if (!IsPlaceLetter(text, at))
            {
                return -1;
            }

            hasMunicipality |= at > from && letter is '市' or '区' or '町' or '村' or '郡';
            at++;
        }

        return -1;
    }

    /// <summary>A kanji numeral inside a name (三鷹市) is no house number; before 丁目, 番, 条 or digits it is.</summary>
    private static bool IsNumbered(string text, int at)
    {
        var after = text.AsSpan(HouseNumbers.NumeralEnd(text, at));
        return after.StartLength(["丁目", "番地", "番", "号", "条", "-", "地割"]) > 0;
    }

    private static bool IsPlaceLetter(PersonalText text, int at)
    {
        var letter = text.Value[at];
        if (Letters.IsKanji(letter) || Letters.IsKatakana(letter))
        {
            return true;
        }

        if (!Letters.IsHiragana(letter))
        {
            return false;
        }

        // いわき市, つくば市, 上る; but not a particle of the sentence.
        var token = text.TokenAt(at);
        return token < 0 || !(text.Tokens[token].PartOfSpeech.StartsWith("助", StringComparison.Ordinal) && text.Tokens[token].Length <= 3);
    }
}

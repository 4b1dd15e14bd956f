namespace Yakuba.Privacy;

/// <summary>Names whose family name no dictionary has: after 氏名 and its like any short run of letters, if it is no word of the form itself.</summary>
internal static class LabelledNames
{
    private const int Longest = 10;

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        var place = new NamePlace(text, []);
        foreach (var token in text.Tokens)
        {
            if (!Letters.IsKanji(text.Value[token.Start]) || !place.HasStrongLabel(token.Start))
            {
                continue;
            }

            var end = EndOf(text, token.Start);
            var name = text.Value.AsSpan(token.Start, end - token.Start);
            if (name.Length >= 2 && name.LastEndOfAny(NameWords.FormWords) < 0 && EndsHere(text, end) && !place.IsOffice(token.Start, end))
            {
                findings.Add(new Finding(token.Start, end, PersonalKind.Name, Certainty.Checked));
            }
        }
    }

    private static int EndOf(PersonalText text, int start)
    {
        var end = start;
        var hasSpace = false;
        while (end < text.Value.Length && end - start < Longest)
        {
            var letter = text.Value[end];
            if (letter == ' ' && !hasSpace && (Letters.IsKanji(text.At(end + 1)) || Letters.IsKana(text.At(end + 1))))
            {
                hasSpace = true;
            }
            else if (!Letters.IsKanji(letter) && !(hasSpace && Letters.IsKana(letter)) && letter is not ('ノ' or 'ヶ'))
            {
                break;
            }
            else if (text.After(end, 4).StartLength(NameWords.Honorifics) > 0)
            {
                break;
            }

            end++;
        }

        return end > start && text.Value[end - 1] == ' ' ? end - 1 : end;
    }

    private static bool EndsHere(PersonalText text, int end) =>
        text.At(end) is '\0' or '\n' or '\t' or ',' or '、' or '。' or '"' or '<' or '(' or ')' or ' ' or '」' or '/' or '|' or '㊞' || text.After(end, 4).StartLength(NameWords.AfterName) > 0
        || text.After(end, 4).StartLength(NameWords.Introductions) > 0;
}

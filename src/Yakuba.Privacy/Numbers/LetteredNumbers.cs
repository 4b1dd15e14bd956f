namespace Yakuba.Privacy;

/// <summary>在留カード番号 (2 letters, 8 digits, 2 letters: a form of its own) and 旅券番号 (2 letters, 7 digits: only near its name).</summary>
internal static class LetteredNumbers
{
    private const int Reach = 60;

    private static readonly string[] s_passport = ["旅券", "パスポート", "passport"];

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        for (var group = 0; group < text.Digits.Count; group++)
        {
            int start = text.Digits.Start(group) - 2, end = text.Digits.End(group);
            if (start < 0 || !IsLetters(text, start) || Letters.IsAsciiWord(text.At(start - 1)))
            {
                continue;
            }

            if (text.Digits.Size(group) == 8 && IsLetters(text, end) && !Letters.IsAsciiWord(text.At(end + 2)))
            {
                findings.Add(new Finding(start, end + 2, PersonalKind.ResidenceCard, Certainty.Labelled));
            }
            else if (text.Digits.Size(group) == 7 && !Letters.IsAsciiWord(text.At(end)) && text.Before(start, Reach, acrossLines: true).LastEndOfAny(s_passport) >= 0)
            {
                findings.Add(new Finding(start, end, PersonalKind.Passport, Certainty.Labelled));
            }
        }
    }

    private static bool IsLetters(PersonalText text, int at) => char.IsAsciiLetter(text.At(at)) && char.IsAsciiLetter(text.At(at + 1));
}

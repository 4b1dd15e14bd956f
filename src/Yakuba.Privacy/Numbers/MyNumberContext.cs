namespace Yakuba.Privacy;

/// <summary>
/// Tells a My Number from twelve digits that pass its check by chance, as one of ten does. Without a label it is one only where words of it
/// stand near, or where it stands in one row or sentence with what else is known of a person. Otherwise it has the form of one, no more.
/// </summary>
internal static class MyNumberContext
{
    /// <summary>Characters of the same row or sentence within which something tells of a person.</summary>
    private const int ReachOfPeople = 60;

    /// <summary>A word for the number, also in the sentence before.</summary>
    private const int ReachOfWords = 40;

    /// <summary>番号 alone says less, so it must stand closer.</summary>
    private const int ReachOfNumber = 14;

    /// <summary>A label in brackets after the number: …（個人番号）.</summary>
    private const int ReachAfter = 12;

    private static readonly string[] s_words = ["マイナンバー", "個人番号", "特定個人情報", "my number", "mynumber"];

    /// <summary>Marks those that only have the form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="findings">All that was found, in order of place.</param>
    internal static void Judge(PersonalText text, List<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            if (findings[i] is { Kind: PersonalKind.MyNumber, Certainty: Certainty.Checked } number && !IsNamed(text, number) && !IsBesideAPerson(text, findings, i))
            {
                findings[i] = number with { Certainty = Certainty.Shaped };
            }
        }
    }

    private static bool IsNamed(PersonalText text, in Finding number)
    {
        var from = Math.Max(0, number.Start - ReachOfWords);
        var before = text.Value.AsSpan(from, number.Start - from);
        return before.LastEndOfAny(s_words) >= 0
            || text.Before(number.Start, ReachOfNumber, acrossLines: true).Contains("番号", StringComparison.Ordinal)
            || text.After(number.End, ReachAfter).LastEndOfAny(s_words) >= 0;
    }

    private static bool IsBesideAPerson(PersonalText text, List<Finding> findings, int at)
    {
        for (var i = at - 1; i >= 0 && findings[at].Start - findings[i].End <= ReachOfPeople; i--)
        {
            if (TellsOfAPerson(findings[i]) && IsOneLine(text, findings[i].End, findings[at].Start))
            {
                return true;
            }
        }

        for (var i = at + 1; i < findings.Count && findings[i].Start - findings[at].End <= ReachOfPeople; i++)
        {
            if (TellsOfAPerson(findings[i]) && IsOneLine(text, findings[at].End, findings[i].Start))
            {
                return true;
            }
        }

        return false;
    }

    // A firm's number tells of no person, a postal code of many; twelve more digits without a label tell nothing of these.
    private static bool TellsOfAPerson(in Finding finding) => finding.Kind switch
    {
        PersonalKind.CorporateNumber or PersonalKind.PostalCode => false,
        PersonalKind.MyNumber => finding.Certainty == Certainty.Labelled,
        _ => true,
    };

    // A row of a table, or one sentence.
    private static bool IsOneLine(PersonalText text, int from, int to) => !text.Value.AsSpan(from, to - from).ContainsAny('\n', '。');
}

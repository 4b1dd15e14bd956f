using System.Globalization;
using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>Days of birth: a date beside a birth word, or in a row of data about a person that has been named.</summary>
internal static class BirthDates
{
    private const int Reach = 20;

    private static readonly string[] s_before = ["生年月日", "誕生日", "出生日", "出生年月日", "生まれた日", "birth", "birthday", "birthdate", "dob", "生まれ"];

    private static readonly string[] s_after = ["生まれ", "生れ", "生", "うまれ", "誕生", "出生", "に生まれ", "に出生", "年生まれ"];

    /// <summary>What makes a date a term and not a birthday.</summary>
    private static readonly string[] s_terms = ["から", "まで", "以前", "以後", "以降", "現在", "時点", "付", "施行", "に施行", "より施行", "発行", "開催", "改正", "公布", "締", "生産", "を基準"];

    /// <summary>Nothing but these between a person's data and the date.</summary>
    private const string Separators = " ,、/|\t:;・()<>\"'\n";

    /// <summary>Every day with a year, whoever it belongs to: a name beside it is likelier.</summary>
    internal static void FindDays(PersonalText text, List<Finding> findings)
    {
        foreach (var date in text.Days)
        {
            if (date.Kind == DateKind.Day && date.HasYear)
            {
                findings.Add(new Finding(date.Start, date.Start + date.Length, PersonalKind.DateOfBirth, Certainty.Shaped));
            }
        }
    }

    /// <param name="text">The text.</param>
    /// <param name="people">What was found of people so far, in order of place.</param>
    /// <param name="findings">Where findings go.</param>
    internal static void Find(PersonalText text, IReadOnlyList<Finding> people, List<Finding> findings)
    {
        FindDigits(text, findings);
        var next = 0;
        foreach (var date in text.Days)
        {
            int start = date.Start, end = date.Start + date.Length;
            while (next < people.Count && people[next].End <= start)
            {
                next++;
            }

            if (date.Kind != DateKind.Day || !HasNumeral(text.Value.AsSpan(start, date.Length)) || text.After(end, 4).StartLength(s_terms) > 0)
            {
                continue;
            }

            if (IsNamed(text, start, end) && (date.HasYear || IsAfterBirthWord(text, start)))
            {
                findings.Add(new Finding(start, end, PersonalKind.DateOfBirth, Certainty.Labelled));
            }
            else if (next > 0 && IsInRow(text, people, next - 1, start, end))
            {
                findings.Add(new Finding(start, end, PersonalKind.DateOfBirth, Certainty.Shaped));
            }
        }
    }

    /// <summary>Eight digits after a birth word: 生年月日 19630320.</summary>
    private static void FindDigits(PersonalText text, List<Finding> findings)
    {
        for (var group = 0; group < text.Digits.Count; group++)
        {
            var start = text.Digits.Start(group);
            if (text.Digits.Size(group) == 8
                && DateOnly.TryParseExact(text.Value.AsSpan(start, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                && IsAfterBirthWord(text, start))
            {
                findings.Add(new Finding(start, start + 8, PersonalKind.DateOfBirth, Certainty.Labelled));
            }
        }
    }

    private static bool IsNamed(PersonalText text, int start, int end)
    {
        if (text.After(end, 5).StartLength(s_after) > 0 && !text.After(end, 4).StartsWith("生活", StringComparison.Ordinal))
        {
            return true;
        }

        return IsAfterBirthWord(text, start);
    }

    private static bool IsAfterBirthWord(PersonalText text, int start)
    {
        var before = text.Before(start, Reach, acrossLines: true);
        var label = before.LastEndOfAny(s_before);
        return label >= 0 && before.Length - label <= 6 && !HasNumeral(before[label..]);
    }

    /// <summary>True if person's data stands right before the date, a name among it in the same line, and the sentence does not go on after the date.</summary>
    private static bool IsInRow(PersonalText text, IReadOnlyList<Finding> people, int last, int start, int end)
    {
        if (start - people[last].End > 6 || !IsSeparators(text.Value.AsSpan(people[last].End, start - people[last].End)) || !EndsCell(text, end))
        {
            return false;
        }

        for (var at = last; at >= 0 && last - at < 6 && start - people[at].Start < 120; at--)
        {
            if (people[at].Kind is PersonalKind.Name or PersonalKind.NameKana)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsCell(PersonalText text, int end) => end >= text.Value.Length || Separators.Contains(text.Value[end], StringComparison.Ordinal) || text.Value[end] is '。' or ')' or '」' or '歳';

    private static bool IsSeparators(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            // さん、様 may stand between a name and what follows.
            if (!Separators.Contains(letter, StringComparison.Ordinal) && letter is not ('様' or 'さ' or 'ん' or '氏' or '殿' or '君'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasNumeral(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (Letters.IsDigit(letter) || Letters.IsKanjiNumeral(letter) || letter == '元')
            {
                return true;
            }
        }

        return false;
    }
}

namespace Yakuba.Privacy;

/// <summary>What stands around a place where a name may begin or end.</summary>
internal sealed class NamePlace(PersonalText text, IReadOnlyList<Finding> others)
{
    private const int Reach = 16;
    private const string Separators = " :はが=、\"'>「『(\t・/,|\n<";

    private static readonly string[] s_longRoles = [.. NameWords.Roles.Where(role => role.Length > 1 && Letters.IsKanji(role[^1]))];
    private static readonly HashSet<char> s_roleEnds = [.. s_longRoles.Select(role => role[^1])];

    private readonly HashSet<int> _starts = [.. others.Select(f => f.Start)];
    private readonly HashSet<int> _ends = [.. others.Select(f => f.End)];

    /// <summary>Length of an honorific after a name, with a space before it; 0 if there is none.</summary>
    internal int HonorificAt(int end)
    {
        var at = text.At(end) == ' ' ? end + 1 : end;
        var length = text.After(Math.Min(at, text.Value.Length), 4).StartLength(NameWords.Honorifics);
        // 左門殿川 and ウイルス様粒子 are no persons; さん方 and 様宛 are.
        var goesOn = length == 1 && Letters.IsKanji(text.At(at + 1)) && !"方宛宅等他本両及並又".Contains(text.At(at + 1), StringComparison.Ordinal);
        return length == 0 || goesOn ? 0 : at + length - end;
    }

    /// <summary>True if what comes before says that a person is named here.</summary>
    internal bool HasRole(int start)
    {
        var label = Label(start);
        // 筆頭者は…, 請求人:… name a person too, though no list has them all.
        return label.EndsWithAny(NameWords.Roles) || (label.Length > 1 && label[^1] is '者' or '人' or '主' && Letters.IsKanji(label[^2]) && !Letters.IsKanji(text.At(start - 1)));
    }

    /// <summary>True after 氏名 and its like.</summary>
    internal bool HasStrongLabel(int start)
    {
        var before = text.Before(start, Reach, acrossLines: false);
        var label = before.TrimEnd(" :は=\"'\t・");
        return label.Length < before.Length && label.EndsWithAny(NameWords.StrongLabels);
    }

    /// <summary>True if the name is that of an office holder.</summary>
    internal bool IsOffice(int start, int end)
    {
        var before = text.Before(start, 10).TrimEnd(" :の・「(、=");
        return before.EndsWithAny(NameWords.Offices) || text.After(end, 8).TrimStart(' ').StartLength(NameWords.Offices) > 0;
    }

    /// <summary>True if the name goes on with です, と申します.</summary>
    internal bool HasIntroduction(int end) => text.After(end, 8).StartLength(NameWords.Introductions) > 0;

    /// <summary>True if other personal data stands right beside, parted by punctuation only.</summary>
    internal bool HasNeighbour(int start, int end)
    {
        for (int at = end, most = end + 4; at < text.Value.Length && at <= most; at++)
        {
            if (at > end && _starts.Contains(at))
            {
                return true;
            }

            if (!IsSeparator(text.Value[at]))
            {
                break;
            }
        }

        for (int at = start, most = start - 4; at > 0 && at >= most; at--)
        {
            if (at < start && _ends.Contains(at))
            {
                return true;
            }

            if (!IsSeparator(text.Value[at - 1]))
            {
                break;
            }
        }

        return false;
    }

    /// <summary>True if the name fills a cell or a line: ends and punctuation on both sides.</summary>
    internal bool IsCell(int start, int end) =>
        (start == 0 || text.Value[start - 1] is '\n' or '。' or '\t' or ',' or '"' or '>' or '|' or '/' or '・' or ':' or '「' or '(' or '『' || (start > 1 && text.Value[start - 1] == ' ' && IsSeparator(text.Value[start - 2])))
        && (end >= text.Value.Length || text.Value[end] is '\n' or '\t' or ',' or '"' or '<' or '|' or '/' or '(' or '、' or '」' or ')' or '』' || (text.Value[end] == ' ' && IsSeparator(text.At(end + 1))));

    private static bool IsSeparator(char letter) => Separators.Contains(letter, StringComparison.Ordinal) || letter is ')' or ';' or '(' or '」' or '\0';

    /// <summary>True if a role of two letters or more ends right before a place.</summary>
    internal bool TouchesRole(int start) => s_roleEnds.Contains(text.At(start - 1)) && text.Before(start, 8).EndsWithAny(s_longRoles);

    private ReadOnlySpan<char> Label(int start) => text.Before(start, Reach, acrossLines: true).TrimEnd(Separators);
}

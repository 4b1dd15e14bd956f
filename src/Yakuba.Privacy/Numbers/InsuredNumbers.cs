namespace Yakuba.Privacy;

/// <summary>被保険者証の記号・番号・枝番: by its labels alone, since 記号 may be any letters.</summary>
internal static class InsuredNumbers
{
    private const int LongestSign = 14;
    private const int LongestNumber = 10;

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        var value = text.Value;
        for (var at = value.IndexOf("記号", StringComparison.Ordinal); at >= 0; at = value.IndexOf("記号", at + 2, StringComparison.Ordinal))
        {
            var end = EndOf(value, at + 2);
            if (end > 0)
            {
                findings.Add(new Finding(at, end, PersonalKind.InsuredNumber, Certainty.Checked));
            }
        }
    }

    /// <summary>Place after the number; -1 if what follows 記号 is none.</summary>
    private static int EndOf(string value, int at)
    {
        var joined = SkipWord(value, SkipMarks(value, at), "番号");
        var isJoined = joined != SkipMarks(value, at);
        var sign = SkipMarks(value, joined);
        var signEnd = SignEnd(value, sign);
        if (signEnd == sign)
        {
            return -1;
        }

        var label = SkipMarks(value, signEnd);
        var number = SkipMarks(value, SkipWord(value, label, "番号"));
        var isLabelled = value.AsSpan(label).StartsWith("番号", StringComparison.Ordinal);
        var numberEnd = DigitsEnd(value, number);
        // 記号・番号 12・345 needs no second label; 記号 12 番号 345 does.
        if (numberEnd == number || numberEnd - number > LongestNumber || (!isLabelled && !(isJoined && number > signEnd)))
        {
            return -1;
        }

        return BranchEnd(value, numberEnd);
    }

    private static int SignEnd(string value, int at)
    {
        var end = at;
        while (end < value.Length && end - at < LongestSign && (Letters.IsDigit(value[end]) || Letters.IsKanji(value[end]) || Letters.IsKana(value[end]) || char.IsAsciiLetter(value[end])))
        {
            if (value.AsSpan(end).StartsWith("番号", StringComparison.Ordinal))
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static int BranchEnd(string value, int at)
    {
        var branch = SkipMarks(value, at);
        branch = SkipWord(value, branch, "枝番");
        if (!value.AsSpan(at, branch - at).Contains("枝番", StringComparison.Ordinal))
        {
            return at;
        }

        branch = SkipMarks(value, branch);
        var end = DigitsEnd(value, branch);
        return end - branch is 1 or 2 ? end : at;
    }

    private static int DigitsEnd(string value, int at)
    {
        while (at < value.Length && Letters.IsDigit(value[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipMarks(string value, int at)
    {
        for (var most = at + 3; at < value.Length && at < most && value[at] is ' ' or '・' or ':' or '-' or '(' or ')' or 'は' or '、' or '/'; at++)
        {
        }

        return at;
    }

    private static int SkipWord(string value, int at, string word) => value.AsSpan(at).StartsWith(word, StringComparison.Ordinal) ? at + word.Length : at;
}

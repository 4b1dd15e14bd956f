namespace Yakuba.Privacy;

/// <summary>Bank accounts: seven digits after 普通, 当座, 口座番号 with bank and branch before them; 記号 and 番号 of ゆうちょ.</summary>
internal static class BankAccounts
{
    private const int Reach = 40;

    private static readonly string[] s_accounts = ["普通", "当座", "貯蓄", "(普)", "(当)", "預金", "口座番号", "普通口座", "定期", "口座"];

    private static readonly string[] s_banks = ["銀行", "信用金庫", "信金", "信用組合", "信組", "農協", "漁協", "労働金庫", "労金", "農業協同組合", "ja", "バンク"];

    private static readonly string[] s_post = ["ゆうちょ", "貯金", "郵便局"];

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        for (var first = 0; first < text.Digits.Count; first++)
        {
            if (text.Digits.Size(first) == 7)
            {
                FindAccount(text, first, findings);
            }
            else if (text.Digits.Size(first) == 5)
            {
                FindPost(text, first, findings);
            }
        }
    }

    private static void FindAccount(PersonalText text, int group, List<Finding> findings)
    {
        var at = text.Digits.Start(group);
        var before = text.Before(at, Reach);
        var kind = before.LastEndOfAny(s_accounts);
        // Between the kind of account and its number stands little: 普通 123, (普通)口座番号:123, 普通預金は123.
        if (kind < 0 || before.Length - kind > 3 || Letters.IsAsciiWord(text.At(text.Digits.End(group))) || text.After(text.Digits.End(group), 2).StartLength(["円", "千円", "万円"]) > 0)
        {
            return;
        }

        var start = StartOfBank(text, before, at - before.Length, kind);
        findings.Add(new Finding(start, text.Digits.End(group), PersonalKind.BankAccount, Certainty.Labelled));
    }

    /// <summary>Where bank, branch or their codes begin; else where the word for the account begins.</summary>
    private static int StartOfBank(PersonalText text, ReadOnlySpan<char> before, int offset, int kind)
    {
        var from = before[..kind].LastIndexOfAny("はがをにへ「、,=\t:|");
        // A colon or 、 inside the account itself (口座番号:) is no beginning.
        var clause = from < 0 ? 0 : from + 1;
        var bank = before[clause..kind].LastEndOfAny(s_banks);
        if (bank >= 0)
        {
            var name = clause + bank;
            while (name > clause && IsNameLetter(before[name - 1]))
            {
                name--;
            }

            return offset + name;
        }

        var word = kind;
        while (word > clause && before[word - 1] is not ' ' and not '\n' and not '(' && !Letters.IsDigit(before[word - 1]))
        {
            word--;
        }

        // Codes of bank and branch (0001-123), or a branch named by digits (〇一八店).
        var code = word;
        while (code > clause && (Letters.DigitValue(before[code - 1]) >= 0 || before[code - 1] is '-' or ' ' or '店' or '('))
        {
            code--;
        }

        while (code < word && before[code] is ' ' or '-')
        {
            code++;
        }

        return offset + code;
    }

    private static bool IsNameLetter(char letter) => Letters.IsKanji(letter) || Letters.IsKatakana(letter) || char.IsAsciiLetter(letter) || letter is '・' or 'ゆ' or 'う' or 'ち' or 'ょ' or 'さ' or 'く' or 'ら';

    /// <summary>記号 five digits that begin with 1, 番号 up to eight digits.</summary>
    private static void FindPost(PersonalText text, int group, List<Finding> findings)
    {
        var at = text.Digits.Start(group);
        var before = text.Before(at, Reach);
        var sign = before.LastIndexOf("記号", StringComparison.Ordinal);
        var next = group + 1;
        if (sign < 0 || before.Length - sign > 5 || text.Value[at] != '1' || next >= text.Digits.Count || text.Digits.Size(next) is < 2 or > 8)
        {
            return;
        }

        var between = text.Value.AsSpan(text.Digits.End(group), Math.Min(12, text.Digits.Start(next) - text.Digits.End(group)));
        if (text.Digits.Start(next) - text.Digits.End(group) <= 8 && between.Contains("番号", StringComparison.Ordinal) && before.LastEndOfAny(s_post) >= 0)
        {
            findings.Add(new Finding(at - before.Length + sign, text.Digits.End(next), PersonalKind.BankAccount, Certainty.Labelled));
        }
    }
}

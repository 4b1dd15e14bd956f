namespace Yakuba.Evidence;

/// <summary>Finds a noun that took the place of another: 知事に提出 where the evidence says 町長に提出.</summary>
/// <remarks>
/// A rewording brings words that the evidence lacks, too; a substitution is told from it by its slot: the word is in no passage, and a sentence has, between the
/// same neighbours and before the same following characters, another noun that the claim lacks. Words of one group of synonyms may stand for each other.
/// </remarks>
internal static class SubstitutionCheck
{
    private static readonly string[][] synonyms =
    [
        ["利用", "使用", "活用"], ["手数料", "料金", "費用", "代金", "使用料", "利用料", "額", "金額"], ["申請", "申込", "申し込み", "申込み", "請求", "手続", "手続き", "届出", "届け出", "届"], ["支給", "給付", "交付", "支払い", "助成", "補助"], ["発行", "交付"], ["児童", "子供", "子ども", "こども", "子"], ["住民", "町民", "市民", "村民", "区民"],
        ["連絡", "電話", "問い合わせ", "問合せ"], ["受付", "受け付け", "窓口"], ["期限", "締切", "締め切り", "期日"], ["開始", "始まり", "初日"], ["終了", "終わり"], ["休館", "休み", "休業", "閉館", "休日"], ["施設", "会場", "場所"], ["書類", "書面", "用紙", "様式"], ["対象", "対象者"], ["方法", "仕方", "やり方"], ["希望", "希望者"], ["制度", "事業"], ["年齢", "歳"], ["時間", "時刻"], ["町", "市", "村", "区", "自治体"],
    ];

    internal static string? Refute(Passage claim, Term word, IReadOnlyList<Passage> evidence, HashSet<string> claimKeys)
    {
        if (IsInFact(claim, word) || NameCheck.IsIn(NameFold.Of(word.Key), evidence))
        {
            return null;
        }

        var (left, right) = Neighbours(claim, word);
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Terms)
            {
                if (!other.IsFact && other.IsNoun && !IsInFact(passage, other) && !claimKeys.Contains(other.Key) && (SameSlot(claim, word, passage, other, left, right) || SameEnding(claim, word, passage, other, right)) && !AreSynonyms(word.Key, other.Key))
                {
                    return $"根拠の文書では「{other.Key}」とされています。";
                }
            }
        }

        return null;
    }

    private static bool SameSlot(Passage claim, Term word, Passage passage, Term other, Term? left, Term? right)
    {
        if (Follower(claim, word.End) != Follower(passage, other.End))
        {
            return false;
        }

        var (before, after) = Neighbours(passage, other);
        var rightAgrees = right is not null && after is not null && right.Value.Key == after.Value.Key;
        var leftAgrees = left is null || (before is not null && left.Value.Key == before.Value.Key);
        return right is null ? left is not null && leftAgrees : rightAgrees && (leftAgrees || Follows(passage, other, left!.Value.Key));
    }

    // 資源ごみ for 粗大ごみ, where the dictionary has one of the two as one word.
    private static bool SameEnding(Passage claim, Term word, Passage passage, Term other, Term? right) =>
        right is not null && right.Value.Start == word.End && right.Value.IsNoun && other.Key.Length > right.Value.Key.Length
        && other.Key.EndsWith(right.Value.Key, StringComparison.Ordinal) && Follower(claim, right.Value.End) == Follower(passage, other.End);

    // か月 is part of a value, compared there.
    private static bool IsInFact(Passage passage, Term word)
    {
        foreach (var fact in passage.Facts)
        {
            if (fact.Kind is not (FactKind.Name or FactKind.Polarity) && word.Start < fact.End && word.End > fact.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(Passage passage, Term other, string left)
    {
        var (start, _) = passage.Reading.SentenceAt(other.Start);
        foreach (var term in passage.Terms)
        {
            if (term.Start >= start && term.End <= other.Start && term.Key == left)
            {
                return true;
            }
        }

        // The neighbour may come later or not at all in evidence that is put in another order; then the right side decides alone.
        return other.End - other.Start >= 2;
    }

    private static char Follower(Passage passage, int end) => end < passage.Reading.Value.Length ? passage.Reading.Value[end] : '。';

    private static (Term? Left, Term? Right) Neighbours(Passage passage, Term word)
    {
        var (start, end) = passage.Reading.SentenceAt(word.Start);
        var (left, right) = ((Term?)null, (Term?)null);
        foreach (var term in passage.Terms)
        {
            if (term.Start >= start && term.End <= word.Start && (left is null || term.End >= left.Value.End))
            {
                left = term;
            }
            else if (term.Start >= word.End && term.End <= end && right is null)
            {
                right = term;
            }
        }

        return (left, right);
    }

    private static bool AreSynonyms(string a, string b)
    {
        foreach (var group in synonyms)
        {
            if (group.Contains(a) && group.Contains(b))
            {
                return true;
            }
        }

        return false;
    }
}

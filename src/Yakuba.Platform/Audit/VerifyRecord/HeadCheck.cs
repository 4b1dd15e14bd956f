using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Compares the tree, as it grows from the entries, with the head that was signed last and with one that somebody kept.</summary>
internal sealed class HeadCheck(Checkpoint? last, EarlierHead? against, Findings found)
{
    // Entries that a head vouches for: a change that no single hash tells of lies behind them.
    private long _trusted;
    private bool _differs;

    internal void Check(CompactTree tree)
    {
        if (against?.Size == tree.Size && (last is null || !against.Is(new Checkpoint(last.Origin, tree.Size, tree.Root()))))
        {
            found.Add(null, $"最初の{tree.Size}件が、確認票の時点の内容と違います。確認票の写し間違いがないかも確かめてください。");
        }
        else if (against?.Size == tree.Size)
        {
            _trusted = tree.Size;
        }

        _differs |= last?.Size == tree.Size && tree.Root() != last.Root;
    }

    /// <summary>After the last entry.</summary>
    /// <param name="tree">Of the entries.</param>
    /// <param name="stored">As the store has it; null when that is no tree.</param>
    internal void Finish(CompactTree tree, CompactTree? stored)
    {
        if (last?.Size > tree.Size)
        {
            found.Add(tree.Size, $"署名済みの控えには{last.Size}件ありますが、記録は{tree.Size}件しかありません。");
        }

        if (against?.Size > tree.Size)
        {
            found.Add(tree.Size, $"確認票には{against.Size}件とありますが、記録は{tree.Size}件しかありません。");
        }

        (long, long)? parting = stored is null ? (tree.Size, 1) : tree.FirstDifference(stored);
        if (parting is var (first, entries))
        {
            found.Add(found.Covers(first, entries) ? null : first, "記録から計算した値が、保存されている値と一致しません。次の記録がつながりません。");
        }

        if (_differs) // last, when everything that can name an entry has spoken
        {
            found.Add(found.First is null ? _trusted : null, $"{last!.Size}件目までの記録が、署名済みの控えと一致しません。");
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Checks entry after entry: its place, its hash, its form, and that the columns lists are made from say what it says.</summary>
internal sealed class EntryCheck(Findings found, Findings remarks, DateTimeOffset now)
{
    // Nodes of one municipality may differ by this much; more is a clock that somebody should explain.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(5);

    private DateTimeOffset _before;

    /// <returns>False when the entry cannot be read.</returns>
    internal bool TryCheck(StoredEntry stored, long expected, [NotNullWhen(true)] out LedgerEntry? entry)
    {
        entry = null;
        if (stored.Index != expected)
        {
            found.Add(expected, $"{expected}番の記録がありません。");
        }
        else if (!MerkleTree.LeafHash(stored.Entry).ToBytes().AsSpan().SequenceEqual(stored.Leaf))
        {
            found.Add(stored.Index, $"{stored.Index}番の記録が書き換えられています。");
        }
        else if (!LedgerEntry.TryDecode(stored.Entry, out entry))
        {
            found.Add(stored.Index, $"{stored.Index}番の記録の形式が正しくありません。");
        }
        else if ((stored.At, stored.Actor, stored.Action, stored.Request) != (entry.Time.ToStore(), entry.Actor, entry.Action, entry.Request))
        {
            found.Add(stored.Index, $"{stored.Index}番の一覧用の欄（日時、人、操作、依頼番号）が、記録の内容と違います。");
        }
        else
        {
            CheckTime(stored.Index, entry.Time);
        }

        return entry is not null;
    }

    private void CheckTime(long index, DateTimeOffset time)
    {
        if (_before - time > ClockSlack)
        {
            remarks.Add(index, $"{index}番の時刻（{time.ToPeople()}）が、前の記録（{_before.ToPeople()}）より戻っています。サーバの時計が変えられた理由を確かめてください。");
        }
        else if (time - now > ClockSlack)
        {
            remarks.Add(index, $"{index}番の時刻（{time.ToPeople()}）が、いまより先です。サーバの時計を確かめてください。");
        }

        _before = time;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Yakuba.Ledger;

/// <summary>How one key handed over to the next.</summary>
/// <param name="Note">The last checkpoint of the old key, signed by both.</param>
/// <param name="Entry">The last entry under it, which names both. It is believed once the log's tree has the root of that checkpoint.</param>
public readonly record struct KeyHandover(ReadOnlyMemory<byte> Note, ReadOnlyMemory<byte> Entry);

/// <summary>The keys of a log from the first to the one in use, each vouched for by the one before. A key that nobody handed over to has no place in it.</summary>
public sealed class KeyChain
{
    /// <summary>Action of the entry that names the old and the new key.</summary>
    public const string Action = "record-key-changed";

    /// <summary>Its fact that holds the public key until then.</summary>
    public const string OldKey = "old-key";

    /// <summary>Its fact that holds the public key from then on.</summary>
    public const string NewKey = "new-key";

    private KeyChain(IReadOnlyList<NoteVerifier> keys, IReadOnlyList<Checkpoint> handovers) => (Keys, Handovers) = (keys, handovers);

    /// <summary>Every key, the first one first; at least one.</summary>
    public IReadOnlyList<NoteVerifier> Keys { get; }

    /// <summary>The checkpoints of the handovers, one fewer than keys. The log's tree must have their roots.</summary>
    public IReadOnlyList<Checkpoint> Handovers { get; }

    /// <summary>The key in use.</summary>
    public NoteVerifier Newest => Keys[^1];

    /// <summary>Follows the handovers of a log.</summary>
    /// <param name="trusted">A key that the reader trusts: the first, the one in use, or any between.</param>
    /// <param name="handovers">The handovers in order; none for a log whose key was never changed.</param>
    /// <param name="chain">The chain, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryFollow(NoteVerifier trusted, IReadOnlyList<KeyHandover> handovers, [NotNullWhen(true)] out KeyChain? chain, out string fault)
    {
        chain = null;
        var keys = new List<NoteVerifier>();
        var heads = new List<Checkpoint>();
        foreach (var handover in handovers)
        {
            if (!TryRead(handover, out var older, out var newer, out var head, out fault))
            {
                return false;
            }

            if ((keys.Count > 0 && keys[^1].ToString() != older.ToString()) || (heads.Count > 0 && head.Size <= heads[^1].Size))
            {
                fault = $"{heads.Count + 1}回目の鍵の交換が、前の交換とつながりません。";
                return false;
            }

            keys.AddRange(keys.Count == 0 ? [older, newer] : [newer]);
            heads.Add(head);
        }

        if (keys.Count == 0)
        {
            keys.Add(trusted);
        }

        fault = keys.Any(k => k.ToString() == trusted.ToString()) ? "" : "この検証鍵は、記録に署名してきた鍵のどれでもありません。";
        chain = fault.Length == 0 ? new KeyChain(keys, heads) : null;
        return chain is not null;
    }

    /// <summary>Opens a checkpoint signed by any key of the chain, within the time of that key: one that has handed over signs nothing longer.</summary>
    /// <param name="note">The signed note.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public bool TryOpen(ReadOnlySpan<byte> note, [NotNullWhen(true)] out Checkpoint? checkpoint, out string fault)
    {
        for (var i = Keys.Count - 1; i > 0; i--)
        {
            if (Checkpoint.TryOpen(note, Keys[i], out checkpoint, out _) && IsInTime(i, checkpoint))
            {
                fault = "";
                return true;
            }
        }

        if (!Checkpoint.TryOpen(note, Keys[0], out checkpoint, out fault))
        {
            return false;
        }

        if (IsInTime(0, checkpoint))
        {
            return true;
        }

        (checkpoint, fault) = (null, "交換して使わなくなった鍵で署名されています。鍵が盗まれた疑いがあります。");
        return false;
    }

    private bool IsInTime(int key, Checkpoint head) => key == Handovers.Count || head.Size <= Handovers[key].Size;

    private static bool TryRead(
        KeyHandover handover, [NotNullWhen(true)] out NoteVerifier? older, [NotNullWhen(true)] out NoteVerifier? newer, [NotNullWhen(true)] out Checkpoint? head, out string fault)
    {
        (older, newer, head, fault) = (null, null, null, "鍵の交換の記録を読み取れません。");
        return LedgerEntry.TryDecode(handover.Entry.Span, out var entry)
            && entry.Action == Action
            && NoteVerifier.TryParse(entry.Facts.GetValueOrDefault(OldKey, ""), out older, out _)
            && NoteVerifier.TryParse(entry.Facts.GetValueOrDefault(NewKey, ""), out newer, out _)
            && Checkpoint.TryOpen(handover.Note.Span, newer, out _, out fault)
            && Checkpoint.TryOpen(handover.Note.Span, older, out head, out fault);
    }
}

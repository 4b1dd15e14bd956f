using System.Diagnostics.CodeAnalysis;

namespace Yakuba.Ledger;

/// <summary>Reads an export without judging it; <see cref="ExportVerifier"/> judges.</summary>
public static class ExportReader
{
    /// <summary>Reads the checkpoint, whoever signed it.</summary>
    /// <param name="directory">The tlog-tiles folder.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryReadCheckpoint(string directory, [NotNullWhen(true)] out Checkpoint? checkpoint, out string fault)
    {
        (checkpoint, fault) = (null, "チェックポイントがありません。");
        return new ExportFiles(directory).Load(TilePath.Checkpoint) is { } bytes
            && SignedNote.TryParse(bytes, out var note, out fault)
            && Checkpoint.TryParse(note.Text, out checkpoint, out fault);
    }

    /// <summary>The handovers of keys, as far as they can be read.</summary>
    /// <param name="directory">The tlog-tiles folder.</param>
    public static IReadOnlyList<KeyHandover> Handovers(string directory) => Handovers(new ExportFiles(directory));

    internal static IReadOnlyList<KeyHandover> Handovers(ExportFiles files)
    {
        var size = files.Load(TilePath.Checkpoint) is { } head && SignedNote.TryParse(head, out var signed, out _) && Checkpoint.TryParse(signed.Text, out var whole, out _) ? whole.Size : 0;
        var handovers = new List<KeyHandover>();
        while (files.Load(TilePath.Handover(handovers.Count + 1)) is { } note)
        {
            var last = SignedNote.TryParse(note, out var read, out _) && Checkpoint.TryParse(read.Text, out var at, out _) && at.Size <= size ? at.Size - 1 : -1;
            handovers.Add(new KeyHandover(note, last < 0 ? default : EntryAt(files, last, size)));
        }

        return handovers;
    }

    private static ReadOnlyMemory<byte> EntryAt(ExportFiles files, long index, long size)
    {
        var bundle = index / TilePath.FullWidth;
        var width = (int)Math.Min(TilePath.FullWidth, size - (bundle * TilePath.FullWidth));
        var place = (int)(index % TilePath.FullWidth);
        if (files.Load(TilePath.Entries(bundle, width)) is not { } bytes)
        {
            return default;
        }

        EntryBundle.TrySplit(bytes, out var entries); // what can be read; the verifier hashes it
        return place < entries.Count ? entries[place] : default;
    }

    /// <summary>The entries in order, one bundle in memory at a time. Ends early where a bundle is missing or damaged.</summary>
    /// <param name="directory">The tlog-tiles folder.</param>
    /// <param name="size">Entries that the checkpoint names.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Entries(string directory, long size)
    {
        var files = new ExportFiles(directory);
        for (long at = 0; at < size; at += TilePath.FullWidth)
        {
            var width = (int)Math.Min(TilePath.FullWidth, size - at);
            if (files.Load(TilePath.Entries(at / TilePath.FullWidth, width)) is not { } bundle)
            {
                yield break;
            }

            var whole = EntryBundle.TrySplit(bundle, out var entries);
            foreach (var entry in entries.Take(width))
            {
                yield return entry;
            }

            if (!whole || entries.Count != width)
            {
                yield break;
            }
        }
    }
}

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

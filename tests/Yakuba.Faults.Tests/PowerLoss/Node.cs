namespace Yakuba.Faults.Tests.PowerLoss;

/// <summary>A file or folder as the kernel sees it, and what of it has reached the disk for certain.</summary>
internal sealed class Node(bool isFolder, UnixFileMode mode)
{
    private readonly List<(long At, byte[]? Data)> _pending = []; // no data: cut or lengthened to that length

    internal bool IsFolder => isFolder;

    internal UnixFileMode Mode => mode;

    /// <summary>Names in a folder, as programs see them now.</summary>
    internal Dictionary<string, Node> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in a folder that a sync of it has made lasting.</summary>
    internal Dictionary<string, Node> Lasting { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Bytes of a file that a sync of it has made lasting.</summary>
    internal byte[] LastingBytes { get; set; } = [];

    internal void Write(long at, byte[] data) => _pending.Add((at, data));

    internal void Cut(long length) => _pending.Add((length, null));

    internal void Sync()
    {
        LastingBytes = All();
        _pending.Clear();
    }

    /// <summary>The bytes when all that is not synced has reached the disk.</summary>
    internal byte[] All() => _pending.Aggregate(LastingBytes, (bytes, change) => With(bytes, change.At, change.Data));

    /// <summary>The bytes when some of what is not synced has reached the disk, in any order, some of it only in part: a disk writes 512 bytes at a time.</summary>
    internal byte[] Some(Random random)
    {
        const int sector = 512;
        var bytes = LastingBytes;
        var arrived = _pending.Where(_ => random.Next(2) == 0).ToArray();
        random.Shuffle(arrived);
        foreach (var (at, data) in arrived)
        {
            if (data is null || random.Next(3) > 0)
            {
                bytes = With(bytes, at, data);
                continue;
            }

            for (var from = 0; from < data.Length; from = NextSector(at, from))
            {
                if (random.Next(2) == 0)
                {
                    bytes = With(bytes, at + from, data[from..Math.Min(data.Length, NextSector(at, from))]);
                }
            }
        }

        return bytes;

        static int NextSector(long at, int from) => (int)((((at + from) / sector) + 1) * sector - at);
    }

    private static byte[] With(byte[] bytes, long at, byte[]? data)
    {
        var changed = new byte[data is null ? at : Math.Max(bytes.Length, at + data.Length)];
        bytes.AsSpan(0, Math.Min(bytes.Length, changed.Length)).CopyTo(changed);
        data?.CopyTo(changed.AsSpan((int)at));
        return changed;
    }
}

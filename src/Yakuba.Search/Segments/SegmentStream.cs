using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>Writes a file from front to back in large steps, counting bytes and summing a checksum for each section.</summary>
internal sealed class SegmentStream : IDisposable
{
    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;
    private uint _checksum;

    internal SegmentStream(string path)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Segments are written and mapped little-endian.");
        }

        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Bytes written so far.</summary>
    internal long Position { get; private set; }

    internal void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        while (bytes.Length > 0)
        {
            if (_used == _buffer.Length)
            {
                Drain();
            }

            var step = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes[..step].CopyTo(_buffer.AsSpan(_used));
            _used += step;
            Position += step;
            bytes = bytes[step..];
        }
    }

    /// <summary>Writes zero bytes up to the next multiple of <paramref name="alignment"/>, a power of two up to 64.</summary>
    internal void PadTo(int alignment)
    {
        ReadOnlySpan<byte> zeros = stackalloc byte[SegmentFormat.Alignment];
        Write(zeros[..(int)(-Position & (alignment - 1))]);
    }

    internal long BeginSection()
    {
        Drain();
        _checksum = 0;
        return Position;
    }

    internal SectionTable.Extent EndSection(long start)
    {
        PadTo(SegmentFormat.Alignment);
        Drain();
        return new SectionTable.Extent(start, Position - start, _checksum);
    }

    /// <summary>Writes <paramref name="bytes"/> over the first bytes of the file; the position stays at the end.</summary>
    internal void WriteAtStart(ReadOnlySpan<byte> bytes)
    {
        Drain();
        RandomAccess.Write(_file.SafeFileHandle, bytes, 0);
    }

    /// <summary>Writes what is buffered and waits until the disk has it.</summary>
    internal void Sync()
    {
        Drain();
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private void Drain()
    {
        var bytes = _buffer.AsSpan(0, _used);
        _checksum = Crc32C.Append(_checksum, bytes);
        _file.Write(bytes);
        _used = 0;
    }
}

namespace Yakuba.Documents;

/// <summary>Expands one entry and holds it to its word: no byte beyond the declared size, the declared checksum at the end.</summary>
internal sealed class CheckedEntryStream(Stream plain, ZipEntry entry, ReadSource source) : Stream
{
    private long _read;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        source.Cancel.ThrowIfCancellationRequested();
        var n = Expand(buffer);
        _read += n;
        if (_read > entry.Expanded)
        {
            throw new UnreadableException(Refusals.Bomb(source.FileName));
        }

        _crc = Crc32.Append(_crc, buffer[..n]);
        if (n == 0 && buffer.Length > 0 && (_read != entry.Expanded || _crc != entry.Crc))
        {
            throw ZipDirectory.Damaged(source, "中身の検査値が合わない");
        }

        return n;
    }

    private int Expand(Span<byte> buffer)
    {
        try
        {
            return plain.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw ZipDirectory.Damaged(source, "圧縮された中身を展開できない");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
        }

        base.Dispose(disposing);
    }
}

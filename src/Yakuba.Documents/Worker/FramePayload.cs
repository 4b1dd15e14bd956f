namespace Yakuba.Documents;

/// <summary>The bytes of one frame as a stream, so that a large answer is taken apart while it comes and never lies in memory as bytes.</summary>
internal sealed class FramePayload(Stream pipe, int length) : Stream
{
    private int _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var wanted = Math.Min(buffer.Length, _left);
        if (wanted == 0)
        {
            return 0;
        }

        var read = pipe.Read(buffer[..wanted]);
        _left -= read;
        return read > 0 ? read : throw new EndOfStreamException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

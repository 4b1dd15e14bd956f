namespace Yakuba.Platform.Models.Endpoint;

/// <summary>A reply's bytes, with an end to silence and to size. Reading more or waiting longer throws <see cref="ModelEndedException"/>.</summary>
internal sealed class GuardedStream(Stream inner, ModelLimits limits) : Stream
{
    private long _left = ModelLimits.MaxBytes;
    private bool _begun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_begun ? limits.Idle : limits.FirstByte);
        try
        {
            var read = await inner.ReadAsync(buffer, patience.Token);
            _begun = true;
            _left -= read;
            return _left >= 0 ? read : throw new ModelEndedException(ModelFailure.TooLarge);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelEndedException(ModelFailure.Silent);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

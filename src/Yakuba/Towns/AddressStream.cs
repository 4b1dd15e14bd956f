using System.Text;

namespace Yakuba.Towns;

/// <summary>Puts a path before each address in the pages, streams and JSON that pass through. All else passes as it is.</summary>
/// <remarks>
/// An address stands in an attribute or in a member named href and begins with a slash. What people wrote cannot look like one: in pages
/// their quotation marks are written as entities, in JSON with a backslash.
/// </remarks>
/// <param name="to">Where the bytes go.</param>
/// <param name="response">Says what kind of content it is, once that is known.</param>
/// <param name="path">The path, without a slash at its end.</param>
internal sealed class AddressStream(Stream to, HttpResponse response, string path) : Stream
{
    private static readonly byte[][] Before =
        [.. new[] { " href=\"", " action=\"", " src=\"", " formaction=\"", " hx-get=\"", " hx-post=\"", " data-options=\"", " data-finish=\"", "\"href\":\"" }.Select(Encoding.ASCII.GetBytes)];

    private static readonly int Longest = Before.Max(b => b.Length);

    private readonly byte[] _path = Encoding.ASCII.GetBytes(path);
    private byte[] _tail = []; // the last bytes that passed: an attribute's name may end one write and its value begin the next
    private bool? _holdsAddresses;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether a browser or a program follows addresses in it. A file to keep is given out as it was made.</summary>
    internal static bool HoldsAddresses(HttpResponse response)
    {
        var type = response.ContentType ?? "";
        return response.Headers.ContentDisposition.Count == 0 && response.Headers.ContentEncoding.Count == 0
            && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!(_holdsAddresses ??= HoldsAddresses(response)))
        {
            await to.WriteAsync(buffer, cancellationToken);
            return;
        }

        var from = 0;
        for (var at = 0; at < buffer.Length && buffer.Span[at..].IndexOf((byte)'/') is >= 0 and var found; at++)
        {
            at += found;
            if (IsAddress(buffer.Span[..at]))
            {
                await to.WriteAsync(buffer[from..at], cancellationToken);
                await to.WriteAsync(_path, cancellationToken);
                from = at;
            }
        }

        await to.WriteAsync(buffer[from..], cancellationToken);
        Remember(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Responses are written asynchronously.");

    public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private bool IsAddress(ReadOnlySpan<byte> before)
    {
        Span<byte> last = stackalloc byte[2 * Longest];
        var near = before.Length > Longest ? before[^Longest..] : before;
        _tail.CopyTo(last);
        near.CopyTo(last[_tail.Length..]);
        last = last[..(_tail.Length + near.Length)];
        foreach (var start in Before)
        {
            if (last.EndsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    private void Remember(ReadOnlySpan<byte> passed) =>
        _tail = passed.Length >= Longest ? passed[^Longest..].ToArray() : [.. _tail.Concat(passed.ToArray()).TakeLast(Longest)];
}

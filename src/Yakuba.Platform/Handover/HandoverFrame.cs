using System.Buffers.Binary;
using System.Text;

namespace Yakuba.Platform.Handover;

/// <summary>What goes over the socket: a kind, a length (u32, little-endian) and UTF-8 text.</summary>
internal static class HandoverFrame
{
    internal const byte Request = (byte)'R';
    internal const byte Results = (byte)'O';
    internal const byte Remarks = (byte)'E';
    internal const byte Exit = (byte)'X';

    private const int LongestText = 16 << 20;

    internal static async Task WriteAsync(Stream stream, byte kind, string text, CancellationToken cancel)
    {
        var bytes = new byte[5 + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), bytes.Length - 5);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(5));
        await stream.WriteAsync(bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <returns>Null when the other side has gone.</returns>
    internal static async Task<(byte Kind, string Text)?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[5];
        if (await stream.ReadAtLeastAsync(head, 5, throwOnEndOfStream: false, cancel) < 5)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        if (length is < 0 or > LongestText)
        {
            return null;
        }

        var text = new byte[length];
        return await stream.ReadAtLeastAsync(text, length, throwOnEndOfStream: false, cancel) < length
            ? null
            : (head[0], Encoding.UTF8.GetString(text));
    }
}

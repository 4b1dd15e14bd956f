using System.Buffers.Binary;

namespace Yakuba.Documents;

/// <summary>What a frame on the pipe between server and worker holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>Worker to server, once, before anything else: <see cref="WorkerHello"/>.</summary>
    Hello = 1,

    /// <summary>Server to worker: <see cref="WorkerRequest"/>.</summary>
    Request = 2,

    /// <summary>Server to worker, after each request: the bytes of the file.</summary>
    Content = 3,

    /// <summary>Worker to server: <see cref="WorkerAnswer"/>.</summary>
    Answer = 4,
}

/// <summary>Frames of docs/formats/worker.md: a kind (1 byte), a length (4 bytes, little-endian), that many bytes.</summary>
internal static class Frames
{
    private const int HeadBytes = 5;

    internal static void Write(Stream to, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        to.Write(head);
        to.Write(payload);
        to.Flush();
    }

    /// <summary>Reads the head of the frame that must come next.</summary>
    /// <param name="from">The pipe.</param>
    /// <param name="wanted">Its kind.</param>
    /// <param name="most">Bytes it may hold at most.</param>
    /// <returns>Its bytes, to be read from the pipe; -1 when the other side ended before it.</returns>
    /// <exception cref="FrameException">Something else came, or too much.</exception>
    internal static int Begin(Stream from, FrameKind wanted, int most)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        var read = from.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        if (read == 0)
        {
            return -1;
        }

        var length = read == HeadBytes ? BinaryPrimitives.ReadInt32LittleEndian(head[1..]) : -1;
        return read < HeadBytes || head[0] != (byte)wanted || length < 0 ? throw new FrameException("a frame of another kind, or half a frame")
            : length > most ? throw new FrameException("a frame over its bound")
            : length;
    }

    /// <summary>Reads a whole frame; null when the other side ended before it.</summary>
    internal static byte[]? Read(Stream from, FrameKind wanted, int most)
    {
        var length = Begin(from, wanted, most);
        if (length < 0)
        {
            return null;
        }

        var payload = new byte[length];
        from.ReadExactly(payload);
        return payload;
    }
}

/// <summary>The other side of the pipe does not keep to the frames.</summary>
internal sealed class FrameException(string what) : Exception(what);

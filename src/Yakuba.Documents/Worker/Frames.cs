using System.Buffers.Binary;

namespace Yakuba.Documents;

/// <summary>What a frame on the pipe between server and worker holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>Worker to server, once, before anything else: <see cref="WorkerHello"/>.</summary>
    Hello = 1,

    /// <summary>Server to worker: <see cref="WorkerRequest"/>.</summary>
    Request = 2,

    /// <summary>Worker to server, before the answer, any number: an array of <see cref="Block"/>.</summary>
    Blocks = 3,

    /// <summary>Worker to server, after all that belongs to it: <see cref="WorkerAnswer"/>.</summary>
    Answer = 4,

    /// <summary>Worker to server, after the blocks: an array of <see cref="FaqEntry"/>.</summary>
    Entries = 5,

    /// <summary>Worker to server, after the entries: an array of <see cref="Passage"/>.</summary>
    Passages = 6,
}

/// <summary>Frames of docs/formats/worker.md: a kind (1 byte), a length (4 bytes, little-endian), that many bytes.</summary>
internal static class Frames
{
    internal const int HeadBytes = 5;

    internal static void Write(Stream to, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        to.Write(head);
        to.Write(payload);
        to.Flush();
    }

    /// <summary>Reads the head of the next frame.</summary>
    /// <returns>What it holds and how many bytes, to be read from the pipe; null when the other side ended before it.</returns>
    /// <exception cref="FrameException">Half a head, or a length below 0.</exception>
    internal static (FrameKind Kind, int Length)? Next(Stream from)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        var read = from.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        var length = read == HeadBytes ? BinaryPrimitives.ReadInt32LittleEndian(head[1..]) : -1;
        return length >= 0 ? ((FrameKind)head[0], length) : throw new FrameException("half a frame");
    }

    /// <summary>Reads a whole frame; null when the other side ended before it.</summary>
    internal static byte[]? Read(Stream from, FrameKind wanted, int most)
    {
        if (Next(from) is not { } head)
        {
            return null;
        }

        Demand(head.Kind == wanted && head.Length <= most);
        var payload = new byte[head.Length];
        from.ReadExactly(payload);
        return payload;
    }

    /// <exception cref="FrameException">It is not so.</exception>
    internal static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new FrameException("a frame of another kind, or over its bound");
        }
    }
}

/// <summary>The other side of the pipe does not keep to the frames.</summary>
internal sealed class FrameException(string what) : Exception(what);

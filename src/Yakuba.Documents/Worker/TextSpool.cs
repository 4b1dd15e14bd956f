using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yakuba.Documents;

/// <summary>A document's text on disk, in the frames in which it came: it can be larger than what the server may hold.</summary>
internal static class TextSpool
{
    /// <summary>Takes the parts and the answer of a worker. Each part is read strictly before it is kept: a worker may have been taken over by a file.</summary>
    /// <param name="pipe">The worker's.</param>
    /// <param name="path">The file that is made for the parts.</param>
    /// <exception cref="SpoolException">The parts cannot be kept; the worker is not to blame.</exception>
    internal static WorkerAnswer Receive(Stream pipe, string path)
    {
        using var kept = OnDisk(() => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        var counts = new int[(int)FrameKind.Passages + 1];
        var (bytes, last) = (0L, FrameKind.Blocks);
        while (true)
        {
            var (kind, length) = Frames.Next(pipe) ?? throw new EndOfStreamException();
            Frames.Demand(length <= WorkerJson.MostPart);
            if (kind == FrameKind.Answer)
            {
                var answer = JsonSerializer.Deserialize(new FramePayload(pipe, length), WorkerJson.Plain.WorkerAnswer);
                Frames.Demand(answer is not null && answer.Document is null != answer.Refusal is null && (answer.Document is not { } d
                    || (d.Blocks == counts[(int)FrameKind.Blocks] && d.FaqEntries == counts[(int)FrameKind.Entries] && d.Passages == counts[(int)FrameKind.Passages])));
                return answer!;
            }

            Frames.Demand(kind is FrameKind.Blocks or FrameKind.Entries or FrameKind.Passages && kind >= last && (bytes += length) <= WorkerJson.MostText);
            last = kind;
            counts[(int)kind] += Keep(pipe, kind, length, kept);
        }
    }

    /// <summary>Reads back all of one kind, a part at a time.</summary>
    internal static IEnumerable<T> Read<T>(string path, FrameKind wanted, JsonTypeInfo<List<T>> type)
    {
        using var kept = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        while (Frames.Next(kept) is { } head)
        {
            if (head.Kind != wanted)
            {
                kept.Seek(head.Length, SeekOrigin.Current);
                continue;
            }

            foreach (var item in JsonSerializer.Deserialize(new FramePayload(kept, head.Length), type)!)
            {
                yield return item;
            }
        }
    }

    private static int Keep(Stream pipe, FrameKind kind, int length, FileStream kept)
    {
        var part = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var payload = part.AsSpan(0, length);
            pipe.ReadExactly(payload);
            var items = kind switch
            {
                FrameKind.Blocks => Count(payload, WorkerJson.Plain.ListBlock),
                FrameKind.Entries => Count(payload, WorkerJson.Plain.ListFaqEntry),
                _ => Count(payload, WorkerJson.Plain.ListPassage),
            };
            return OnDisk(() =>
            {
                Frames.Write(kept, kind, part.AsSpan(0, length));
                return items;
            });
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    private static int Count<T>(ReadOnlySpan<byte> part, JsonTypeInfo<List<T>> type)
    {
        var items = JsonSerializer.Deserialize(part, type);
        Frames.Demand(items is not null && !items.Exists(i => i is null));
        return items!.Count;
    }

    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(e);
        }
    }
}

/// <summary>What a worker sent cannot be kept on this disk.</summary>
internal sealed class SpoolException(Exception why) : Exception(why.Message, why);

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yakuba.Documents;

/// <summary>Sends a document's text in parts, so that neither side ever holds all of it as bytes.</summary>
internal sealed class PartWriter(Stream to) : IDisposable
{
    private const int Enough = 256 << 10;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = WorkerJson.Plain.Options.Encoder, SkipValidation = true });
    private long _sent;

    /// <summary>Sends all of one kind.</summary>
    /// <returns>False when one of them, or all together, are over their bounds; then what was sent is of no use.</returns>
    internal bool Write<T>(FrameKind kind, IReadOnlyList<T> items, JsonTypeInfo<T> type)
    {
        for (var i = 0; i < items.Count;)
        {
            _bytes.ResetWrittenCount();
            _json.Reset(_bytes);
            _json.WriteStartArray();
            for (; i < items.Count && _json.BytesCommitted + _json.BytesPending < Enough; i++)
            {
                JsonSerializer.Serialize(_json, items[i], type);
            }

            _json.WriteEndArray();
            _json.Flush();
            _sent += _bytes.WrittenCount;
            if (_bytes.WrittenCount > WorkerJson.MostPart || _sent > WorkerJson.MostText)
            {
                return false;
            }

            Frames.Write(to, kind, _bytes.WrittenSpan);
        }

        return true;
    }

    public void Dispose() => _json.Dispose();
}

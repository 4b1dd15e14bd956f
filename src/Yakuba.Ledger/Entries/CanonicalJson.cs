using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Yakuba.Ledger;

/// <summary>A value has no canonical form here: a fraction, an integer beyond 2^53 − 1, half a surrogate pair, or nesting beyond 32.</summary>
public sealed class CanonicalJsonException(string message) : Exception(message);

/// <summary>JSON with exactly one spelling for each value (RFC 8785), limited to integers, so that equal content has equal hashes.</summary>
public static class CanonicalJson
{
    /// <summary>The largest integer that every JSON reader keeps exact: 2^53 − 1.</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    private const int MaxDepth = 32;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>Writes a value: members sorted by UTF-16 code units, no white space, RFC 8785 escapes, UTF-8.</summary>
    /// <exception cref="CanonicalJsonException">The value has no canonical form.</exception>
    public static byte[] Write(JsonNode? value)
    {
        var output = new ArrayBufferWriter<byte>(512);
        WriteValue(output, value, MaxDepth);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Brings any JSON text into the canonical form.</summary>
    /// <returns>False for malformed JSON or UTF-8, a duplicate key, or a value without canonical form.</returns>
    public static bool TryCanonicalise(ReadOnlySpan<byte> json, [NotNullWhen(true)] out byte[]? canonical)
    {
        canonical = TryParse(json, out _, out var bytes) ? bytes : null;
        return canonical is not null;
    }

    /// <summary>Reads JSON that must already be in the canonical form, byte for byte.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out JsonNode? value) =>
        TryParse(json, out value, out var canonical) && canonical.AsSpan().SequenceEqual(json);

    private static bool TryParse(ReadOnlySpan<byte> json, out JsonNode? value, out byte[] canonical)
    {
        (value, canonical) = (null, []);
        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            return false;
        }

        try
        {
            value = JsonNode.Parse(json, nodeOptions: null, Strict);
            canonical = Write(value);
            return true;
        }
        catch (Exception refused) when (refused is JsonException or CanonicalJsonException or InvalidOperationException)
        {
            // The framework reports an escaped half surrogate pair as InvalidOperationException when the string is taken out.
            return false;
        }
    }

    private static void WriteValue(ArrayBufferWriter<byte> output, JsonNode? value, int depthLeft)
    {
        if (depthLeft == 0)
        {
            throw new CanonicalJsonException($"The value is nested deeper than {MaxDepth}.");
        }

        switch (value)
        {
            case null:
                output.Write("null"u8);
                break;
            case JsonObject members:
                WriteObject(output, members, depthLeft);
                break;
            case JsonArray items:
                WriteArray(output, items, depthLeft);
                break;
            default:
                WriteScalar(output, value.AsValue());
                break;
        }
    }

    private static void WriteObject(ArrayBufferWriter<byte> output, JsonObject members, int depthLeft)
    {
        output.Write("{"u8);
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            CanonicalString.Write(output, name);
            output.Write(":"u8);
            WriteValue(output, value, depthLeft - 1);
        }

        output.Write("}"u8);
    }

    private static void WriteArray(ArrayBufferWriter<byte> output, JsonArray items, int depthLeft)
    {
        output.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            WriteValue(output, items[i], depthLeft - 1);
        }

        output.Write("]"u8);
    }

    private static void WriteScalar(ArrayBufferWriter<byte> output, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                CanonicalString.Write(output, value.GetValue<string>());
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Number when Integer(value) is { } number:
                output.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                break;
            default:
                throw new CanonicalJsonException($"{value} is not an integer of at most 2^53 - 1.");
        }
    }

    private static long? Integer(JsonValue value)
    {
        if (!value.TryGetValue<long>(out var number))
        {
            if (!value.TryGetValue<int>(out var small))
            {
                return null;
            }

            number = small;
        }

        return number is >= -MaxInteger and <= MaxInteger ? number : null;
    }
}

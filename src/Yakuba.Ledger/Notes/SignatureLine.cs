using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Yakuba.Ledger;

/// <summary>The line <c>— name base64(key id ‖ signature)</c> of a note.</summary>
internal static class SignatureLine
{
    private const string Start = "\u2014 ";
    private const int KeyIdBytes = 4;

    internal static string Write(NoteSignature signature)
    {
        var bytes = new byte[KeyIdBytes + signature.Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
        signature.Bytes.Span.CopyTo(bytes.AsSpan(KeyIdBytes));
        return $"{Start}{signature.Name} {Convert.ToBase64String(bytes)}";
    }

    internal static bool TryRead(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Start, StringComparison.Ordinal)
            || line[Start.Length..].Split(' ') is not [var name, var base64]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(base64, out var bytes)
            || bytes.Length <= KeyIdBytes)
        {
            return false;
        }

        signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(KeyIdBytes));
        return true;
    }
}

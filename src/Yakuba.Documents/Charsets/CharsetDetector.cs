using System.Text;

namespace Yakuba.Documents;

/// <summary>Finds the character set of Japanese text by its bytes: byte order mark, declaration, then plausibility.</summary>
internal static class CharsetDetector
{
    private const int ProbeBytes = 256 * 1024;

    /// <summary>Decodes text whose format has no declaration of its own.</summary>
    internal static DecodedText Decode(byte[] content) => Decode(content, declared: null);

    /// <summary>Decodes text; a declared name wins over the guess unless the bytes contradict it.</summary>
    internal static DecodedText Decode(byte[] content, string? declared)
    {
        if (ByMark(content) is var (marked, skip))
        {
            return new DecodedText(marked.GetString(content, skip, content.Length - skip), marked.WebName);
        }

        var encoding = ByDeclaration(content, declared) ?? ByBytes(content);
        return new DecodedText(encoding.GetString(content), Name(encoding));
    }

    private static (Encoding Encoding, int Skip)? ByMark(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? ByDeclaration(byte[] content, string? declared)
    {
        var encoding = declared is null ? null : JapaneseEncodings.ByName(declared);

        // Pages saved again by an editor often keep a wrong declaration; strict UTF-8 does not happen by chance.
        if (encoding is null || (encoding.CodePage != Encoding.UTF8.CodePage && HasHighByte(content) && IsUtf8(Probe(content))))
        {
            return null;
        }

        return JapaneseEncodings.Implausibility(encoding, Probe(content)) <= 0.05 ? encoding : null;
    }

    private static Encoding ByBytes(byte[] content)
    {
        var probe = Probe(content);
        if (LooksUtf16(probe) is { } wide)
        {
            return wide;
        }

        if (probe.IndexOf("\u001B$"u8) >= 0 && !HasHighByte(content))
        {
            return JapaneseEncodings.Iso2022Jp;
        }

        if (IsUtf8(probe))
        {
            return Encoding.UTF8;
        }

        return new[] { JapaneseEncodings.ShiftJis, JapaneseEncodings.EucJp, Encoding.UTF8 }
            .MinBy(e => JapaneseEncodings.Implausibility(e, Probe(content)))!;
    }

    private static ReadOnlySpan<byte> Probe(byte[] content) => content.AsSpan(0, Math.Min(content.Length, ProbeBytes));

    private static bool HasHighByte(byte[] content) => content.AsSpan().IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;

    private static bool IsUtf8(ReadOnlySpan<byte> probe)
    {
        // The probe may end inside a character: up to three bytes of it are forgiven.
        for (var cut = 0; cut <= 3 && cut <= probe.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(probe[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding? LooksUtf16(ReadOnlySpan<byte> probe)
    {
        if (probe.Length < 4)
        {
            return null;
        }

        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < probe.Length; i++)
        {
            if (probe[i] == 0)
            {
                _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
            }
        }

        var few = probe.Length / 50;
        return (evenZeros > few && oddZeros == 0) ? Encoding.BigEndianUnicode
            : (oddZeros > few && evenZeros == 0) ? Encoding.Unicode
            : null;
    }

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        932 => "shift_jis",
        51932 => "euc-jp",
        50220 => "iso-2022-jp",
        _ => encoding.WebName,
    };
}

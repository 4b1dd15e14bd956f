using System.Text;

namespace Yakuba.Documents;

/// <summary>The legacy encodings of Japanese files, all with U+FFFD for bytes that mean nothing.</summary>
internal static class JapaneseEncodings
{
    /// <summary>Windows code page 932: Shift_JIS with the NEC and IBM extensions that office files use.</summary>
    internal static Encoding ShiftJis { get; } = Of(932);

    internal static Encoding EucJp { get; } = Of(51932);

    internal static Encoding Iso2022Jp { get; } = new Iso2022JpEncoding();

    /// <summary>The encoding a declaration names; null for a name outside Japanese practice.</summary>
    internal static Encoding? ByName(string name) => name.Trim().Trim('"', '\'').ToLowerInvariant() switch
    {
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932" or "ms932" => ShiftJis,
        "euc-jp" or "x-euc-jp" or "eucjp" => EucJp,
        "iso-2022-jp" or "csiso2022jp" or "iso-2022-jp-ms" or "iso-2022-jp-1" or "iso-2022-jp-3" or "iso-2022-jp-2004" or "cp50220" or "cp50221" => Iso2022Jp,
        "utf-8" or "utf8" => Encoding.UTF8,
        _ => null,
    };

    /// <summary>Share of characters that make no sense in Japanese text, 0 to 1: undecodable, private use, control, half-width kana.</summary>
    internal static double Implausibility(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        double doubt = 0;
        var wide = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                doubt += c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b') ? 1 : 0;
                continue;
            }

            wide++;
            doubt += c switch
            {
                '\uFFFD' => 2,
                >= '\uE000' and <= '\uF8FF' => 0.5,

                // Half-width kana is what EUC-JP bytes look like when read as Shift_JIS.
                >= '\uFF61' and <= '\uFF9F' => 0.4,
                < '\u0100' => 0.3,
                >= '\u3040' and <= '\u30FF' => 0,
                >= '\u4E00' and <= '\u9FFF' => 0.05,
                _ => 0.05,
            };
        }

        return wide == 0 ? (doubt > 0 ? 1 : 0) : Math.Min(1, doubt / wide);
    }

    // Asked directly, not through Encoding.GetEncoding: what this library can read must not depend on who registered a provider.
    private static Encoding Of(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, codePage == 932 ? new VendorCharacters() : new DecoderReplacementFallback("\uFFFD"))
        ?? throw new InvalidOperationException($"No code page {codePage}");
}

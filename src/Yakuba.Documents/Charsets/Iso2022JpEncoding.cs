using System.Text;

namespace Yakuba.Documents;

/// <summary>Decodes ISO-2022-JP as mails hold it: with half-width kana, ①, 髙 and 﨑 as well, each code point kept.</summary>
/// <remarks>The runtime's code page 50220 makes half-width kana full-width and does not know the vendor rows. Of JIS X 0213 what it shares with the older tables is read. Source: RFC 1468, and ESC ( I and rows 13, 89 to 92 as programs write them.</remarks>
internal sealed class Iso2022JpEncoding : Encoding
{
    private const byte Escape = 0x1B;

    /// <summary>From here on the rows of JIS X 0213 hold other kanji than the vendor rows; the runtime has no table of them.</summary>
    private const byte FirstOther = 0x75;
    private static readonly Encoding Writer = CodePagesEncodingProvider.Instance.GetEncoding(50220)!;
    private static readonly Encoding Supplement = CodePagesEncodingProvider.Instance.GetEncoding(20932)!;

    private enum Set
    {
        Ascii,
        Kana,
        Kanji,
        SupplementKanji,
        NewerKanji,
        RareKanji,
    }

    /// <inheritdoc/>
    public override int CodePage => 50220;

    /// <inheritdoc/>
    public override string WebName => "iso-2022-jp";

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => Writer.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => Writer.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => Writer.GetMaxByteCount(charCount);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => Decoded(bytes.AsSpan(index, count)).Length;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Decoded(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(0, chars, charIndex, text.Length);
        return text.Length;
    }

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var set = Set.Ascii;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] == Escape && Designated(bytes[i..]) is var (next, length))
            {
                (set, i) = (next, i + length);
            }
            else if (set is Set.Ascii || bytes[i] <= ' ')
            {
                // A line always begins in ASCII, whether or not the writer said so.
                set = bytes[i] == '\n' ? Set.Ascii : set;
                text.Append(bytes[i] < 0x80 ? (char)bytes[i] : bytes[i] is >= 0xA1 and <= 0xDF ? (char)(0xFF61 + bytes[i] - 0xA1) : '\uFFFD');
                i++;
            }
            else if (set is Set.Kana)
            {
                text.Append(bytes[i] is >= 0x21 and <= 0x5F ? (char)(0xFF61 + bytes[i] - 0x21) : '\uFFFD');
                i++;
            }
            else
            {
                // Of half a kanji the other half is gone; what stands there, such as the end of the line, is not.
                var isWhole = i + 1 < bytes.Length && bytes[i + 1] > ' ';
                text.Append(isWhole ? Kanji(bytes[i], bytes[i + 1], set) : "\uFFFD");
                i += isWhole ? 2 : 1;
            }
        }

        return text.ToString();
    }

    private static (Set, int)? Designated(ReadOnlySpan<byte> at) => at switch
    {
        [Escape, (byte)'(', (byte)'B' or (byte)'J' or (byte)'H', ..] => (Set.Ascii, 3),
        [Escape, (byte)'(', (byte)'I', ..] => (Set.Kana, 3),
        [Escape, (byte)'$', (byte)'(', (byte)'D', ..] => (Set.SupplementKanji, 4),
        [Escape, (byte)'$', (byte)'(', (byte)'O' or (byte)'Q', ..] => (Set.NewerKanji, 4),
        [Escape, (byte)'$', (byte)'(', (byte)'P', ..] => (Set.RareKanji, 4),
        [Escape, (byte)'$', (byte)'(', (byte)'@' or (byte)'B', ..] => (Set.Kanji, 4),
        [Escape, (byte)'$', (byte)'@' or (byte)'B', ..] => (Set.Kanji, 3),
        _ => null,
    };

    private static string Kanji(byte first, byte second, Set set)
    {
        if (first is < 0x21 or > 0x7E || second is < 0x21 or > 0x7E || set is Set.RareKanji || (set is Set.NewerKanji && first >= FirstOther))
        {
            return "\uFFFD";
        }

        if (set is Set.SupplementKanji)
        {
            return Supplement.GetString([(byte)(first | 0x80), second]) is [not '?'] found ? found : "\uFFFD";
        }

        // The same place of the table, as Shift_JIS counts it.
        var row = first - 0x21;
        var lead = (row / 2) + (row < 62 ? 0x81 : 0xC1);
        var trail = row % 2 == 0 ? second + (second < 0x60 ? 0x1F : 0x20) : second + 0x7E;
        return JapaneseEncodings.ShiftJis.GetString([(byte)lead, (byte)trail]);
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>The fingerprint of a head as eight words of three kana: short enough to read aloud, long enough (120 bits) that no other head has it.</summary>
/// <remarks>The first 15 bytes of SHA-256 over the checkpoint's text, five bits a kana. Kana that are alike to the eye or ear are left out.</remarks>
public static class SpokenWords
{
    /// <summary>Words of a fingerprint.</summary>
    public const int Count = 8;

    private const int KanaInWord = 3;
    private const int BitsInKana = 5;
    private const string Alphabet = "あいうえおかきくけこさしすせたちつてとなにのはひふまみむめもやら";

    /// <summary>The words of a head, with a space between them.</summary>
    public static string Of(Checkpoint head)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(head.ToText()));
        var words = new StringBuilder();
        for (var kana = 0; kana < Count * KanaInWord; kana++)
        {
            if (kana > 0 && kana % KanaInWord == 0)
            {
                words.Append(' ');
            }

            words.Append(Alphabet[Bits(hash, kana * BitsInKana)]);
        }

        return words.ToString();
    }

    /// <summary>Reads words as people type them: katakana and any spaces or 、 between.</summary>
    /// <returns>The words as <see cref="Of"/> writes them; null when they are not eight words of ours.</returns>
    public static string? Parse(string typed)
    {
        var kana = typed.Where(c => !char.IsWhiteSpace(c) && c is not ('、' or '。' or '・' or ',' or '-'))
            .Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c).ToArray();
        return kana.Length == Count * KanaInWord && kana.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? string.Join(' ', kana.Chunk(KanaInWord).Select(word => new string(word)))
            : null;
    }

    // A kana lies in one byte or in two.
    private static int Bits(ReadOnlySpan<byte> hash, int from) =>
        (((hash[from / 8] << 8) | hash[(from / 8) + 1]) >> (16 - BitsInKana - (from % 8))) & ((1 << BitsInKana) - 1);
}

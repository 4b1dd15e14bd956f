namespace Yakuba.Text;

/// <summary>Sounds as search compares them: spellings that are heard, or mistyped, as one another become one.</summary>
public static class SoundForm
{
    private const char First = 'ぁ', Last = 'ヾ';

    /// <summary>By kana from <see cref="First"/> on: the large hiragana.</summary>
    private static readonly char[] s_large = [.. Enumerable.Range(First, Last - First + 1).Select(code => LargeOf(Kana.ToHiragana(((char)code).ToString())[0]))];

    /// <summary>Hiragana with large kana for small ones, ヴァ as ば, ぢ as じ, づ as ず, ゐ as い, ゑ as え. The prolonged sound mark stays.</summary>
    /// <param name="kana">Kana; other characters stay.</param>
    public static string Plain(string kana)
    {
        ArgumentNullException.ThrowIfNull(kana);
        if (IsPlain(kana))
        {
            return kana;
        }

        Span<char> plain = kana.Length <= 256 ? stackalloc char[kana.Length] : new char[kana.Length];
        var hasVu = kana.AsSpan().IndexOfAny('ヴ', 'ゔ') >= 0;
        var count = 0;
        foreach (var letter in Kana.ToHiragana(kana))
        {
            // ヴァ, ヴィ, ヴェ, ヴォ: the vowel decides which of ば, び, べ, ぼ is heard; ヴュ is びゅ.
            if (hasVu && count > 0 && plain[count - 1] == 'ぶ' && Voiced(letter) is { } voiced)
            {
                plain[count - 1] = voiced;
                if (letter is 'ゅ')
                {
                    plain[count++] = 'ゆ';
                }

                continue;
            }

            plain[count++] = Large(letter);
        }

        return plain[..count].ToString();
    }

    /// <summary>True for what <see cref="Plain"/> would not change.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is >= First and <= Last && s_large[letter - First] != letter)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The form by which readings are compared when they may be misspelt: <see cref="Plain"/> without prolonged sounds, written by ー or by う after お or う.</summary>
    /// <param name="kana">Kana; other characters stay.</param>
    public static string Key(string kana)
    {
        var plain = Plain(kana);
        Span<char> key = plain.Length <= 256 ? stackalloc char[plain.Length] : new char[plain.Length];
        var count = 0;
        foreach (var letter in plain)
        {
            if (letter != 'ー' && !(count > 0 && IsProlonged(key[count - 1], letter)))
            {
                key[count++] = letter;
            }
        }

        return key[..count].ToString();
    }

    private static bool IsProlonged(char before, char letter) => letter switch
    {
        'う' => "おこごそぞとどのほぼぽもよろうくぐすずつぬふぶぷむゆる".Contains(before, StringComparison.Ordinal),
        'お' => "おこごそぞとどのほぼぽもよろ".Contains(before, StringComparison.Ordinal),
        _ => false,
    };

    private static char? Voiced(char vowel) => vowel switch { 'ぁ' => 'ば', 'ぃ' => 'び', 'ぇ' => 'べ', 'ぉ' => 'ぼ', 'ゅ' => 'び', _ => null };

    /// <summary>The large kana of a small one, and the usual one of an old one or of one that sounds the same, in hiragana.</summary>
    internal static char Large(char letter) => letter is >= First and <= Last ? s_large[letter - First] : letter;

    private static char LargeOf(char hiragana) => hiragana switch
    {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ゕ' => 'か',
        'ゖ' => 'け',
        'ゔ' => 'ぶ',
        'ぢ' => 'じ',
        'づ' => 'ず',
        'ゐ' => 'い',
        'ゑ' => 'え',
        _ => hiragana,
    };
}

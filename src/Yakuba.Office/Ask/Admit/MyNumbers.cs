namespace Yakuba.Office.Ask.Admit;

/// <summary>Finds numbers that have the form and the check digit of a My Number (個人番号).</summary>
/// <remarks>Source: order on the Act on the Use of Numbers (平成26年総務省令第85号) article 5, the check digit's formula. One in ten random 12-digit strings passes, which is the right side to err on in a question.</remarks>
internal static class MyNumbers
{
    private const int Digits = 12;

    /// <param name="normal">Text in normal form: digits are ASCII.</param>
    internal static bool Contains(string normal)
    {
        Span<int> run = stackalloc int[Digits + 1];
        var length = 0;
        var separators = 0;
        foreach (var c in normal + "\n")
        {
            if (char.IsAsciiDigit(c))
            {
                if (length <= Digits)
                {
                    run[Math.Min(length, Digits)] = c - '0';
                }

                length++;
                separators = 0;
            }
            else if (c is ' ' or '-' && separators++ == 0 && length > 0)
            {
                // 1234-5678-9012 and 1234 5678 9012 are ways to write it.
            }
            else
            {
                if (length == Digits && HasCheckDigit(run[..Digits]))
                {
                    return true;
                }

                length = 0;
                separators = 0;
            }
        }

        return false;
    }

    private static bool HasCheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var n = 1; n <= 11; n++)
        {
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        }

        var remainder = sum % 11;
        return digits[11] == (remainder <= 1 ? 0 : 11 - remainder);
    }
}

namespace Yakuba.Privacy;

/// <summary>Check digits whose formula is public. Digits are values 0 to 9, in written order.</summary>
internal static class CheckDigits
{
    /// <summary>個人番号, 12 digits.</summary>
    /// <remarks>
    /// Source: 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び個人番号カード並びに…総務省令 (平成26年総務省令第85号) 第5条:
    /// 11 − (Σ Pn × Qn mod 11), 0 where the remainder is 0 or 1; Pn counted from the right of the first 11, Qn = n + 1 for n 1 to 6, n − 5 for 7 to 11.
    /// One of ten random 12-digit numbers passes.
    /// </remarks>
    internal static bool IsMyNumber(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var n = 1; n <= 11; n++)
        {
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        }

        var remainder = sum % 11;
        return digits[11] == (remainder <= 1 ? 0 : 11 - remainder);
    }

    /// <summary>法人番号, 13 digits.</summary>
    /// <remarks>Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条: first = 9 − (Σ Pn × Qn mod 9), Qn 1 for odd and 2 for even n, counted from the right.</remarks>
    internal static bool IsCorporateNumber(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var n = 1; n <= 12; n++)
        {
            sum += digits[13 - n] * (n % 2 == 1 ? 1 : 2);
        }

        return digits[0] == 9 - (sum % 9);
    }

    /// <summary>保険者番号 of 6 or 8 digits, and payment cards: weights 2, 1, 2, … from the right, digits of products added, 10 − last digit.</summary>
    /// <remarks>Sources: 保険者番号等の設定について (昭和51年 厚生省保険局長・社会保険庁医療保険部長通知); ISO/IEC 7812-1, annex B (Luhn).</remarks>
    internal static bool IsLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}

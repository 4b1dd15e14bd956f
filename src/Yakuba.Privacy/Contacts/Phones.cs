namespace Yakuba.Privacy;

/// <summary>Telephone numbers: 0 and 9 or 10 digits, +81, brackets, kanji digits. Those of offices and free numbers are not personal.</summary>
/// <remarks>Source of the forms: 電気通信番号規則 (令和元年総務省令第4号): 0AB to J 10 digits; 050, 070, 080, 090 11 digits; 0120, 0800, 0570 services.</remarks>
internal static class Phones
{
    private const Joint Allowed = Joint.Usual | Joint.Bracket | Joint.Particle;

    internal static void Find(PersonalText text, IReadOnlyList<Finding> names, List<Finding> findings)
    {
        for (var first = 0; first < text.Digits.Count; first++)
        {
            var lead = Letters.DigitValue(text.Value[text.Digits.Start(first)]);
            var found = lead switch
            {
                0 => National(text, first, 11) ?? National(text, first, 10),
                8 => International(text, first),
                _ => null,
            };
            if (found is { } phone && !OfficeContext.IsOffice(text, phone.Start, names, IsMobile(text, phone)))
            {
                findings.Add(phone);
                // The groups inside it are no phone of their own.
                while (first + 1 < text.Digits.Count && text.Digits.Start(first + 1) < phone.End)
                {
                    first++;
                }
            }
        }
    }

    private static Finding? National(PersonalText text, int first, int count)
    {
        if (!text.Digits.TryWindow(first, count, Allowed, out var window) || !HasShape(text, window))
        {
            return null;
        }

        Span<byte> digits = stackalloc byte[11];
        window.CopyDigits(digits);
        var isMobile = digits[1] is 5 or 7 or 8 or 9 && digits[2] == 0;
        if (digits[1] == 0 || IsService(text, window, digits) || count != (isMobile ? 11 : 10))
        {
            return null;
        }

        var label = text.LabelBefore(window.Start);
        var isNamed = label.Kind == PersonalKind.Phone;
        if (!isNamed && (label.IsOther || !IsBounded(text, window)))
        {
            return null;
        }

        var start = text.At(window.Start - 1) is '(' && text.Value.AsSpan(window.Start, window.End - window.Start).Contains(')') ? window.Start - 1 : window.Start;
        return new Finding(start, window.End, PersonalKind.Phone, isNamed || isMobile || window.First < window.Last ? Certainty.Checked : Certainty.Shaped);
    }

    /// <summary>0120, 0570 and 0800 lead to no person. 080-0… is a mobile, so 0800 counts only where it is written as such.</summary>
    private static bool IsService(PersonalText text, in DigitWindow window, ReadOnlySpan<byte> digits) =>
        (digits[1], digits[2], digits[3]) switch
        {
            (1, 2, 0) or (5, 7, 0) => true,
            (8, 0, 0) => window.First < window.Last && text.Digits.Size(window.First) == 4,
            _ => false,
        };

    /// <summary>+81 and the number without its 0, or with it in brackets: +81 (0)90-1234-5678.</summary>
    private static Finding? International(PersonalText text, int first)
    {
        var start = text.Digits.Start(first);
        if (text.At(start - 1) != '+')
        {
            return null;
        }

        foreach (var count in (ReadOnlySpan<int>)[13, 12, 11])
        {
            if (text.Digits.TryWindow(first, count, Allowed, out var window) && text.Value[start + 1] == '1' && (count < 13 || HasZeroAtThird(window)))
            {
                return new Finding(start - 1, window.End, PersonalKind.Phone, Certainty.Labelled);
            }
        }

        return null;
    }

    private static bool HasZeroAtThird(in DigitWindow window)
    {
        Span<byte> digits = stackalloc byte[13];
        window.CopyDigits(digits);
        return digits[2] == 0;
    }

    /// <summary>One block; area, exchange and number; or with spaces and line breaks 3-4-4 alone.</summary>
    private static bool HasShape(PersonalText text, in DigitWindow window)
    {
        var groups = window.Last - window.First + 1;
        if (groups > 3 || (groups == 3 && text.Digits.Size(window.First) is < 2 or > 5) || (groups > 1 && text.Digits.Size(window.Last) is < 3 or > 8))
        {
            return false;
        }

        return groups == 1 || text.Digits.Size(window.First) is >= 2 and <= 6;
    }

    private static bool IsBounded(PersonalText text, in DigitWindow window)
    {
        char before = text.At(window.Start - 1), after = text.At(window.End);
        return !char.IsAsciiDigit(before) && !(before is '-' or '.' && Letters.IsAsciiWord(text.At(window.Start - 2)))
            && !(after is '-' or '.' && Letters.IsAsciiWord(text.At(window.End + 1))) && !char.IsAsciiLetter(after);
    }

    private static bool IsMobile(PersonalText text, in Finding phone)
    {
        var digits = text.Value.AsSpan(phone.Start, phone.End - phone.Start).TrimStart('(');
        return digits.Length > 2 && digits[0] != '+' && Letters.DigitValue(digits[1]) is 7 or 8 or 9 && Letters.DigitValue(digits[2]) == 0;
    }
}

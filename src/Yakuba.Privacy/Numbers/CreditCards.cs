namespace Yakuba.Privacy;

/// <summary>Payment cards: 14 to 16 digits that begin as cards do and pass the check; no word says that they are something else.</summary>
/// <remarks>First digits: ISO/IEC 7812 as the brands publish them (3, 4, 5, 6, and 22–27).</remarks>
internal static class CreditCards
{
    internal static void Find(PersonalText text, List<Finding> findings)
    {
        Span<byte> buffer = stackalloc byte[16];
        for (var first = 0; first < text.Digits.Count; first++)
        {
            for (var count = 16; count >= 14; count--)
            {
                if (!text.Digits.TryWindow(first, count, Joint.Usual, out var window) || !window.StandsAlone())
                {
                    continue;
                }

                var digits = buffer[..count];
                window.CopyDigits(digits);
                var label = text.LabelBefore(window.Start);
                if (IsBrand(digits) && CheckDigits.IsLuhn(digits) && !label.IsOther)
                {
                    findings.Add(new Finding(window.Start, window.End, PersonalKind.CreditCard, label.Kind == PersonalKind.CreditCard ? Certainty.Labelled : Certainty.Checked));
                }
            }
        }
    }

    private static bool IsBrand(ReadOnlySpan<byte> digits) => digits.Length switch
    {
        16 => digits[0] is 3 or 4 or 5 or 6 || (digits[0] == 2 && digits[1] is >= 2 and <= 7),
        15 => digits[0] == 3 && digits[1] is 4 or 7,
        _ => digits[0] == 3 && digits[1] is 0 or 6 or 8,
    };
}

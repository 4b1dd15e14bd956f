namespace Yakuba.Privacy;

/// <summary>法人番号: thirteen digits with a right check digit under the label 法人番号, or beside a company.</summary>
internal static class CorporateNumbers
{
    private const int Digits = 13;

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        Span<byte> digits = stackalloc byte[Digits];
        for (var first = 0; first < text.Digits.Count; first++)
        {
            if (!text.Digits.TryWindow(first, Digits, Joint.Usual, out var window))
            {
                continue;
            }

            window.CopyDigits(digits);
            if (CheckDigits.IsCorporateNumber(digits) && text.LabelBefore(window.Start).Kind == PersonalKind.CorporateNumber)
            {
                findings.Add(new Finding(window.Start, window.End, PersonalKind.CorporateNumber, Certainty.Labelled));
            }
        }
    }
}

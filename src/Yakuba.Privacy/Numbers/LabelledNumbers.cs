namespace Yakuba.Privacy;

/// <summary>Numbers that have no check digit, or none to rely on: their label and their length say what they are.</summary>
internal static class LabelledNumbers
{
    private static readonly Row[] s_rows =
    [
        new(PersonalKind.DriverLicence, [12], ""),
        new(PersonalKind.InsurerNumber, [8, 6], ""),
        new(PersonalKind.CareInsurance, [10], "介護"),
        new(PersonalKind.PensionNumber, [10], "年金"),
        new(PersonalKind.EmploymentInsurance, [11], "雇用"),
        new(PersonalKind.ResidentRecordCode, [11], ""),
    ];

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        for (var first = 0; first < text.Digits.Count; first++)
        {
            // The label is looked for only where some length fits: most groups of a text are short and stand alone.
            NumberLabel? label = null;
            foreach (var row in s_rows)
            {
                foreach (var digits in row.Digits)
                {
                    if (text.Digits.TryWindow(first, digits, Joint.Usual, out var window) && !IsLonger(text, window))
                    {
                        label ??= text.LabelBefore(window.Start);
                        if (Fits(text, window, row, label.Value))
                        {
                            findings.Add(new Finding(window.Start, window.End, row.Kind, Certainty.Labelled));
                        }
                    }
                }
            }
        }
    }

    private static bool Fits(PersonalText text, in DigitWindow window, Row row, NumberLabel label)
    {
        // 被保険者番号 alone does not say of which insurance.
        var named = label.Kind == row.Kind
            || (label.Kind == PersonalKind.InsuredNumber && row.Wider.Length > 0 && text.Before(window.Start, 40, acrossLines: true).Contains(row.Wider, StringComparison.Ordinal));
        // 6 digits joined from smaller groups are a date or a house number, no insurer.
        return named && (row.Kind != PersonalKind.InsurerNumber || window.First == window.Last);
    }

    /// <summary>True if the next group belongs to the same number by a hyphen.</summary>
    private static bool IsLonger(PersonalText text, in DigitWindow window) =>
        text.Digits.Next(window.Last) == Joint.Hyphen || (window.First > 0 && text.Digits.Next(window.First - 1) == Joint.Hyphen);

    /// <param name="Kind">What it is.</param>
    /// <param name="Digits">Its lengths.</param>
    /// <param name="Wider">A word that settles the label 被保険者番号; empty if none.</param>
    private sealed record Row(PersonalKind Kind, int[] Digits, string Wider);
}

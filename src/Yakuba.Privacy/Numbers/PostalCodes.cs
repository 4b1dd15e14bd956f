namespace Yakuba.Privacy;

/// <summary>郵便番号: seven digits after 〒 or its label, or 3-4 right before an address.</summary>
internal static class PostalCodes
{
    private static readonly string[] s_labels = ["〒", "郵便番号", "郵便番号:", "郵便番号は"];

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        for (var first = 0; first < text.Digits.Count; first++)
        {
            if (!text.Digits.TryWindow(first, 7, Joint.Hyphen | Joint.Space, out var window) || !window.StandsAlone() || !IsCode(text, window))
            {
                continue;
            }

            var mark = text.At(window.Start - 1) == ' ' ? window.Start - 1 : window.Start;
            if (OfficeNames.StandBefore(text, window.Start, []))
            {
                continue;
            }

            if (text.Before(mark, 6).EndsWithAny(s_labels))
            {
                var start = text.At(mark - 1) == '〒' ? mark - 1 : window.Start;
                findings.Add(new Finding(start, window.End, PersonalKind.PostalCode, Certainty.Labelled));
            }
            else if (window.Joints == Joint.Hyphen && IsBeforeAddress(text, window.End))
            {
                findings.Add(new Finding(window.Start, window.End, PersonalKind.PostalCode, Certainty.Checked));
            }
        }
    }

    private static bool IsCode(PersonalText text, in DigitWindow window) =>
        window.First == window.Last || (window.Last == window.First + 1 && text.Digits.Size(window.First) == 3);

    private static bool IsBeforeAddress(PersonalText text, int end)
    {
        var at = text.At(end) is ' ' or '\n' or ',' or '\t' ? end + 1 : end;
        return Prefectures.LengthAt(text.Value, at) > 0;
    }
}

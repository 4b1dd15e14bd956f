using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>
/// 個人番号: twelve digits under its label; without a label, only with a right check digit, alone, and with no word that says it is something else.
/// Whether what surrounds it makes it one is said by <see cref="MyNumberContext"/>, once names and the like are known.
/// </summary>
internal static class MyNumbers
{
    private const int Digits = 12;

    private static readonly byte[] s_counted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2];

    private static readonly string[] s_money = ["円", "千円", "万円", "億円"];

    private static readonly string[] s_units = ["点", "号", "件", "人", "名", "世帯", "kwh", "万", "億", "秒", "頁", "回", "%", "m2"];

    /// <summary>False where no twelve digits stand together, so that nothing more has to be read.</summary>
    internal static bool MayBeIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var groups = new DigitGroups(NormalText.Of(text).Value);
        for (var first = 0; first < groups.Count; first++)
        {
            if (groups.TryWindow(first, Digits, Joint.Usual | Joint.Particle, out _))
            {
                return true;
            }
        }

        return false;
    }

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        Span<byte> digits = stackalloc byte[Digits];
        for (var first = 0; first < text.Digits.Count; first++)
        {
            if (!text.Digits.TryWindow(first, Digits, Joint.Usual | Joint.Particle, out var window) || text.After(window.End, 4).StartLength(s_money) > 0)
            {
                continue;
            }

            window.CopyDigits(digits);
            if (IsPlaceholder(digits))
            {
                continue;
            }

            var isRight = CheckDigits.IsMyNumber(digits);
            var label = text.LabelBefore(window.Start);
            if (label.Kind == PersonalKind.MyNumber && (isRight || IsEven(text, window)))
            {
                findings.Add(new Finding(window.Start, window.End, PersonalKind.MyNumber, Certainty.Labelled));
            }
            else if (isRight && !label.IsOther && label.Kind != PersonalKind.DriverLicence && window.StandsAlone() && IsEven(text, window) && text.At(window.Start - 1) != '第'
                && text.After(window.End, 4).StartLength(s_units) == 0)
            {
                findings.Add(new Finding(window.Start, window.End, PersonalKind.MyNumber, Certainty.Checked));
            }
        }
    }

    /// <summary>What forms print to show where the number goes: one digit twelve times, or 1234 5678 9012. No such number is ever given out: but for zeros their check digits are wrong.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept(digits[0]) < 0 || digits.SequenceEqual(s_counted);

    /// <summary>One block, or blocks of one length: 4-4-4, 6-6, a digit a box.</summary>
    private static bool IsEven(PersonalText text, in DigitWindow window)
    {
        for (var group = window.First + 1; group <= window.Last; group++)
        {
            if (text.Digits.Size(group) != text.Digits.Size(window.First))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;

namespace Yakuba.Ledger;

/// <summary>Whole numbers in the one spelling that C2SP texts allow: ASCII digits, no sign, no leading zero but <c>0</c> itself.</summary>
internal static class DecimalNumber
{
    internal static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value.ToString(CultureInfo.InvariantCulture) == text;
}

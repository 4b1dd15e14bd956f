namespace Yakuba.Ledger;

/// <summary>The rule for key names and origins in notes.</summary>
internal static class KeyName
{
    private const int MaxLength = 255;

    /// <returns>True when the name is 1 to 255 characters with neither white space, control characters, a plus nor half a surrogate pair.</returns>
    internal static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar || System.Text.Rune.IsWhiteSpace(rune) || System.Text.Rune.IsControl(rune) || rune.Value == '+')
            {
                return false;
            }
        }

        return true;
    }
}

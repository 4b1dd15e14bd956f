namespace Yakuba.Ledger;

/// <summary>Base64 with one spelling for each value, so that a flipped bit can never decode to the same bytes.</summary>
internal static class StrictBase64
{
    /// <returns>False unless re-encoding gives the same text (no spaces, full padding, zero spare bits).</returns>
    internal static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var written))
        {
            bytes = [];
            return false;
        }

        bytes = bytes[..written];
        return Convert.ToBase64String(bytes) == text;
    }
}

namespace Yakuba.Ledger;

/// <summary>Finds half a surrogate pair, which has no UTF-8 form and would be replaced in silence.</summary>
internal static class LoneSurrogate
{
    internal static bool IsIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Yakuba.Office.Ask.Admit;

/// <summary>Tells text that a keyboard makes from bytes that only look like text.</summary>
internal static class PlainText
{
    /// <summary>False where there are lone surrogates, non-characters, or control characters other than line ends and tabs.</summary>
    internal static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || c is '\uFFFD' or '\uFFFE' or '\uFFFF' || (char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            {
                return false;
            }
        }

        return true;
    }
}

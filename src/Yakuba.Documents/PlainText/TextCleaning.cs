using System.Text;

namespace Yakuba.Documents;

/// <summary>Makes decoded text safe to keep: line feeds only, no control characters, lone surrogates replaced. Nothing else changes.</summary>
internal static class TextCleaning
{
    internal static string Clean(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                result.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
            }
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                result.Append('\n');
            }
            else if (!IsUnwanted(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Trims blanks, the ideographic space among them.</summary>
    internal static string TrimBlank(string text) => text.Trim(Blanks);

    /// <summary>Blanks that may stand around Japanese text.</summary>
    internal static readonly char[] Blanks = [' ', '\t', '\n', '\u3000', '\u00A0', '\u200B'];

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (c is '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(c) || IsUnwanted(c))
            {
                return true;
            }
        }

        return false;
    }

    // Bidirectional overrides can show a text other than the one that is searched and checked.
    private static bool IsUnwanted(char c) =>
        (c < ' ' && c is not ('\t' or '\n')) || c is (>= '\u007F' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}

using System.Text;

namespace Yakuba.Papers;

/// <summary>Text as a file may hold it. What XML forbids or a reader cannot see never comes into a file.</summary>
internal static class PrintableText
{
    /// <summary>〓, with which Japanese printers mark a character that they lack.</summary>
    private const char Lacking = '〓';

    /// <summary>The text with halves of surrogate pairs and non-characters as 〓, and without control characters and marks that turn the direction of writing. Tabs and line feeds stay.</summary>
    /// <param name="text">Any text.</param>
    internal static string Of(string text) => IsPlain(text) ? text : Clean(text);

    /// <summary>The text in one line: line feeds and tabs as spaces.</summary>
    internal static string OneLine(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>Whether it holds characters of a private area (外字), which look the same only where the same font is installed.</summary>
    internal static bool HasPrivate(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' ? c is not ('\t' or '\n') : c is (>= '\u007F' and <= '\u009F') or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uD800' and <= '\uDFFF') or (>= '\uFDD0' and <= '\uFDEF') or >= '\uFEFF' and not (>= '\uFF00' and <= '\uFFEF'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var isCharacter = (char.ConvertToUtf32(c, text[i + 1]) & 0xFFFE) != 0xFFFE;
                clean.Append(isCharacter ? text.AsSpan(i, 2) : [Lacking]);
                i++;
            }
            else if (c == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                clean.Append('\n');
            }
            else if (char.IsSurrogate(c) || c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF' or '\uFFFD')
            {
                clean.Append(Lacking);
            }
            else if (c is '\t' or '\n' || !(char.IsControl(c) || c is '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB')))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }
}

namespace Yakuba.Legislation;

/// <summary>Blanks around Japanese text.</summary>
internal static class Blanks
{
    private static readonly char[] All = [' ', '\t', '\r', '\n', '\u3000', '\u00A0', '\u200B', '\uFEFF'];

    internal static string Trim(string text) => text.Trim(All);

    /// <summary>The characters that are no blanks: what a text says, whatever its layout.</summary>
    internal static string Without(string text) => string.Concat(text.Split(All));
}

namespace Yakuba.Office.Library.Exporting;

/// <summary>Where an original lies in an export: named by its hash, with the ending of its file name so that it opens.</summary>
internal static class OriginalName
{
    private const int LongestEnding = 8;

    /// <summary>The one place an original of this hash and name can have: nothing in it comes from outside but a hash and a few plain letters.</summary>
    internal static string Of(string sha256, string fileName)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        var isPlain = ending.Length is > 1 and <= LongestEnding + 1 && ending.Skip(1).All(char.IsAsciiLetterOrDigit);
        return $"{LibraryExport.Originals}/{sha256}{(isPlain ? ending : "")}";
    }

    /// <summary>True for a SHA-256 as we write it.</summary>
    internal static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}

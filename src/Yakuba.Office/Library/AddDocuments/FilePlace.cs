using System.Text;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Where a file lay in the folder that a person chose: <c>例規/手数料条例.html</c>. It names the document; nothing is ever written there.</summary>
internal static class FilePlace
{
    private const int LongestName = 200;
    private const int LongestPlace = 600;

    /// <summary>Reads what a browser or program says: no way up, no control characters, and one spelling of each name whichever system it comes from.</summary>
    /// <returns>Empty when no name is left.</returns>
    internal static string Of(string given)
    {
        var composed = Compose(given); // macOS sends か and ゛ apart
        var parts = composed.Split(['/', '\\']).Select(Clean).Where(p => p.Length > 0 && p is not ("." or "..")).ToList();
        if (parts.Count == 0 || given.EndsWith('/') || given.EndsWith('\\'))
        {
            return "";
        }

        var place = string.Join('/', parts);
        return place.Length <= LongestPlace ? place : parts[^1];
    }

    private static string Clean(string part)
    {
        var clean = new string([.. part.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length <= LongestName ? clean : clean[^LongestName..];
    }

    private static string Compose(string given)
    {
        try
        {
            return given.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return given; // half a surrogate pair: no file system wrote this
        }
    }
}

using System.Globalization;

namespace Yakuba.Office.Library;

/// <summary>Addresses of documents, for every room that cites them.</summary>
public static class DocumentLinks
{
    /// <summary>Anchor of the cited span on the page of a document.</summary>
    public const string CitedAnchor = "cited";

    private const int LongestQuote = 300; // 2,700 characters once escaped: within what servers and browsers take

    /// <summary>The page of a version.</summary>
    public static string Of(uint version) => string.Create(CultureInfo.InvariantCulture, $"/documents/{version}");

    /// <summary>The page of a version, opened at a place with the quoted words marked.</summary>
    /// <param name="version">Number of the version.</param>
    /// <param name="key">Key of the locator.</param>
    /// <param name="quote">Words as they stand in the document; empty to mark the place as a whole. Only the first 300 UTF-16 code units are sent.</param>
    public static string At(uint version, string key, string quote = "")
    {
        var sent = quote.Length > LongestQuote ? quote[..(char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] : quote;
        return $"{Of(version)}?at={Uri.EscapeDataString(key)}{(sent.Length > 0 ? "&quote=" + Uri.EscapeDataString(sent) : "")}#{CitedAnchor}";
    }
}

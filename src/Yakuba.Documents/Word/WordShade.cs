namespace Yakuba.Documents;

/// <summary>Colours of text and of the ground behind it.</summary>
internal static class WordShade
{
    internal static bool IsWhite(string? colour) => string.Equals(colour, "FFFFFF", StringComparison.OrdinalIgnoreCase);

    /// <summary>The element puts a colour behind its text: a shade, or a marker.</summary>
    internal static bool Is(SafeXml element) => element.Name switch
    {
        "shd" => (element["fill"] is { } fill && fill != "auto" && !IsWhite(fill)) || element["val"] is not (null or "clear" or "nil"),
        "highlight" => element["val"] is not (null or "none" or "white"),
        _ => false,
    };
}

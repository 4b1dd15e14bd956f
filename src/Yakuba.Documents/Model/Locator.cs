using System.Globalization;
using System.Text.Json.Serialization;

namespace Yakuba.Documents;

/// <summary>A place in a document that a reader can open. Its key is stable; docs/formats/locators.md gives the forms.</summary>
[JsonDerivedType(typeof(PageLocator), "page")]
[JsonDerivedType(typeof(CellLocator), "cell")]
[JsonDerivedType(typeof(ArticleLocator), "article")]
[JsonDerivedType(typeof(BlockLocator), "block")]
[JsonDerivedType(typeof(LineLocator), "line")]
[JsonDerivedType(typeof(SlideLocator), "slide")]
[JsonDerivedType(typeof(EntryLocator), "entry")]
[JsonDerivedType(typeof(AttachmentLocator), "attachment")]
public abstract record Locator
{
    /// <summary>The stable text form, such as <c>page:12@56.7,72,538.6,90</c>; <see cref="Parse"/> reads it back.</summary>
    public abstract string ToKey();

    /// <summary>The place for people, in Japanese, such as 「12ページ」.</summary>
    public abstract string ToLabel();

    /// <summary>Whether the text there was recognised from a picture (認識文字), so that its names and figures are not certain.</summary>
    public static bool IsRecognised(Locator at) => (at is AttachmentLocator attached ? attached.Inner : at) is PageLocator { Recognised: true };

    /// <summary>Reads a key written by <see cref="ToKey"/>.</summary>
    /// <exception cref="FormatException">Not a key of any known form.</exception>
    public static Locator Parse(string key) =>
        TryParse(key) ?? throw new FormatException($"Not a locator key: {key}");

    /// <summary>Reads a key; null when it has no known form.</summary>
    public static Locator? TryParse(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var rest = key[(colon + 1)..];
        return key[..colon] switch
        {
            "page" => PageLocator.ParseRest(rest),
            "cell" => CellLocator.ParseRest(rest),
            "article" => rest.Length > 0 ? new ArticleLocator(rest) : null,
            "block" => Number(rest) is { } n ? new BlockLocator(n) : null,
            "line" => Number(rest) is { } n ? new LineLocator(n) : null,
            "slide" => Number(rest) is { } n ? new SlideLocator(n) : null,
            "attachment" => AttachmentLocator.ParseRest(rest),
            "entry" => Number(rest) is { } n ? new EntryLocator(n) : null,
            _ => null,
        };
    }

    private protected static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;
}

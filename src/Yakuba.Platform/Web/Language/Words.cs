namespace Yakuba.Platform.Web.Language;

/// <summary>The language of one page: picks between the Japanese and the English wording of a text.</summary>
/// <remarks>Both wordings stand side by side where they are used, so that neither can be missing.</remarks>
public sealed class Words
{
    private Words(string code) => Code = code;

    /// <summary>Japanese, the first language of the product.</summary>
    public static Words Japanese { get; } = new("ja");

    /// <summary>English, for residents and developers who ask for it.</summary>
    public static Words English { get; } = new("en");

    /// <summary>BCP 47 language code: <c>ja</c> or <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>True when the page is in Japanese.</summary>
    public bool IsJapanese => Code == "ja";

    /// <summary>Picks the wording in this language.</summary>
    /// <param name="japanese">The Japanese wording.</param>
    /// <param name="english">The English wording.</param>
    public string this[string japanese, string english] => IsJapanese ? japanese : english;

    /// <summary>The language with this code, or null when the product does not speak it.</summary>
    /// <param name="code">A BCP 47 code such as <c>ja</c>, <c>en</c> or <c>en-GB</c>.</param>
    public static Words? Of(string? code) => code switch
    {
        null => null,
        _ when code.StartsWith("ja", StringComparison.OrdinalIgnoreCase) => Japanese,
        _ when code.StartsWith("en", StringComparison.OrdinalIgnoreCase) => English,
        _ => null,
    };
}

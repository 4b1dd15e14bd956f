using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Paragraph styles of a Word document: which are headings, which are numbered.</summary>
internal sealed partial class WordStyles
{
    private const int MaxBasedOn = 20;
    private readonly Dictionary<string, WordStyle> _styles = [];

    internal static WordStyles Read(ZipContainer zip, string part)
    {
        var styles = new WordStyles();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        string? id = null;
        while (xml?.Next() == true)
        {
            if (!xml.IsElement)
            {
                continue;
            }

            if (xml.Name == "style")
            {
                id = xml["styleId"];
                if (id is not null)
                {
                    styles._styles[id] = new WordStyle();
                }
            }
            else if (id is not null && styles._styles.TryGetValue(id, out var style))
            {
                styles._styles[id] = Property(xml, style);
            }
        }

        return styles;
    }

    /// <summary>Heading level 1 to 9 of a style; null when it is no heading.</summary>
    internal int? HeadingLevel(string? id) => Walk<int>(id, s =>
        s.Outline is { } outline ? outline + 1 : HeadingName().Match(s.Name) is { Success: true } match ? match.Groups["n"].Value[0] - '0' : null);

    /// <summary>The style of the document's title.</summary>
    internal bool IsTitle(string? id) => id is not null && _styles.TryGetValue(id, out var style)
        && (style.Name.Equals("title", StringComparison.OrdinalIgnoreCase) || style.Name is "表題" or "標題");

    /// <summary>Numbering that a style brings along.</summary>
    internal (int Number, int Level)? Numbering(string? id) => Walk<(int, int)>(id, s => s.NumberId is { } n ? (n, s.NumberLevel ?? 0) : null);

    /// <summary>Centred by its style.</summary>
    internal bool IsCentred(string? id) => Walk<bool>(id, s => s.Centred) ?? false;

    /// <summary>Hidden by its style.</summary>
    internal bool IsHidden(string? id) => Walk<bool>(id, s => s.Hidden) ?? false;

    /// <summary>Whether its letters are white; null when it says no colour.</summary>
    internal bool? IsWhite(string? id) => Walk<bool>(id, s => s.White);

    /// <summary>A coloured ground by its style.</summary>
    internal bool IsShaded(string? id) => Walk<bool>(id, s => s.Shaded) ?? false;

    private T? Walk<T>(string? id, Func<WordStyle, T?> read)
        where T : struct
    {
        for (var step = 0; step < MaxBasedOn && id is not null && _styles.TryGetValue(id, out var style); step++)
        {
            if (read(style) is { } found)
            {
                return found;
            }

            id = style.BasedOn;
        }

        return null;
    }

    private static WordStyle Property(SafeXml xml, WordStyle style) => xml.Name switch
    {
        "name" => style with { Name = xml["val"] ?? "" },
        "basedOn" => style with { BasedOn = xml["val"] },
        "outlineLvl" when Number(xml["val"]) is { } level and < 9 => style with { Outline = level },
        "numId" => style with { NumberId = Number(xml["val"]) },
        "ilvl" => style with { NumberLevel = Number(xml["val"]) },
        "jc" => style with { Centred = xml["val"] == "center" },
        "vanish" => style with { Hidden = xml["val"] is not ("0" or "false") },
        "sz" when Number(xml["val"]) is <= 4 => style with { Hidden = true },
        "color" => style with { White = WordShade.IsWhite(xml["val"]) },
        "shd" => style with { Shaded = WordShade.Is(xml) },
        _ => style,
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex(@"^(?:heading|見出し)\s*(?<n>[1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    private sealed record WordStyle(string Name = "", string? BasedOn = null, int? Outline = null, int? NumberId = null, int? NumberLevel = null, bool? Hidden = null, bool? White = null, bool? Shaded = null, bool? Centred = null);
}

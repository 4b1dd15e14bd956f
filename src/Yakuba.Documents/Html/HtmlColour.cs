using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Text in the colour of what it stands on.</summary>
internal static partial class HtmlColour
{
    /// <summary>Difference of each of red, green and blue up to which nobody tells two colours apart.</summary>
    private const int Alike = 10;
    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = 0xFFFFFF, ["black"] = 0, ["red"] = 0xFF0000, ["blue"] = 0xFF, ["yellow"] = 0xFFFF00, ["green"] = 0x8000, ["lime"] = 0xFF00, ["gray"] = 0x808080, ["grey"] = 0x808080,
        ["silver"] = 0xC0C0C0, ["navy"] = 0x80, ["orange"] = 0xFFA500, ["snow"] = 0xFFFAFA, ["ivory"] = 0xFFFFF0, ["whitesmoke"] = 0xF5F5F5, ["ghostwhite"] = 0xF8F8FF,
    };

    /// <param name="element">An element.</param>
    /// <param name="colour">The colour of its text as written.</param>
    internal static bool IsLost(IElement element, string colour) => Transparent().IsMatch(colour) || (Parse(colour) is { } text && Ground(element) is { } ground && IsNear(text, ground));

    /// <summary>The colour behind an element: its own or that of the nearest element around it; white paper where none has one; null where it is a picture.</summary>
    private static int? Ground(IElement element)
    {
        for (var around = element; around is not null; around = around.ParentElement)
        {
            if (around.GetAttribute("style") is { } style && Painted(style) is { } painted)
            {
                return Parse(painted);
            }

            if (around.GetAttribute("bgcolor") is { } colour)
            {
                return Parse(colour);
            }

            if (around.HasAttribute("background"))
            {
                return null;
            }
        }

        return 0xFFFFFF;
    }

    /// <summary>The picture, else the colour, that a style lays behind its element; null where what lies around it shows through.</summary>
    private static string? Painted(string style)
    {
        string? colour = null, picture = null;
        foreach (Match match in Background().Matches(style))
        {
            var value = match.Groups["value"].Value;
            var painted = Nothing().IsMatch(value) ? null : value;
            (colour, picture) = match.Groups["part"].Value.ToLowerInvariant() switch
            {
                "-color" => (painted, picture),
                "-image" => (colour, painted),
                _ => (painted, painted is not null && Picture().IsMatch(painted) ? painted : null),
            };
        }

        return picture ?? colour;
    }

    private static int? Parse(string text)
    {
        var colour = text.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (Names.TryGetValue(colour, out var named))
        {
            return named;
        }

        if (Hex().Match(colour) is { Success: true } hex)
        {
            var digits = hex.Groups["digits"].Value;
            digits = digits.Length == 3 ? string.Concat(digits.SelectMany(d => new[] { d, d })) : digits;
            return int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return Rgb().Match(colour) is { Success: true } rgb
            ? (Part(rgb, "r") << 16) | (Part(rgb, "g") << 8) | Part(rgb, "b")
            : null;
    }

    private static int Part(Match rgb, string name) => Math.Clamp(int.Parse(rgb.Groups[name].Value, CultureInfo.InvariantCulture), 0, 255);

    private static bool IsNear(int one, int other) =>
        new[] { 16, 8, 0 }.All(shift => Math.Abs(((one >> shift) & 255) - ((other >> shift) & 255)) <= Alike);

    private const string Clear = @"transparent|(?:rgba|hsla)\([^)]*[,/]\s*0*\.?0+%?\s*\)|(?:rgb|hsl)\([^)]*/\s*0*\.?0+%?\s*\)";

    [GeneratedRegex(@"url\(|gradient\(", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(Clear, RegexOptions.IgnoreCase)]
    private static partial Regex Transparent();

    [GeneratedRegex(@"(?:^|;)\s*background(?<part>-color|-image)?\s*:\s*(?<value>[^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Background();

    [GeneratedRegex(@"^(?:(?:none|inherit|initial|unset|revert|" + Clear + @")\s*(?:!.*)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^#?(?<digits>[0-9a-f]{6}|[0-9a-f]{3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Hex();

    [GeneratedRegex(@"^rgba?\(\s*(?<r>[0-9]{1,4})\s*[, ]\s*(?<g>[0-9]{1,4})\s*[, ]\s*(?<b>[0-9]{1,4})", RegexOptions.IgnoreCase)]
    private static partial Regex Rgb();
}

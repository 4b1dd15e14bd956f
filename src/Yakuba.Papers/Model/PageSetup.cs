using System.Text.Json.Serialization;

namespace Yakuba.Papers;

/// <summary>Size, margins and grid of a page. Lengths in millimetres, letters in points (1/72 inch).</summary>
public sealed record PageSetup
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>A4 upright, 12 points, 37 characters in a line and 36 lines on a page: what most rules for official documents ask for.</summary>
    public static PageSetup Standard { get; } = new();

    /// <summary>A4 lying, for wide tables such as a 新旧対照表.</summary>
    public static PageSetup Lying { get; } = new() { Width = 297, Height = 210, Top = 22, Bottom = 20, Left = 22, Right = 22, FontPoints = 10.5, CharactersPerLine = 68, LinesPerPage = 30 };

    /// <summary>A4 lying, written from top to bottom and from right to left, as a 告示 on the notice board may be.</summary>
    public static PageSetup Upright { get; } = new() { Width = 297, Height = 210, Top = 30, Bottom = 25, Left = 25, Right = 25, CharactersPerLine = 36, LinesPerPage = 34, IsVertical = true };

    /// <summary>Width of the sheet; 50 to 600.</summary>
    public double Width { get; init; } = 210;

    /// <summary>Height of the sheet; 50 to 600.</summary>
    public double Height { get; init; } = 297;

    /// <summary>Upper margin.</summary>
    public double Top { get; init; } = 25;

    /// <summary>Lower margin.</summary>
    public double Bottom { get; init; } = 25;

    /// <summary>Left margin.</summary>
    public double Left { get; init; } = 25;

    /// <summary>Right margin.</summary>
    public double Right { get; init; } = 25;

    /// <summary>Size of the letters, in points; 6 to 36.</summary>
    public double FontPoints { get; init; } = 12;

    /// <summary>字数: full-width characters in a line.</summary>
    public int CharactersPerLine { get; init; } = 37;

    /// <summary>行数: lines on a page.</summary>
    public int LinesPerPage { get; init; } = 36;

    /// <summary>Whether it is written from top to bottom (縦書き).</summary>
    public bool IsVertical { get; init; }

    /// <summary>Font of the text, by name only; what stands in for it where it is not installed is the writers' business.</summary>
    public string Font { get; init; } = "ＭＳ 明朝";

    /// <summary>Font of headings, by name only.</summary>
    public string HeadingFont { get; init; } = "ＭＳ ゴシック";

    /// <summary>Length of a line, in points.</summary>
    [JsonIgnore]
    public double LinePoints => (IsVertical ? Height - Top - Bottom : Width - Left - Right) * PointsPerMillimetre;

    /// <summary>From one character to the next, in points; a full-width character is that wide.</summary>
    [JsonIgnore]
    public double CharacterPitch => LinePoints / CharactersPerLine;

    /// <summary>From one line to the next, in points.</summary>
    [JsonIgnore]
    public double LinePitch => (IsVertical ? Width - Left - Right : Height - Top - Bottom) * PointsPerMillimetre / LinesPerPage;
}

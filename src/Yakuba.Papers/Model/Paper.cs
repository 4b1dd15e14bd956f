using System.Text.Json.Serialization;

namespace Yakuba.Papers;

/// <summary>One official document as data: what stands in it, in order, each line with its role. How a role looks is the writers' business.</summary>
/// <param name="Title">Title for the file's properties and the window, such as the 件名 without its bracket; what is printed stands in <paramref name="Blocks"/>.</param>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Blocks">Lines and tables from top to bottom.</param>
public sealed record Paper(string Title, PaperKind Kind, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>Who issues it, for the file's properties: an office (八重桜市総務課), never a person. Empty leaves it out.</summary>
    public string Creator { get; init; } = "";

    /// <summary>Size, margins, and lines and characters on a page.</summary>
    public PageSetup Page { get; init; } = PageSetup.Standard;

    /// <summary>Which pages bear their number.</summary>
    public PageNumbers PageNumbers { get; init; } = PageNumbers.FromSecond;

    /// <summary>All lines in order, those in cells of tables too, row by row.</summary>
    [JsonIgnore]
    public IEnumerable<PaperLine> Lines => Blocks.SelectMany(b => b switch
    {
        PaperLine line => [line],
        PaperTable table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Lines),
        _ => Enumerable.Empty<PaperLine>(),
    });
}

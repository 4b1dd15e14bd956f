namespace Yakuba.Papers.Tests;

/// <summary>The papers whose structure is kept in files, by name.</summary>
public static class GoldenPapers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Paper> All { get; } = new Dictionary<string, Paper>
    {
        ["notice"] = Letters.Notice,
        ["inquiry"] = Letters.Inquiry,
        ["reply"] = Letters.Reply,
        ["request"] = Letters.Request,
        ["report"] = Letters.Report,
        ["proposal"] = Inside.Proposal,
        ["trip-report"] = Inside.TripReport,
        ["assembly-answer"] = Inside.AssemblyAnswer,
        ["minutes"] = Inside.Minutes,
        ["public-notice"] = Public.PublicNotice,
        ["public-announcement"] = Public.PublicAnnouncement,
        ["article"] = Public.Article,
        ["comparison-table"] = Public.Compared,
        ["changed"] = PaperComparison.Between(Letters.Request, Changed(Letters.Request)),
    };

    /// <summary>For theories.</summary>
    public static TheoryData<string> Names => new(All.Keys);

    /// <summary>A later version of a letter: a word changed, an item put in, another taken out.</summary>
    internal static Paper Changed(Paper paper) => paper with
    {
        Blocks =
        [
            .. paper.Blocks.Where(b => b is not PaperLine { Label: "謝礼" }).SelectMany(b => b is not PaperLine line ? [b]
                : line.Label == "会場" ? [line with { Runs = [new("八重桜市保健センター３階　大会議室")] }]
                : line.Label == "演題" ? new PaperBlock[] { line, PaperLine.Item(2, "持参品", 4, "なし") }
                : [line]),
        ],
    };
}

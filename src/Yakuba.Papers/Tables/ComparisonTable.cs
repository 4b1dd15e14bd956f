namespace Yakuba.Papers;

/// <summary>Sets a 新旧対照表: two columns, the head again on each page.</summary>
public static class ComparisonTable
{
    /// <summary>The table as a paper.</summary>
    /// <param name="title">Its title: ○○条例新旧対照表.</param>
    /// <param name="rows">Provisions in order.</param>
    /// <param name="options">Which version stands where.</param>
    public static Paper Of(string title, IEnumerable<ComparedProvision> rows, ComparisonTableOptions? options = null)
    {
        var how = options ?? ComparisonTableOptions.Standard;
        var table = new PaperTable([1, 1], [Heads(how), .. rows.Select(r => how.NewAtLeft ? Row(r.New, r.Old) : Row(r.Old, r.New))]);
        PaperLine[] remark = how.Remark.Length > 0 ? [PaperLine.Of(LineRole.Closing, how.Remark)] : [];
        return new Paper(title, PaperKind.ComparisonTable, [PaperLine.Of(LineRole.Heading, title), .. remark, table])
        {
            Creator = how.Creator,
            Page = how.Page,
            PageNumbers = PageNumbers.All,
        };
    }

    private static PaperRow Heads(ComparisonTableOptions how) => how.NewAtLeft ? PaperRow.Header(how.NewHead, how.OldHead) : PaperRow.Header(how.OldHead, how.NewHead);

    private static PaperRow Row(IReadOnlyList<PaperLine> left, IReadOnlyList<PaperLine> right) => new([new PaperCell(left), new PaperCell(right)]);
}

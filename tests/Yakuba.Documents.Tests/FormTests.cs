namespace Yakuba.Documents.Tests;

/// <summary>Three forms drawn on grid paper, empty and filled in. What they say was compared by eye with the printed sheet.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Forms => ["補助金交付申請書_記入前", "補助金交付申請書_記入済み", "要介護認定申請書_記入前", "要介護認定申請書_記入済み", "施設使用許可申請書_記入前", "施設使用許可申請書_記入済み"];

    [Theory, MemberData(nameof(Forms))]
    public void A_drawn_form_reads_in_order_as_it_is_printed(string name)
    {
        var golden = File.ReadAllText(Path.Combine(RealFiles.Repository(), "tests", "Yakuba.Documents.Tests", "Golden", "Forms", name + ".txt"));

        var words = Words(Sample(name));
        Assert.True(golden.ReplaceLineEndings("\n").TrimEnd() == words, words); // All of it: a first difference tells little of a form.
    }

    [Fact]
    public void The_place_of_several_fields_is_the_box_around_all_of_them()
    {
        TableCell Field(string name, string range) => new("", [name], new CellLocator("様式", range));
        var rows = new[] { new TableRowBlock("", new CellLocator("様式", "F5:H5"), [Field("氏名", "F5:H6")]), new TableRowBlock("", new CellLocator("様式", "B9:C9"), [Field("住所", "B9:C9")]) };

        Assert.Equal("B5:H9", ((CellLocator)AskedFields.Of(rows)[^1].At).Range); // F5:C9 was no range.
    }

    [Fact]
    public async Task Merged_cells_over_each_other_kept_a_form_from_ever_being_read()
    {
        var merges = string.Concat(Enumerable.Range(0, 60_000).Reverse().Select(i => $"<mergeCell ref=\"{CellReference.Range(10 + (i / 250), i % 250, 299, 299)}\"/>"));
        var sheet = OfficeFiles.Rows(["申請書", ""], ["氏名", "町田"], ["住所", "澄野"], ["電話", "0555"]) + $"<mergeCells>{merges}</mergeCells>";

        var reading = Task.Run(() => Reading.Of("a.xlsx", OfficeFiles.Excel("0", ("様式", "visible", sheet))), TestContext.Current.CancellationToken);

        Assert.Contains((await reading.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Document.Blocks, b => b.Text.Contains("町田", StringComparison.Ordinal));
    }

    private static ReadDocument Sample(string name) =>
        Reading.Of(name + ".xlsx", File.ReadAllBytes(Path.Combine(RealFiles.Repository(), "samples", "forms", name + ".xlsx")));

    private static string Words(ReadDocument read) => string.Join('\n', read.Document.Blocks.Select(b => $"{Kind(b)}\t{((CellLocator)b.At).Range}\t{b.Text.Replace('\n', '⏎')}"));

    private static string Kind(Block block) => block switch
    {
        HeadingBlock heading => $"見出し{heading.Level}",
        TableRowBlock => "欄",
        ParagraphBlock => "文",
        _ => block.GetType().Name,
    };
}

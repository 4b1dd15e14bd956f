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

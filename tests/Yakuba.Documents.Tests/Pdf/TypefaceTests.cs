namespace Yakuba.Documents.Tests;

/// <summary>A server without any typeface draws pages without letters: what hides cannot be told there, rules can.</summary>
[Collection("Alone")] // the list of typefaces is the whole process's
public sealed class TypefaceTests
{
    [Fact]
    public void A_page_drawn_without_typefaces_lost_its_tables()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "poppler is not here.");
        // Only the rules say that two lines are one cell.
        var page = string.Concat(Enumerable.Range(0, 4).Select(r => $"50 {300 - (30 * r)} m 230 {300 - (30 * r)} l S\n")) + string.Concat(new[] { 50, 110, 170, 230 }.Select(x => $"{x} 300 m {x} 210 l S\n"))
            + string.Concat(new[] { ("Month", "Cans", "of tin", "Paper"), ("May", "41", "full", "51"), ("June", "42", "full", "52") }.Select((r, i) =>
                MadePdf.Words(54, 286 - (30 * i), 9, r.Item1) + MadePdf.Words(114, 286 - (30 * i), 9, r.Item2) + MadePdf.Words(114, 275 - (30 * i), 9, r.Item3) + MadePdf.Words(174, 286 - (30 * i), 9, r.Item4)));
        var file = new MadePdf().AddPage(page).ToBytes();
        var seen = Reading.Of("a.pdf", file);
        var none = Path.GetTempFileName();
        File.WriteAllText(none, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        Environment.SetEnvironmentVariable("FONTCONFIG_FILE", none);
        try
        {
            var read = Reading.Of("a.pdf", file);

            Assert.Contains("Month: June、Cans of tin: 42 full、Paper: 52", seen.Document.Blocks.Select(b => b.Text.Replace('\n', ' ')));
            Assert.Equal(seen.Document.Blocks.Select(b => b.Text), read.Document.Blocks.Select(b => b.Text));
            Assert.Contains(read.Report.Skipped, s => s.What == "見えない文字の確認");
            Assert.Empty(read.Report.Hidden);
        }
        finally
        {
            Environment.SetEnvironmentVariable("FONTCONFIG_FILE", null);
            File.Delete(none);
        }
    }
}

using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Yakuba.Papers.Tests;

/// <summary>Word documents: valid, the same each time, and with nothing of a person in them.</summary>
public sealed class DocxTests
{
    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void The_validator_finds_nothing_wrong(string name) => Assert.Equal("", string.Join("\n", Faults(Written.Docx(GoldenPapers.All[name]))));

    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void Equal_papers_give_equal_bytes(string name) => Assert.Equal(Written.Docx(GoldenPapers.All[name]), Written.Docx(GoldenPapers.All[name]));

    [Fact]
    public void All_are_put_into_a_folder_to_be_looked_at()
    {
        if (Environment.GetEnvironmentVariable("YAKUBA_PAPERS") is { } folder)
        {
            foreach (var (name, paper) in GoldenPapers.All)
            {
                File.WriteAllBytes(Path.Combine(folder, name + ".docx"), Written.Docx(paper, new DocxOptions { ChangedBy = "総務課", ChangedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) }));
                File.WriteAllBytes(Path.Combine(folder, name + ".html"), Written.Of(HtmlWriter.Write(paper)).Content);
            }
        }
    }

    [Fact]
    public void A_fault_is_noticed()
    {
        var file = new MemoryStream();
        file.Write(Written.Docx(Letters.Report));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = Part(file.ToArray(), "word/document.xml");
            part.Descendants(Word.Main + "pPr").First().AddFirst(new XElement(Word.Main + "jc", new XAttribute(Word.Main + "val", "sideways")));
            zip.GetEntry("word/document.xml")!.Delete();
            using var to = zip.CreateEntry("word/document.xml").Open();
            part.Save(to);
        }

        Assert.NotEmpty(Faults(file.ToArray()));
    }

    [Fact]
    public void The_file_says_its_title_and_its_office_and_nothing_of_a_person_or_a_program()
    {
        var file = Written.Docx(Letters.Notice);
        Assert.Equal(["自主防災訓練の実施について（通知）", "八重桜市", "ja-JP"], Part(file, "docProps/core.xml").Root!.Elements().Select(e => e.Value));
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.DoesNotContain(zip.Entries, e => e.FullName is "docProps/app.xml" or "docProps/custom.xml" or "word/people.xml");
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        Assert.DoesNotContain("rsid", string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd())), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Tracked_changes_say_who_and_when()
    {
        var marks = Part(Written.Docx(GoldenPapers.All["changed"], new DocxOptions { ChangedBy = "総務課", ChangedAt = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(9)) }), "word/document.xml")
            .Descendants().Where(e => e.Name == Word.Main + "ins" || e.Name == Word.Main + "del").ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, m => Assert.Equal(("総務課", "2026-11-01T00:00:00Z"), ((string)m.Attribute(Word.Main + "author")!, (string)m.Attribute(Word.Main + "date")!)));
        Assert.Equal(marks.Count, marks.Select(m => (string)m.Attribute(Word.Main + "id")!).Distinct().Count());
    }

    [Fact]
    public void A_reading_is_not_lost_when_its_word_was_put_in()
    {
        var old = new Paper("題", PaperKind.Other, [PaperLine.Of(LineRole.Body, "朝までに出してください。")]);
        var now = old with { Blocks = [new PaperLine(LineRole.Body, [new("朝までに"), new("集積所") { Ruby = "しゅうせきじょ" }, new("に出してください。")])] };
        var file = Written.Docx(PaperComparison.Between(old, now));
        Assert.Equal("", string.Join('\n', Faults(file)));
        Assert.Equal("しゅうせきじょ", Assert.Single(Part(file, "word/document.xml").Descendants(Word.Main + "ins").Descendants(Word.Main + "rt")).Value);
    }

    internal static XDocument Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    internal static IEnumerable<string> Faults(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }
}

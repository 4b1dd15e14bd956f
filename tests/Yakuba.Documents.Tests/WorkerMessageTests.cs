using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Documents.Tests;

/// <summary>What a worker sends is what the server gets.</summary>
public sealed class WorkerMessageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Text => Path.Combine(_folder.FullName, "text");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_block_locator_entry_and_passage_comes_over_as_it_was() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Texts().ToArbitrary(), Same));

    [Fact]
    public void A_text_of_many_parts_comes_over_in_order_and_its_file_goes_with_the_reading()
    {
        var many = new Document("題", DocumentKind.PlainText, [.. Enumerable.Range(1, 20_000).Select(n => new ParagraphBlock($"{n}番目の段落", new LineLocator(n)))], [], DocumentDates.None);
        using (var reading = Over(new Said(many, PassageCutter.Cut(many))))
        {
            Assert.True(new FileInfo(Text).Length > 1 << 20);
            Assert.Equal(many.Blocks, reading.Blocks());
            Assert.Equal(many.Blocks.Count, reading.Document!.Blocks);
            Assert.Equal(Enumerable.Range(0, reading.Document.Passages), reading.Passages().Select(p => p.Ordinal));
        }

        Assert.False(File.Exists(Text));
    }

    [Fact]
    public void A_block_or_a_text_over_its_bound_is_no_document()
    {
        var one = new Document("題", DocumentKind.PlainText, [new ParagraphBlock(new string('a', WorkerJson.MostPart), new LineLocator(1))], [], DocumentDates.None);
        var all = new Document("題", DocumentKind.PlainText, [.. Enumerable.Repeat(new ParagraphBlock(new string('a', 1 << 20), new LineLocator(1)), 257)], [], DocumentDates.None);
        foreach (var document in new[] { one, all })
        {
            Assert.Equal("document-too-many-parts", DocumentWorker.Send(new ReadDocument(document, Report), [], "あ.txt", Stream.Null).Refusal!.Name);
        }
    }

    [Theory, InlineData(typeof(Block)), InlineData(typeof(Locator))]
    public void Every_kind_is_known_to_the_messages(Type family)
    {
        var known = family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
        Assert.Equal(family.Assembly.GetTypes().Where(t => t.BaseType == family).OrderBy(t => t.Name), known.OrderBy(t => t.Name));
    }

    [Fact]
    public void Every_kind_is_among_the_texts_tried()
    {
        var tried = Texts().Sample(400, 40).SelectMany(t => t.Document.Blocks).Select(b => JsonSerializer.Serialize(b, WorkerJson.Plain.Block)).ToList();
        foreach (var family in new[] { typeof(Block), typeof(Locator) })
        {
            Assert.All(family.GetCustomAttributes<JsonDerivedTypeAttribute>(), a => Assert.Contains(tried, t => t.Contains($"\"$type\":\"{a.TypeDiscriminator}\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_property_of_a_report_comes_over()
    {
        var report = new ReadingReport { FileName = "あ.pdf", Kind = DocumentKind.Pdf };
        foreach (var property in typeof(ReadingReport).GetProperties().Where(p => p.CanWrite))
        {
            property.SetValue(report, Some(property.PropertyType));
        }

        using var reading = Over(new Said(new Document("題", DocumentKind.Pdf, [], [], DocumentDates.None), []), report);
        var back = reading.Document!.Report;
        Assert.All(typeof(ReadingReport).GetProperties(), p => Assert.Equal(JsonSerializer.Serialize(p.GetValue(report)), JsonSerializer.Serialize(p.GetValue(back))));
    }

    [Fact]
    public void Half_a_surrogate_pair_comes_over_as_a_replacement_of_the_same_length()
    {
        using var reading = Over(new Said(new Document("題", DocumentKind.PlainText, [new ParagraphBlock("a\ud800b", new LineLocator(1))], [], DocumentDates.None), []));
        Assert.Equal("a\uFFFDb", reading.Blocks().Single().Text);
    }

    [Theory]
    [InlineData(FrameKind.Answer, "")]
    [InlineData(FrameKind.Answer, "null")]
    [InlineData(FrameKind.Answer, "{}")]
    [InlineData(FrameKind.Answer, """{"Document":null,"Refusal":null,"IsLast":false}""")]
    [InlineData(FrameKind.Answer, """{"Document":null,"Refusal":{"Name":"x","Message":null,"NextStep":""},"IsLast":false}""")]
    [InlineData(FrameKind.Blocks, "null")]
    [InlineData(FrameKind.Blocks, "[null]")]
    [InlineData(FrameKind.Blocks, """[{"$type":"thread","Text":"x"}]""")]
    [InlineData(FrameKind.Blocks, """[{"$type":"paragraph","Text":"x"}]""")]
    [InlineData(FrameKind.Entries, """[{"Question":"x"}]""")]
    [InlineData(FrameKind.Passages, "[1]")]
    [InlineData(FrameKind.Hello, "{}")]
    public void What_is_no_answer_is_refused(object kind, string words)
    {
        using var pipe = new MemoryStream();
        Frames.Write(pipe, (FrameKind)kind, Encoding.UTF8.GetBytes(words));
        Frames.Write(pipe, FrameKind.Answer, """{"Document":null,"Refusal":{"Name":"x","Message":"","NextStep":""},"IsLast":false}"""u8);
        pipe.Position = 0;
        var thrown = Record.Exception(() => TextSpool.Receive(pipe, Text));
        Assert.True(thrown is FrameException or JsonException, $"{thrown}");
    }

    [Theory, InlineData(2, 1), InlineData(1, 2)]
    public void A_text_that_is_not_as_long_as_the_answer_says_is_refused(int blocks, int said)
    {
        var read = new ReadDocument(new Document("題", DocumentKind.PlainText, [.. Enumerable.Repeat(new ParagraphBlock("納期限", new LineLocator(1)), blocks)], [], DocumentDates.None), Report);
        using var pipe = new MemoryStream();
        var answer = DocumentWorker.Send(read, [], "あ.txt", pipe);
        Frames.Write(pipe, FrameKind.Answer, JsonSerializer.SerializeToUtf8Bytes(answer with { Document = answer.Document! with { Blocks = said } }, WorkerJson.Plain.WorkerAnswer));
        pipe.Position = 0;
        Assert.Throws<FrameException>(() => TextSpool.Receive(pipe, Text));
    }

    [Fact]
    public void A_frame_of_another_kind_or_over_its_bound_or_cut_short_is_refused()
    {
        Assert.Throws<FrameException>(() => Frames.Read(new MemoryStream([2, 1, 0, 0, 0, 7]), FrameKind.Answer, 10));
        Assert.Throws<FrameException>(() => Frames.Read(new MemoryStream([4, 11, 0, 0, 0, 7]), FrameKind.Answer, 10));
        Assert.Throws<FrameException>(() => Frames.Read(new MemoryStream([4, 0xFF, 0xFF, 0xFF, 0xFF, 7]), FrameKind.Answer, 10));
        Assert.Throws<FrameException>(() => Frames.Read(new MemoryStream([4, 1]), FrameKind.Answer, 10));
        Assert.Throws<EndOfStreamException>(() => Frames.Read(new MemoryStream([4, 2, 0, 0, 0, 7]), FrameKind.Answer, 10));
        Assert.Null(Frames.Read(new MemoryStream([]), FrameKind.Answer, 10));
    }

    private static ReadingReport Report => new() { FileName = "あ.txt", Kind = DocumentKind.PlainText };

    private WorkerReading Over(Said said, ReadingReport? report = null)
    {
        using var pipe = new MemoryStream();
        var answer = DocumentWorker.Send(new ReadDocument(said.Document, report ?? Report), said.Passages, "あ.txt", pipe);
        Frames.Write(pipe, FrameKind.Answer, JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Plain.WorkerAnswer));
        pipe.Position = 0;
        return new WorkerReading(TextSpool.Receive(pipe, Text).Document!, Text);
    }

    private bool Same(Said said)
    {
        using var reading = Over(said);
        var (document, back) = (said.Document, reading.Blocks().ToList());
        return JsonSerializer.Serialize([.. document.Blocks], WorkerJson.Plain.ListBlock) == JsonSerializer.Serialize(back, WorkerJson.Plain.ListBlock)
            && document.Blocks.Select(x => (x.GetType(), x.Text, x.At)).SequenceEqual(back.Select(x => (x.GetType(), x.Text, x.At)))
            && (document.Title, document.Kind, document.Dates) == (reading.Document!.Title, reading.Document.Kind, reading.Document.Dates)
            && document.Faq.SequenceEqual(reading.FaqEntries())
            && JsonSerializer.Serialize([.. said.Passages], WorkerJson.Plain.ListPassage) == JsonSerializer.Serialize([.. reading.Passages()], WorkerJson.Plain.ListPassage);
    }

    private static object Some(Type type) =>
        type == typeof(string) ? "文字"
        : type == typeof(int) ? 7
        : type == typeof(long) ? 8L
        : type == typeof(DocumentKind) ? DocumentKind.Slides
        : type == typeof(IReadOnlyList<int>) ? new[] { 1, 3 }
        : type == typeof(IReadOnlyList<RecognisedPage>) ? new[] { new RecognisedPage(2, 88) }
        : type == typeof(IReadOnlyList<HiddenText>) ? new[] { new HiddenText("白", "1ページ", "隠し", 2) }
        : type == typeof(IReadOnlyList<SkippedPart>) ? new[] { new SkippedPart("図", "大") }
        : type == typeof(IReadOnlyList<AttachedDoubt>) ? new[] { new AttachedDoubt("添付「a.pdf」", "2ページは認識文字です。") }
        : throw new Xunit.Sdk.XunitException($"say what {type} may hold, and that it comes over");

    private static Gen<Said> Texts()
    {
        var text = Gen.Elements("", "住民票", "a\"\\\n\t", "葛\U000E0100城", "\uE000外字", "<&>'", new string('長', 400));
        var number = Gen.Choose(1, 5_000);
        Gen<Locator> at = Gen.OneOf<Locator>(
            number.Select(n => (Locator)new PageLocator(n, null)),
            number.Select(n => (Locator)new PageLocator(n, new PageBox(n / 7.0, -1, double.MaxValue, double.NaN))),
            text.Select(s => (Locator)new CellLocator(s, "B3:C3")),
            text.Select(s => (Locator)new ArticleLocator(s)),
            number.Select(n => (Locator)new BlockLocator(n)),
            number.Select(n => (Locator)new LineLocator(n)),
            number.Select(n => (Locator)new SlideLocator(n)),
            number.Select(n => (Locator)new EntryLocator(n)),
            number.Select(n => (Locator)new AttachmentLocator(n, new PageLocator(n, null))));
        var cell = from t in text from h in text.ListOf() from a in at select new TableCell(t, [.. h], a);
        var block = Gen.OneOf<Block>(
            from t in text from a in at from n in Gen.Choose(1, 9) select (Block)new HeadingBlock(t, a, n),
            from t in text from a in at select (Block)new ParagraphBlock(t, a),
            from t in text from a in at from n in Gen.Choose(1, 9) from m in text select (Block)new ListItemBlock(t, a, n, m),
            from t in text from a in at from c in cell.ListOf() select (Block)new TableRowBlock(t, a, [.. c]),
            from t in text from a in at from c in text from p in text select (Block)new ArticleBlock(t, a, t, c, p),
            from t in text from a in at select (Block)new FootnoteBlock(t, a),
            from t in text from a in at select (Block)new CaptionBlock(t, a));
        var day = Gen.Elements<DateOnly?>(null, new DateOnly(2026, 4, 1), DateOnly.MinValue, DateOnly.MaxValue);
        var maybe = Gen.OneOf(text.Select(t => (string?)t), Gen.Constant((string?)null));
        var faq = from q in text from a in text from c in maybe from s in maybe from l in at select new FaqEntry(q, a, c, s, l);
        var passage = from n in number from t in text from h in text.ListOf() from q in maybe from l in at from d in day
                      select new Passage(n, t, [.. h], t, q, l, l, d is null ? null : new PassageDates(d, null));
        return from t in text from k in Gen.Elements(Enum.GetValues<DocumentKind>()) from b in block.ListOf() from f in faq.ListOf() from d in day from r in Gen.Elements(true, false) from p in passage.ListOf()
               select new Said(new Document(t, k, [.. b], [.. f], new DocumentDates(d, null, d, r)), [.. p]);
    }

    private sealed record Said(Document Document, IReadOnlyList<Passage> Passages);
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Documents.Tests;

/// <summary>What a worker sends is what the server gets.</summary>
public sealed class WorkerMessageTests
{
    [Fact]
    public void Every_block_locator_and_outcome_comes_over_as_it_was() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Answers().ToArbitrary(), a => Same(a, Over(a))));

    [Theory, InlineData(typeof(Block)), InlineData(typeof(Locator)), InlineData(typeof(ReadOutcome))]
    public void Every_kind_is_known_to_the_messages(Type family)
    {
        var known = family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
        Assert.Equal(family.Assembly.GetTypes().Where(t => t.BaseType == family).OrderBy(t => t.Name), known.OrderBy(t => t.Name));
    }

    [Fact]
    public void Every_kind_is_among_the_answers_tried()
    {
        var tried = Answers().Sample(400, 40).Select(a => JsonSerializer.Serialize(a, WorkerJson.Plain.WorkerAnswer)).ToList();
        foreach (var family in new[] { typeof(Block), typeof(Locator), typeof(ReadOutcome) })
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

        var back = ((ReadDocument)Over(new WorkerAnswer(new ReadDocument(new Document("題", DocumentKind.Pdf, [], [], DocumentDates.None), report), [], false)).Outcome).Report;
        Assert.All(typeof(ReadingReport).GetProperties(), p => Assert.Equal(JsonSerializer.Serialize(p.GetValue(report)), JsonSerializer.Serialize(p.GetValue(back))));
    }

    [Fact]
    public void Half_a_surrogate_pair_comes_over_as_a_replacement_of_the_same_length() =>
        Assert.Equal("a�b", ((Unreadable)Over(new WorkerAnswer(new Unreadable("x", "a\ud800b", ""), [], false)).Outcome).Message);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Outcome":{"$type":"unreadable","Name":"x","Message":null,"NextStep":""},"Passages":[],"IsLast":false}""")]
    [InlineData("""{"Outcome":{"$type":"thread","Name":"x"},"Passages":[],"IsLast":false}""")]
    [InlineData("""{"Outcome":{"$type":"document"},"Passages":[],"IsLast":false}""")]
    public void What_is_no_answer_is_refused(string words) => Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize(words, WorkerJson.Plain.WorkerAnswer)!.Outcome.ToString());

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

    private static WorkerAnswer Over(WorkerAnswer answer)
    {
        using var pipe = new MemoryStream();
        Frames.Write(pipe, FrameKind.Answer, JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Plain.WorkerAnswer));
        pipe.Position = 0;
        return JsonSerializer.Deserialize(new FramePayload(pipe, Frames.Begin(pipe, FrameKind.Answer, WorkerJson.MostAnswer)), WorkerJson.Plain.WorkerAnswer)!;
    }

    private static bool Same(WorkerAnswer one, WorkerAnswer other) =>
        JsonSerializer.Serialize(one, WorkerJson.Plain.WorkerAnswer) == JsonSerializer.Serialize(other, WorkerJson.Plain.WorkerAnswer)
        && (one.Outcome is not ReadDocument a || (other.Outcome is ReadDocument b
            && a.Document.Blocks.Select(x => (x.GetType(), x.Text, x.At)).SequenceEqual(b.Document.Blocks.Select(x => (x.GetType(), x.Text, x.At)))
            && a.Document.Dates == b.Document.Dates && a.Document.Faq.SequenceEqual(b.Document.Faq)))
        && one.Passages.Select(p => p with { HeadingPath = [] }).SequenceEqual(other.Passages.Select(p => p with { HeadingPath = [] }));

    private static object Some(Type type) =>
        type == typeof(string) ? "文字"
        : type == typeof(int) ? 7
        : type == typeof(long) ? 8L
        : type == typeof(DocumentKind) ? DocumentKind.Slides
        : type == typeof(IReadOnlyList<int>) ? new[] { 1, 3 }
        : type == typeof(IReadOnlyList<RecognisedPage>) ? new[] { new RecognisedPage(2, 88) }
        : type == typeof(IReadOnlyList<HiddenText>) ? new[] { new HiddenText("白", "1ページ", "隠し", 2) }
        : type == typeof(IReadOnlyList<SkippedPart>) ? new[] { new SkippedPart("図", "大") }
        : throw new Xunit.Sdk.XunitException($"say what {type} may hold, and that it comes over");

    private static Gen<WorkerAnswer> Answers()
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
        var document = from t in text from k in Gen.Elements(Enum.GetValues<DocumentKind>()) from b in block.ListOf() from f in faq.ListOf() from d in day from r in Gen.Elements(true, false)
                       select (ReadOutcome)new ReadDocument(new Document(t, k, [.. b], [.. f], new DocumentDates(d, null, d, r)), new ReadingReport { FileName = t, Kind = k });
        var refusal = from n in text from m in text select (ReadOutcome)new Unreadable(n, m, m);
        return from o in Gen.OneOf(document, refusal) from p in passage.ListOf() from last in Gen.Elements(true, false) select new WorkerAnswer(o, [.. p], last);
    }
}

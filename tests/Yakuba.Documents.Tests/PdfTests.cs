namespace Yakuba.Documents.Tests;

/// <summary>PDF files of the sample town, as its sections publish them.</summary>
public sealed class PdfTests
{
    private static ReadDocument? Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "samples", "town", name);
            if (File.Exists(path) && File.Exists("/usr/bin/pdftotext"))
            {
                return Reading.Of(Path.GetFileName(path), File.ReadAllBytes(path));
            }
        }

        Assert.Skip("The sample town or poppler is not here.");
        return null;
    }

    private static List<string> Texts(ReadDocument read) => [.. read.Document.Blocks.Select(b => b.Text)];

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var texts = Texts(Sample("企画課/広報すみの_令和8年11月号.pdf")!);

        Assert.Contains("証明書の手数料が変わります（令和9年4月1日から）", texts);
        Assert.Contains("65歳以上の方のインフルエンザ予防接種（自己負担1,500円）と新型コロナ予防接種（自己負担3,000円）は、令和9年1月31日までです。", texts);
        Assert.True(texts.IndexOf("除雪に御協力を") < texts.IndexOf("予防接種はお済みですか"));
    }

    [Fact]
    public void A_sentence_goes_on_in_the_next_column_and_on_the_next_page()
    {
        var texts = Texts(Sample("企画課/広報すみの_令和8年11月号.pdf")!);

        Assert.Contains(texts, t => t.Contains("平成19年4月1日までに生まれた方です。", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.EndsWith("先着順です。請願・陳情の締切りは11月26日（木）です。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrapped_cell_of_a_ruled_table_stays_one_value()
    {
        var texts = Texts(Sample("住民課/国民健康保険の手引き.pdf")!);

        Assert.Contains("給付: 高額療養費、額・内容: 1か月の自己負担が限度額を超えた分、申請の期限: 診療月の翌月の初日から2年", texts);
        Assert.Contains("給付: 療養費（補装具など）、額・内容: 自己負担分を除いた額、申請の期限: 支払の翌日から2年", texts);
    }

    [Fact]
    public void A_cell_over_several_rows_names_each_of_them()
    {
        var texts = Texts(Sample("環境課/ごみ分別ガイドブック_令和8年度版.pdf")!);

        Assert.Contains("種類: 燃やすごみ指定袋（10枚入り）、大きさ: 小（15リットル）、値段: 150円", texts);
        Assert.Contains("主なもの: 生ごみ、出し方: 指定袋（燃やすごみ用）、注意すること: 水をよく切る", texts);
    }

    [Fact]
    public void Page_numbers_and_running_heads_are_left_out_and_reported()
    {
        var read = Sample("住民課/国民健康保険の手引き.pdf")!;

        Assert.DoesNotContain(Texts(read), t => t.Contains("―2―", StringComparison.Ordinal) || t == "令和8年度　国民健康保険の手引き");
        Assert.Contains(read.Report.Lines, l => l.Contains("ページ番号", StringComparison.Ordinal));
        Assert.Contains(read.Report.Lines, l => l.Contains("「国民健康保険の手引き　令和8年度」（2ページ）", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_off_the_page_and_notes_pinned_to_it_are_reported_and_not_read()
    {
        if (!File.Exists("/usr/bin/pdftohtml"))
        {
            Assert.Skip("poppler is not here.");
        }

        const string Page = "BT /F1 12 Tf 50 300 Td (Hall opens at nine) Tj ET BT /F1 12 Tf 900 300 Td (Off page words) Tj ET";
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>endobj\n"
            + $"4 0 obj<</Length {Page.Length}>>stream\n{Page}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
            + "6 0 obj<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(ask \\(again\\) later)>>endobj\n7 0 obj<</Subject(draft of May)>>endobj\ntrailer<</Root 1 0 R/Info 7 0 R>>\n";

        var read = Reading.Of("a.pdf", pdf);

        Assert.Equal("Hall opens at nine", Assert.Single(read.Document.Blocks).Text);
        Assert.Equal(["Off page words", "ask (again) later", "draft of May"], read.Report.Hidden.Select(h => h.Sample).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sorting_table_of_a_city_gives_each_item_its_class()
    {
        var path = RealFiles.All.FirstOrDefault(p => Path.GetFileName(p).StartsWith("ごみ分別早見表", StringComparison.Ordinal) && p.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.SkipWhen(path is null, "The real files are not here.");

        var texts = Texts(Reading.Of(Path.GetFileName(path!), File.ReadAllBytes(path!)));

        Assert.Contains("品　名: カミソリ、分別区分: 燃えないごみ", texts);
        Assert.Contains("品　名: 感熱紙、分別区分: 燃やすごみ", texts);
    }
}

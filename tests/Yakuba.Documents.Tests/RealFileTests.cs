namespace Yakuba.Documents.Tests;

public sealed class RealFileTests
{
    [Fact]
    public void Every_real_file_is_read_with_text_and_no_lost_character()
    {
        foreach (var path in RealFiles.All)
        {
            var read = Reading.Of(Path.GetFileName(path), File.ReadAllBytes(path));

            Assert.True(read.Document.Blocks.Count + read.Document.Faq.Count > 0, path);
            Assert.True(read.Report.ReplacementCharacters == 0, path);
            Assert.NotEmpty(PassageCutter.Cut(read.Document));
        }
    }

    [Fact]
    public void The_companies_act_is_found_by_article()
    {
        if (RealFiles.Read("law-xml/417AC0000000086_20170401_428AC0000000062.xml") is not { } read)
        {
            return;
        }

        var articles = read.Document.Blocks.OfType<ArticleBlock>().Where(b => b.Article.Contains('条', StringComparison.Ordinal)).Select(b => b.Article).Distinct().ToList();
        Assert.Equal(1_092, articles.Count);
        var duty = read.Document.Blocks.OfType<ArticleBlock>().Single(b => b.Path == "第355条");
        Assert.Equal("忠実義務", duty.Caption);
        Assert.StartsWith("第三百五十五条　取締役は、法令及び定款", duty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_act_in_shift_jis_gives_its_articles()
    {
        if (RealFiles.Read("law-html/墓地、埋葬等に関する法律.html") is not { } read)
        {
            return;
        }

        Assert.Equal("shift_jis", read.Report.Charset);
        var block = read.Document.Blocks.OfType<ArticleBlock>().Single(b => b.Path == "第4条第2項");
        Assert.Equal("２　火葬は、火葬場以外の施設でこれを行つてはならない。", block.Text);
        Assert.Equal(new DateOnly(1948, 5, 31), read.Document.Dates.Promulgated);
    }
}

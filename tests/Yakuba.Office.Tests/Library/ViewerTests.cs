using System.Net;
using Yakuba.Office.Library;
using Yakuba.Office.Library.ShowDocument;

namespace Yakuba.Office.Tests.Library;

public sealed class ViewerTests
{
    [Fact]
    public async Task A_citation_opens_the_article_with_the_quoted_words_marked()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync(
            "条例.txt", "税条例\n\n（趣旨）\n第一条　この条例は、町税の賦課徴収に関し必要な事項を定める。\n（減免）\n第二条　町長は、災害を受けた者の町税を減免することができる。\n２　前項の減免を受けようとする者は、納期限の７日前までに申請しなければならない。\n");
        using var browser = await town.BrowserAsync(null);

        var page = await browser.GetStringAsync(DocumentLinks.At(version, "article:第2条", "納期限の7日前までに申請"));

        Assert.Contains("<mark>納期限の７日前までに申請</mark>", page);
        Assert.Single(page.Split("id=\"cited\"").Skip(1));
        Assert.Contains("引用された箇所", page);
    }

    [Fact]
    public async Task A_cited_cell_is_marked_in_its_table()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("手数料.csv", "証明,手数料\n住民票の写し,300円\n印鑑登録証明書,200円\n");
        using var browser = await town.BrowserAsync(null);
        await using var read = await town.Town.Database.ReadAsync();
        var key = (await read.QueryAsync<string>("SELECT from_key FROM passage"))[0];

        var page = await browser.GetStringAsync(DocumentLinks.At(version, key, "証明: 印鑑登録証明書、手数料: 200円"));

        Assert.Contains("<th scope=\"col\"", page);
        Assert.Contains("<mark>200円</mark>", page);
        Assert.DoesNotContain("<mark>300円</mark>", page);
    }

    [Fact]
    public async Task A_mail_names_the_attached_file_where_its_text_begins_and_is_served_to_be_kept_and_not_shown()
    {
        await using var town = await LibraryTown.OpenAsync();
        const string Mail = "From: a@example.lg.jp\nSubject: fees\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain; charset=utf-8\n\n手数料の改定を知らせます。\n"
            + "--b\nContent-Type: text/plain; charset=utf-8; name=one.txt\nContent-Disposition: attachment; filename=one.txt\n\n住民票の写しは300円である。\n"
            + "--b\nContent-Type: text/csv; charset=utf-8; name=two.csv\nContent-Disposition: attachment; filename=two.csv\n\n証明,手数料\n印鑑登録証明書,200円\n--b--\n";
        var version = await town.ImportAsync("知らせ.eml", Mail);
        using var browser = await town.BrowserAsync(null);

        var page = await browser.GetStringAsync($"/documents/{version}");
        var original = await browser.GetAsync($"/documents/{version}/original");

        foreach (var (label, text) in new[] { ("1番目の添付ファイル", "住民票の写しは300円"), ("2番目の添付ファイル", "200円") })
        {
            Assert.InRange(page.IndexOf(label, StringComparison.Ordinal), 1, page.LastIndexOf(text, StringComparison.Ordinal));
        }

        Assert.Equal("message/rfc822", original.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", original.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Words_that_are_not_there_mark_the_place_as_a_whole_and_a_place_that_is_not_there_marks_nothing()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");
        using var browser = await town.BrowserAsync(null);

        Assert.Contains("<mark>納期限は6月30日です。</mark>", await browser.GetStringAsync(DocumentLinks.At(version, "line:3", "どこにもない文")));
        Assert.DoesNotContain("<mark>", await browser.GetStringAsync(DocumentLinks.At(version, "page:9", "納期限")));
        Assert.DoesNotContain("<mark>", await browser.GetStringAsync($"/documents/{version}?at={Uri.EscapeDataString("\"><script>")}&quote=%00"));
    }

    [Fact]
    public async Task A_text_not_yet_in_force_and_a_retired_one_say_so()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        head.DefaultRequestHeaders.Add("Accept", "text/html");

        await LibraryTown.StepAsync(head, version, "publication", new { from = "2027-01-01" });
        Assert.Contains("まだ施行されていない文書です", await head.GetStringAsync($"/documents/{version}"));
        await LibraryTown.StepAsync(head, version, "retirement", new { reason = "差替えのため" });
        var page = await head.GetStringAsync($"/documents/{version}");
        Assert.Contains("この文書は失効しています", page);
        Assert.Contains("差替えのため", page);
    }

    [Theory]
    [InlineData("会社法 第847条", "article:第847条")]
    [InlineData("会社法の第八百四十七条の二はどんな規定ですか", "article:第847条の2")]
    [InlineData("税条例第１２条第２項", "article:第12条第2項")]
    public void A_question_names_a_provision_in_any_writing(string question, string key) =>
        Assert.Equal([key], Yakuba.Office.Library.Searching.NamedProvision.Keys(Yakuba.Text.NormalText.Of(question).Value));

    [Fact]
    public void Quoted_words_are_found_across_blocks_widths_and_line_ends()
    {
        StoredBlock[] blocks = [new(0, "paragraph", 0, "", "受付は午前９時から", "line:1", ""), new(1, "paragraph", 0, "", "午後５時 までとする。", "line:2", "")];

        var found = CitedSpan.Find(blocks, "午前9時から\n午後5時まで");

        Assert.Equal((3, 6), found[0]);
        Assert.Equal((0, 7), found[1]);
        Assert.Empty(CitedSpan.Find(blocks, "午前8時"));
        Assert.Empty(CitedSpan.Find(blocks, "　"));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.ShowReadingReport;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Tests.Library;

/// <summary>What people are told of an import.</summary>
public sealed class ImportReportTests
{
    [Fact]
    public async Task The_table_for_spreadsheets_opens_in_Japanese_and_runs_no_formula()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var job = await ImportAsync(browser, ("=1+2.txt", "納期の案内\n\n納期限は6月30日です。"), ("＝3.csv", "証明,手数料\n納税証明書,300円\n"), ("だめ, な.pdf", "%PDF-1.7 壊れた"));

        var answer = await browser.GetAsync($"/library/imports/{job}/report.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("読取品質レポート", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(5, lines.Length); // head, three files, and the end of the last line
        Assert.StartsWith("1,\"'=1+2.txt\",", lines[1]);
        Assert.StartsWith("2,\"'＝3.csv\",", lines[2]);
        Assert.StartsWith("3,\"だめ, な.pdf\",読み取り不可", lines[3]);
        using var other = await town.BrowserAsync("tani");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/library/imports/{job}/report.csv")).StatusCode);
    }

    [Fact]
    public async Task The_report_lists_what_is_asked_for_and_always_what_is_to_be_done()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Contains("まだ取込みはありません", await browser.GetStringAsync("/library/imports"));
        var job = await ImportAsync(browser, ("よい.txt", "納期の案内\n\n納期限は6月30日です。"), ("だめ.pdf", "%PDF-1.7 壊れた"));

        var all = await browser.GetStringAsync($"/library/imports/{job}");
        var unreadable = await browser.GetStringAsync($"/library/imports/{job}?show=unreadable&sort=path&desc=1");
        var none = await browser.GetStringAsync($"/library/imports/{job}?show=same&sort=x&desc=9");

        Assert.Equal((1, 3), (Count(all, "よい.txt"), Count(all, "だめ.pdf") > 2 ? 3 : 0));
        Assert.Equal(0, Count(unreadable, "よい.txt"));
        Assert.Contains("この結果のファイルはありません", none);
        Assert.Contains("だめ.pdf", none);
        Assert.Contains($"/library/imports/{job}", await browser.GetStringAsync("/library/imports"));
    }

    [Fact]
    public void A_page_that_could_not_be_read_is_always_listed()
    {
        var file = new ImportedFileLine("古い台帳.pdf", FileOutcome.Doubtful, [], 7)
        {
            Findings = new FileFindings { PagesRead = 30, PagesNotRead = [.. Enumerable.Range(1, 300)], PagesRecognised = [new RecognisedPage(301, 74)], Hidden = [new HiddenText("白い文字", "2ページ", "秘密", 2)], Skipped = [new SkippedPart("コメント", "本文ではありません。")] },
        };

        var places = FileToDo.Of(file, Words.Japanese).SelectMany(t => t.Places).Select(p => p.Label).ToList();

        Assert.Equal([.. Enumerable.Range(1, 300).Select(p => $"{p}ページ"), "301ページ（74%）", "2ページ"], places);
        Assert.Equal(4, FileToDo.Of(file, Words.Japanese).Count);
    }

    private static int Count(string page, string words) => page.Split(words).Length - 1;

    private static async Task<string> ImportAsync(HttpClient browser, params (string Name, string Text)[] files)
    {
        using var form = LibraryTown.Upload("040", "公開", publish: false, [.. files.Select(f => (f.Name, LibraryTown.Text(f.Text)))]);
        var job = (await (await browser.PostAsync("/api/v1/imports", form)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!;
        await LibraryTown.EndOfAsync(browser, job);
        return job;
    }
}

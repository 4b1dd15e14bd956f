using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Evaluate.ShowLearning;
using Yakuba.Office.Tests.Library;

namespace Yakuba.Office.Tests.Evaluate;

/// <summary>Judged questions as a table that a clerk made, over the command and over the page.</summary>
public sealed class JudgedFileTests
{
    [Theory]
    [InlineData("judged.csv", ',', "utf-8")]
    [InlineData("judged.csv", ',', "shift_jis")] // as Excel saves CSV
    [InlineData("judged.tsv", '\t', "utf-8")]
    public async Task A_table_teaches_whatever_wrote_it(string name, char between, string charset)
    {
        await using var town = await OpenAsync();
        await File.WriteAllBytesAsync(town.Files[name], Bytes(Table(between), charset));
        Assert.Equal(24, (await town.Town.Get<LearnHandler>().ReadyAsync(town.Files[name], default)).Value);
    }

    [Theory]
    [InlineData("judged.csv", "質問,答え\n桜の件,転入届はどこに出しますか\n", "eval-judged-columns", "")]
    [InlineData("judged.csv", "質問,FAQの質問\n桜の件,転入届はどこに出しますか\n梅の件,\n,婚姻届はどこに出しますか\n", "eval-judged-blank", "3行目、4行目")]
    [InlineData("judged.csv", "質問,FAQの質問\n桜の件,転入届はどこに出しますか\n梅の件,ない質問\n竹の件,これもない質問\n", "eval-no-such-entry", "3行目、4行目")]
    [InlineData("judged.csv", "", "eval-cannot-read-judged", "")]
    [InlineData("judged.xlsx", "これは表ではない", "eval-cannot-read-judged", "judged.xlsx")]
    [InlineData("judged.exe", "質問,FAQの質問\n", "eval-judged-kind", "judged.exe")]
    public async Task A_table_that_cannot_be_learned_from_is_refused_with_its_lines(string name, string text, string problem, string places)
    {
        await using var town = await OpenAsync();
        await File.WriteAllTextAsync(town.Files[name], text);
        var refused = (await town.Town.Get<LearnHandler>().ReadyAsync(town.Files[name], default)).Problem!;
        Assert.Equal(problem, refused.Name);
        Assert.Contains(places, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_learns_from_a_file_and_takes_it_back_and_the_file_is_gone()
    {
        await using var town = await OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        admin.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(admin, "判定.csv", Table(','))).StatusCode);
        while (await town.Town.Get<LearnJob>().NewestAsync(default) is not { IsOver: true })
        {
            await Task.Delay(20);
        }

        Assert.Contains("学習1を使っています", await admin.GetStringAsync("/learning"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
        Assert.Equal(0, (await town.Town.Get<LearnHandler>().UndoAsync(1, Yakuba.Platform.Actor.Console("test"), default)).Value);
    }

    [Theory]
    [InlineData("判定.csv", "質問,FAQの質問\n桜の件,ない質問\n", "2行目")]
    [InlineData("判定.csv", "質問,FAQの質問\n桜の件,転入届はどこに出しますか\n", "20件以上")]
    [InlineData("判定.pdf", "%PDF", "CSV、TSV、Excel")]
    [InlineData("", "", "CSV、TSV、Excel")] // no file was chosen
    public async Task A_file_that_is_refused_on_the_page_is_named_and_not_kept(string name, string text, string words)
    {
        await using var town = await OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        admin.DefaultRequestHeaders.Add("Accept", "text/html");

        var page = await (await UploadAsync(admin, name, text)).Content.ReadAsStringAsync();

        Assert.Contains(words, page);
        Assert.Contains("いまは学習を使っていません", page);
        var uploads = Path.Combine(town.Town.Directory.Root, "uploads");
        Assert.True(!Directory.Exists(uploads) || !Directory.EnumerateFileSystemEntries(uploads).Any());
    }

    private static async Task<LibraryTown> OpenAsync()
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("faq.csv", LearnTown.Csv());
        return town;
    }

    private static string Table(char between) =>
        $"番号{between}質問{between}FAQの質問\r\n" + string.Concat(LearnTown.Asked(i => LearnTown.Said[i]).Select((a, i) => $"{i + 1}{between}{a.Question}{between}{a.Entry}\r\n"));

    private static byte[] Bytes(string text, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(charset).GetBytes(text);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string name, string text)
    {
        var token = Regex.Match(await browser.GetStringAsync("/learning"), "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "form-token" } };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse($"form-data; name=\"judged\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(file);
        return await browser.PostAsync("/learning/file", form);
    }
}

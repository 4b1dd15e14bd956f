using System.Net;
using Yakuba.Office.Draft;
using Yakuba.Office.Draft.Sources;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Passages of the library and past drafts are put in word for word, only by who may read them, and never where others would read what they may not.</summary>
public sealed class SourceTests
{
    private const string Manual = "# 清掃の手引き\n\n## 道具\n\n清掃の道具は、前日の午後4時までに車庫で受け取る。\n";

    [Fact]
    public async Task A_passage_is_found_put_in_word_for_word_and_cited()
    {
        await using var town = await DraftTown.OpenAsync();
        await ImportAsync(town, "清掃の手引き.md", Manual, "040", Label.Internal);
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync();

        var page = await nishi.PageAsync($"/drafts/{draft}/sources?q=" + Uri.EscapeDataString("清掃の道具の受け取り"));
        Assert.Contains("前日の午後4時までに車庫で受け取る", page);
        var take = System.Text.RegularExpressions.Regex.Match(page, "name=\"take\" value=\"([0-9:]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await nishi.PostAsync($"/drafts/{draft}/sources", ("was", "1"), ("into", "body"), ("take", take))).Status);

        page = await nishi.PageAsync($"/drafts/{draft}");
        Assert.Contains("data-origin=\"source\"", page);
        Assert.Contains("href=\"#source-1\"", page);
        Assert.Contains("id=\"source-1\"", page);
        Assert.Equal([DraftActions.Created, DraftActions.SourcePutIn], await town.DraftActionsAsync());

        // Changed by one word it is no longer the document's.
        var words = (await VersionAsync(town, draft)).Text.Words(PartRole.Body);
        await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "2"), ("act", "save"), ("part-body", words.Replace("午後4時", "午後5時", StringComparison.Ordinal)));
        page = await nishi.PageAsync($"/drafts/{draft}");
        Assert.DoesNotContain("href=\"#source-1\"", page);
        Assert.Contains("出典 1 を直したもの", page);
        Assert.Contains("そのままの形では残っていません", page);
    }

    [Fact]
    public async Task What_the_writer_may_not_read_is_neither_found_nor_put_in()
    {
        await using var town = await DraftTown.OpenAsync();
        var version = await ImportAsync(town, "清掃の手引き.md", Manual, "040", Label.Restricted);
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync();

        Assert.DoesNotContain("車庫", await nishi.PageAsync($"/drafts/{draft}/sources?q=" + Uri.EscapeDataString("清掃の道具")));
        var (status, page, _) = await nishi.PostAsync($"/drafts/{draft}/sources", ("was", "1"), ("into", "body"), ("take", $"{version}:0"));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("その文は見つかりません", page);
        Assert.DoesNotContain("車庫", page);
        Assert.Equal(1, (await town.CardAsync(draft)).Version);
    }

    [Fact]
    public async Task A_draft_becomes_as_secret_as_what_was_put_into_it()
    {
        await using var town = await DraftTown.OpenAsync();
        var version = await ImportAsync(town, "清掃の手引き.md", Manual, "040", Label.Restricted);
        using var kudo = await town.ClerkAsync("kudo");
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await kudo.BeginAsync();
        await nishi.PageAsync($"/drafts/{draft}");

        Assert.Equal(HttpStatusCode.Redirect, (await kudo.PostAsync($"/drafts/{draft}/sources", ("was", "1"), ("into", "body"), ("take", $"{version}:0"))).Status);

        Assert.Equal(Label.Restricted, (await town.CardAsync(draft)).Label);
        Assert.Equal(HttpStatusCode.NotFound, (await nishi.Browser.GetAsync($"/drafts/{draft}")).StatusCode);
        Assert.DoesNotContain("一斉清掃", await nishi.PageAsync("/drafts"));
    }

    [Fact]
    public async Task What_only_another_section_may_read_does_not_go_into_a_draft_of_this_one()
    {
        await using var town = await DraftTown.OpenAsync();
        var version = await ImportAsync(town, "清掃の手引き.md", Manual, "060", Label.Section);
        await town.Town.AddPersonAsync("ryo", Role.Staff, "040");
        await using (var work = await town.Town.Database.BeginAsync()) // of both sections
        {
            await work.ExecuteAsync("INSERT INTO account_section (account_id, section) SELECT id, '060' FROM account WHERE user_name = 'ryo'");
            await work.CommitAsync();
        }

        using var ryo = await town.ClerkAsync("ryo");
        var (_, _, location) = await ryo.PostAsync("/drafts/new", ("template", "notice"), ("label", "機密性1"), ("section", "040"), ("fact-事業名", "清掃"));
        var (status, page, _) = await ryo.PostAsync(location.Replace("/edit", "/sources", StringComparison.Ordinal), ("was", "1"), ("into", "body"), ("take", $"{version}:0"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("ほかの課だけが読めるもの", page);
    }

    [Fact]
    public async Task A_past_draft_of_the_section_is_found_and_put_in()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        using var mizuno = await town.ClerkAsync("mizuno");
        var past = await nishi.BeginAsync();
        var draft = await mizuno.BeginAsync(facts: [("事業名", "春の植樹")]);

        Assert.Contains("町内の環境美化を進めるため", await mizuno.PageAsync($"/drafts/{draft}/sources?q=" + Uri.EscapeDataString("環境美化")));
        Assert.Equal(HttpStatusCode.Redirect, (await mizuno.PostAsync($"/drafts/{draft}/sources", ("was", "1"), ("into", "attachment"), ("take", $"{past}"))).Status);

        Assert.Contains($"/drafts/{past}", await mizuno.PageAsync($"/drafts/{draft}"));
    }

    [Fact]
    public async Task A_draft_leaves_as_a_Word_file_with_its_lines_and_without_its_marks()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync();

        using var response = await nishi.Browser.GetAsync($"/drafts/{draft}/paper.docx");

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType?.MediaType);
        await using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
        using var body = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await body.ReadToEndAsync();
        foreach (var words in new[] { "各町内会長", "桜木町長", "令和8年11月29日（日曜日）", "各町内会の区域", "以上" })
        {
            Assert.Contains(words, xml);
        }

        Assert.DoesNotContain("事業名", xml);
        using var tani = await town.ClerkAsync("tani");
        Assert.Equal(HttpStatusCode.NotFound, (await tani.Browser.GetAsync($"/drafts/{draft}/paper.docx")).StatusCode);
    }

    private static async Task<DraftVersion> VersionAsync(DraftTown town, Guid draft)
    {
        await using var read = await town.Town.Database.ReadAsync();
        return (await DraftRows.VersionAsync(read, draft, (await town.CardAsync(draft)).Version, default))!;
    }

    private static async Task<long> ImportAsync(DraftTown town, string name, string text, string section, Label label)
    {
        using var files = new TemporaryFolder();
        await File.WriteAllTextAsync(files[name], text);
        await using var scope = town.Town.Services.CreateAsyncScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportFiles([files[name]], section, label.ToName(), true), Actor.Console("test"), default)).Value;
        var end = await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        return ImportFilesHandler.Report(end).Files.Single().Version;
    }
}

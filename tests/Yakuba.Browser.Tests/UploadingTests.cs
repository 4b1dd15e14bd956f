using Microsoft.Playwright;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>A folder of many files, from the browser to its report.</summary>
public sealed class UploadingTests(BrowserTown town)
{
    private const int Files = 1_000;

    [Fact]
    public async Task A_folder_of_a_thousand_files_goes_over_a_connection_that_breaks_and_is_read()
    {
        using var folder = Folder(Files, "千件");
        await using var visit = await town.VisitAsync("hayashi");
        var sent = 0;
        await visit.Page.RouteAsync("**/api/v1/uploads/*/files/**", async route =>
        {
            // Each fiftieth piece is lost on its way, and each seventieth answer on its way back.
            var number = Interlocked.Increment(ref sent);
            if (number % 70 == 0)
            {
                await route.FetchAsync();
            }

            await (number % 50 == 0 || number % 70 == 0 ? route.AbortAsync() : route.ContinueAsync());
        });
        await visit.GoAsync("/library/add");
        await visit.Page.SetInputFilesAsync("#folder", folder["千件"]);
        Assert.Contains("1,000件", await visit.Page.InnerTextAsync("form [data-upload-words]"));
        await visit.ShootAsync("upload-chosen");

        await visit.Page.ClickAsync("[data-upload-terms] button");
        await visit.Page.WaitForSelectorAsync("[data-upload-bar]:not([hidden])");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('form[data-upload] progress').value > 4000");
        await visit.ShootAsync("upload-sending");
        await visit.ArriveAsync("/library/imports/.+", 240);
        await visit.ShootAsync("import-reading");
        await visit.Page.WaitForSelectorAsync("#import-files", new PageWaitForSelectorOptions { Timeout = 240_000 });

        Assert.Contains("1,000件の処理が終わりました", await visit.Page.InnerTextAsync("main"));
        Assert.Contains("千件/07/0777.txt", await visit.Page.InnerTextAsync("#files"));
        Assert.Equal(0, await visit.Page.Locator(".y-tag[data-tone=bad]").CountAsync());
        await visit.ShootAsync("import-thousand");
    }

    [Fact]
    public async Task An_upload_that_the_page_left_in_the_middle_is_gone_on_with_by_choosing_the_folder_again()
    {
        using var folder = Folder(30, "途中");
        await using var visit = await town.VisitAsync("mori");
        var sent = 0;
        await visit.Page.RouteAsync("**/api/v1/uploads/*/files/**", route => Interlocked.Increment(ref sent) > 10 ? Task.CompletedTask : route.ContinueAsync());
        await visit.GoAsync("/library/add");
        await visit.Page.SetInputFilesAsync("#folder", folder["途中"]);
        await visit.Page.ClickAsync("[data-upload-terms] button");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('form[data-upload] [data-upload-words]').textContent.includes('10 / 30')");

        await using var later = await town.VisitAsync("mori");
        var pieces = 0;
        later.Page.Request += (_, r) => pieces += r.Method == "PUT" ? 1 : 0;
        await later.GoAsync("/library/add");
        Assert.Contains("30件のうち10件が届いています", await later.Page.InnerTextAsync("[data-upload-open]"));
        await later.ShootAsync("upload-to-go-on");
        await later.Page.SetInputFilesAsync("[data-upload-open] input[webkitdirectory]", folder["途中"]);
        await later.ArriveAsync("/library/imports/.+");
        await later.Page.WaitForSelectorAsync("#import-files", new PageWaitForSelectorOptions { Timeout = 240_000 });

        Assert.Equal(20, pieces);
        Assert.Contains("30件の処理が終わりました", await later.Page.InnerTextAsync("main"));
    }

    [Fact]
    public async Task Without_scripts_files_are_sent_held_and_taken_back_by_plain_forms()
    {
        using var folder = Folder(3, "三件");
        await using var visit = await town.VisitAsync("hayashi", scripts: false);
        await visit.GoAsync("/library/add");
        await visit.Page.SetInputFilesAsync("#files", Directory.GetFiles(folder["三件"], "*", SearchOption.AllDirectories));
        await visit.Page.ClickAsync("[data-upload-terms] button");
        await visit.ArriveAsync("/library/imports/.+");
        for (var tries = 0; await visit.Page.Locator("#import-files").CountAsync() == 0 && tries < 600; tries++)
        {
            await visit.Page.WaitForTimeoutAsync(200);
            await visit.Page.ReloadAsync();
        }

        Assert.Contains("3件の処理が終わりました", await visit.Page.InnerTextAsync("main"));
    }

    [Fact]
    public async Task A_report_printed_begins_with_its_summary_on_one_page()
    {
        await using var visit = await town.OpenAsync("import-report");
        var file = Path.Combine(Directory.CreateDirectory(Repository.PathOf("out/shots")).FullName, "import-report.pdf");

        await visit.Page.PdfAsync(new PagePdfOptions { Path = file, Format = "A4" });

        using var pages = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", ["-l", "1", "-layout", file, "-"]) { RedirectStandardOutput = true })!;
        var first = await pages.StandardOutput.ReadToEndAsync();
        Assert.Contains("認識文字のページ", first);
        Assert.DoesNotContain("古い台帳", first);
    }

    private static TemporaryFolder Folder(int files, string name)
    {
        var folder = new TemporaryFolder();
        for (var i = 0; i < files; i++)
        {
            Directory.CreateDirectory(folder[$"{name}/{i % 10:D2}"]);
            File.WriteAllText(folder[$"{name}/{i % 10:D2}/{i:D4}.txt"], $"{name}の案内その{i}\n\n{name}の窓口{i}番の受付時間は午前9時から午後5時までとする。");
        }

        return folder;
    }
}

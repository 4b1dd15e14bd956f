using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Privacy;

/// <summary>A document with a My Number is stored, and found by nobody until someone of its section has decided.</summary>
public sealed partial class HoldTests
{
    private const string Number = "2626-2626-2621";
    private const string Text = $"支給台帳の写し\n\n受給者の個人番号は {Number} です。花火大会の支給台帳です。";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_My_Number_keeps_a_document_out_of_the_index_and_nothing_of_it_is_lost(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("花火.txt", "花火大会の案内\n\n花火大会は8月です。");
        await File.WriteAllTextAsync(town.Files["台帳.txt"], Text);

        var report = await town.ImportAsync(new ImportFiles([town.Files["台帳.txt"]], "税務課", "公開", true));

        var line = report.Files.Single();
        Assert.Equal((ImportOutcome.Held, 1, 0), (line.Outcome, report.Held, report.Imported));
        Assert.Contains("個人番号があるため（1か所）、検索に入れずに保留しました", line.Notes[0]);
        Assert.Contains(LibraryActions.Held, await town.Town.AuditActionsAsync());
        Assert.Equal(["花火大会の案内"], await town.SearchAsync("kudo", "花火大会"));
        using var kudo = await town.BrowserAsync("kudo");
        Assert.Equal(HttpStatusCode.NotFound, (await kudo.GetAsync($"/documents/{line.Version}")).StatusCode);
        await town.Town.Get<LibraryIndex>().RebuildAsync((_, _) => { }, default);
        Assert.Equal(["花火大会の案内"], await town.SearchAsync("kudo", "花火大会"));
        Assert.DoesNotContain("2626", IndexBytes(town), StringComparison.Ordinal);
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM passage WHERE version = @v AND text LIKE '%2626-2626-2621%'", new { v = line.Version }));

        var again = await town.ImportAsync(new ImportFiles([town.Files["台帳.txt"]], "税務課", "公開", true));
        Assert.Equal(ImportOutcome.Held, again.Files.Single().Outcome);
        Assert.Contains("保留しています", again.Files.Single().Notes[0]);
    }

    [Theory]
    [InlineData("記入例.txt", "申請書の書き方\n\n個人番号の欄には 1234 5678 9012 のように書きます。")]
    [InlineData("備品.txt", "備品の台帳\n\n管理の控え 262626262621 の机を更新しました。")]
    [InlineData("名簿.txt", "自治会の役員\n\n会長は佐々木健さん（電話 090-0111-2222）です。")]
    public async Task What_is_no_My_Number_comes_into_the_index(string file, string text)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync(file, text);
        Assert.Equal([text.Split('\n')[0]], await town.SearchAsync("kudo", text.Split('\n')[0]));
    }

    [Fact]
    public async Task The_page_shows_the_place_and_not_the_number_and_the_head_lets_it_in_with_a_reason()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("台帳.txt", Text);
        using var nishi = await PageAsync(town, "nishi");
        using var kudo = await PageAsync(town, "kudo");
        using var tani = await PageAsync(town, "tani");

        var page = await kudo.GetStringAsync("/library/held");
        Assert.Contains("支給台帳の写し", page);
        Assert.Contains("受給者の個人番号は <mark>●●●●</mark> です。", page);
        Assert.DoesNotContain("2626", page);
        Assert.DoesNotContain("支給台帳", await tani.GetStringAsync("/library/held")); // another section's

        Assert.Contains("所管課の所属長です", await DecideAsync(nishi, version, "not-personal", "記入例です"));
        Assert.Contains("理由は", await DecideAsync(kudo, version, "not-personal", " "));
        Assert.Contains("どうするかを選んでください", await DecideAsync(kudo, version, "", "記入例です"));
        Assert.Contains("理由に個人番号が", await DecideAsync(kudo, version, "not-personal", $"個人番号 {Number} は見本"));
        Assert.Contains("登録されていません", await DecideAsync(kudo, version, "permitted", "支給の事務"));
        Assert.Contains("保留中の文書が見つかりません", await DecideAsync(tani, version, "remove", "他課"));
        Assert.Empty(await town.SearchAsync("kudo", "支給台帳"));

        await SetAsync(town, PrivacySettings.ImportMyNumber, "番号法別表の支給事務");
        Assert.Equal("", await DecideAsync(kudo, version, "permitted", "支給の事務に要る"));

        Assert.Equal(["支給台帳の写し"], await town.SearchAsync("kudo", "支給台帳"));
        Assert.Empty(await town.SearchAsync(null, "支給台帳")); // a draft: publishing is a step of its own
        Assert.Contains(LibraryActions.HeldReleased, await town.Town.AuditActionsAsync());
        Assert.Contains("保留中の文書はありません", await kudo.GetStringAsync("/library/held"));
        Assert.Contains("保留中の文書が見つかりません", await DecideAsync(kudo, version, "permitted", "もう一度"));
    }

    [Fact]
    public async Task A_number_in_the_title_or_the_file_name_is_not_shown_and_none_stands_in_a_reason()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync($"個人番号{Number}.txt", $"個人番号 {Number} の台帳\n\n花火大会の支給台帳です。");
        using var kudo = await PageAsync(town, "kudo");

        var page = await kudo.GetStringAsync("/library/held");

        Assert.Contains("の台帳</h2>", page);
        Assert.DoesNotContain("2626", page);
        Assert.Contains("理由に個人番号が", await DecideAsync(kudo, version, "not-personal", $"個人番号 {Number} の台帳"));
        Assert.Contains("理由に個人番号が", await DecideAsync(kudo, version, "not-personal", "管理の控え 262626262621")); // may be one
    }

    [Fact]
    public async Task A_title_with_a_number_does_not_come_into_the_index_by_a_change_of_details()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("花火.txt", "花火大会の案内\n\n花火大会は8月です。");
        using var kudo = await town.BrowserAsync("kudo");

        using var answer = await kudo.PatchAsync($"/api/v1/documents/{version}", JsonContent.Create(new { title = $"個人番号 {Number} の台帳" }));

        Assert.Equal("library-title-personal", await LibraryTown.ProblemAsync(answer));
        Assert.Equal(["花火大会の案内"], await town.SearchAsync("kudo", "花火大会"));
    }

    [Fact]
    public async Task A_title_with_a_name_came_into_the_index_by_a_change_of_details_where_documents_with_names_are_held()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("花火.txt", "花火大会の案内\n\n花火大会は8月です。");
        using var kudo = await town.BrowserAsync("kudo");
        var named = JsonContent.Create(new { title = "花火大会の苦情（氏名：佐々木健一、電話 090-1234-5678）" });

        await SetAsync(town, PrivacySettings.Import, "block");
        using var answer = await kudo.PatchAsync($"/api/v1/documents/{version}", named);
        Assert.Equal("library-title-personal", await LibraryTown.ProblemAsync(answer));
        Assert.Equal(["花火大会の案内"], await town.SearchAsync("kudo", "花火大会"));

        await SetAsync(town, PrivacySettings.Import, "allow");
        Assert.True((await kudo.PatchAsync($"/api/v1/documents/{version}", named)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_version_out_of_an_export_keeps_its_life_while_it_is_held()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await SetAsync(old, PrivacySettings.ImportMyNumber, "番号法別表の支給事務");
        await old.ImportAsync("台帳.txt", Text);
        await ExportTests.ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync();

        var line = (await ExportTests.TakeAsync(young, folders["一"])).Files.Single();

        Assert.Equal(ImportOutcome.Held, line.Outcome);
        Assert.Empty(await young.SearchAsync(null, "支給台帳"));
        await SetAsync(young, PrivacySettings.ImportMyNumber, "番号法別表の支給事務");
        using var kudo = await PageAsync(young, "kudo");
        Assert.Equal("", await DecideAsync(kudo, (uint)line.Version, "permitted", "支給の事務に要る"));
        Assert.Equal(["支給台帳の写し"], await young.SearchAsync(null, "支給台帳")); // published, as it was
    }

    [Fact]
    public async Task Removed_it_leaves_no_text_and_no_original()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("台帳.txt", Text);
        using var nishi = await PageAsync(town, "nishi");

        Assert.Equal("", await DecideAsync(nishi, version, "remove", "誤って登録した"));

        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT (SELECT count(*) FROM version) + (SELECT count(*) FROM passage) + (SELECT count(*) FROM block) + (SELECT count(*) FROM document) + (SELECT count(*) FROM held_version)"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(town.Town.Directory.Root, "originals"), "*", SearchOption.AllDirectories));
        Assert.Contains(LibraryActions.HeldRemoved, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task A_registered_town_takes_it_in_and_a_strict_one_holds_names_too()
    {
        await using var town = await LibraryTown.OpenAsync();
        await SetAsync(town, PrivacySettings.ImportMyNumber, "番号法別表の支給事務");
        await town.ImportAsync("台帳.txt", Text);
        Assert.Equal(["支給台帳の写し"], await town.SearchAsync("kudo", "支給台帳"));

        await SetAsync(town, PrivacySettings.Import, "block");
        await town.ImportAsync("名簿.txt", "自治会の役員\n\n会長は佐々木健さん（電話 090-0111-2222）です。");
        Assert.DoesNotContain("自治会の役員", await town.SearchAsync("kudo", "自治会の役員"));
        using var kudo = await PageAsync(town, "kudo");
        Assert.Contains("自治会の役員", await kudo.GetStringAsync("/library/held"));
    }

    // A table tells by its heads what its numbers are: the label stands far above the cell.
    [Fact]
    public async Task A_number_in_a_column_of_a_table_is_seen_by_the_columns_head()
    {
        await using var town = await LibraryTown.OpenAsync();
        await File.WriteAllTextAsync(town.Files["支給.csv"], "整理,個人番号,区分\n1,262626262621,甲\n2,848484848482,乙\n");
        var report = await town.ImportAsync(new ImportFiles([town.Files["支給.csv"]], "税務課", "公開", true));
        Assert.Equal(ImportOutcome.Held, report.Files.Single().Outcome);
    }

    private static string IndexBytes(LibraryTown town) => string.Concat(
        Directory.EnumerateFiles(town.Town.Directory.Index, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => System.Text.Encoding.Latin1.GetString(Shared(f))));

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static async Task<HttpClient> PageAsync(LibraryTown town, string user)
    {
        var browser = await town.BrowserAsync(user);
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    /// <returns>The page that refuses; empty when it was done.</returns>
    internal static async Task<string> DecideAsync(HttpClient browser, uint version, string decision, string reason)
    {
        var token = Token().Match(await browser.GetStringAsync("/library/add")).Groups[1].Value;
        var form = new FormUrlEncodedContent([new("form-token", token), new("version", $"{version}"), new($"decision-{version}", decision), new($"reason-{version}", reason)]);
        using var answer = await browser.PostAsync("/library/held", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
    }

    internal static async Task SetAsync(LibraryTown town, Setting<string> setting, string value)
    {
        await using var work = await town.Town.Database.BeginAsync();
        Assert.Null(await town.Town.Get<SettingStore>().SetAsync(work, setting.Name, value, Actor.Console("test"), default));
        await work.CommitAsync();
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Office.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>見直し: which texts are to be looked at again, and the one act that says that they still hold. The town's day is 2026-11-21.</summary>
public sealed partial class ReviewTests
{
    private const string Text = "固定資産税の減免の手引き\n\n減免の申請は、納期限の7日前までに税務課の窓口で受け付ける。";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_review_moves_the_day_is_recorded_and_can_be_taken_back(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");
        await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { review = new { on = "2026-11-01" } });
        Assert.Equal(("overdue", "2026-11-01"), Assert.Single(await ListAsync(head)));

        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(head, version, "review")).StatusCode);

        Assert.Empty(await ListAsync(head));
        Assert.Equal(("2027-11-21", "kudo"), await DocumentAsync(town, head, version));
        Assert.Equal(HttpStatusCode.NoContent, (await head.DeleteAsync($"/api/v1/documents/{version}/review")).StatusCode);
        Assert.Equal(("overdue", "2026-11-01"), Assert.Single(await ListAsync(head)));
        Assert.Equal(("2026-11-01", ""), await DocumentAsync(town, head, version)); // as before: confirmed by the operator at the console
        Assert.Equal(
            [LibraryActions.Reviewed, LibraryActions.ReviewUndone],
            (await town.Town.AuditActionsAsync()).Where(a => a.StartsWith("document-review", StringComparison.Ordinal)));
        Assert.Equal("library-no-review", await LibraryTown.ProblemAsync(await head.DeleteAsync($"/api/v1/documents/{version}/review")));
    }

    [Fact]
    public async Task Without_a_day_a_text_is_reviewed_a_year_after_it_was_confirmed_and_the_interval_is_a_setting()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");

        town.Town.Clock.Advance(TimeSpan.FromDays(334)); // 2027-10-21
        Assert.Empty(await ListAsync(await town.BrowserAsync("kudo")));
        town.Town.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await town.BrowserAsync("kudo");
        Assert.Equal(("due-soon", "2027-11-21"), Assert.Single(await ListAsync(later)));

        await SetAsync(town, "6");
        Assert.Equal(("overdue", "2027-05-21"), Assert.Single(await ListAsync(later)));
        await SetAsync(town, "0");
        Assert.Empty(await ListAsync(later));
        Assert.Equal("library-review-day-needed", await LibraryTown.ProblemAsync(await LibraryTown.StepAsync(later, version, "review")));
        Assert.Equal("library-review-day-past", await LibraryTown.ProblemAsync(await LibraryTown.StepAsync(later, version, "review", new { next = "2027-10-22" })));
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(later, version, "review", new { next = "2027-10-23" })).StatusCode);
    }

    [Fact]
    public async Task Drafts_wait_and_texts_that_end_are_listed_unless_a_newer_version_or_a_retirement_takes_over()
    {
        await using var town = await LibraryTown.OpenAsync();
        var ending = await town.ImportAsync("減免.txt", Text);
        var replaced = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は300円である。");
        var draft = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は400円に改める。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        foreach (var version in new[] { ending, replaced })
        {
            await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { validity = new { to = "2026-12-10" } });
        }

        Assert.Equal([("expiring", "2026-12-10"), ("expiring", "2026-12-10"), ("waiting", "2026-11-21")], await ListAsync(head));
        await LibraryTown.StepAsync(head, draft, "publication", new { from = "2026-12-11" });
        Assert.Single(await ListAsync(head));
        await LibraryTown.StepAsync(head, ending, "retirement", new { from = "2026-12-11", reason = "制度の終了" });
        Assert.Empty(await ListAsync(head));
    }

    [Fact]
    public async Task A_list_holds_the_sections_of_its_reader_only_and_staff_may_not_review()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");
        await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { review = new { on = "2026-11-01" } });
        using var staff = await town.BrowserAsync("nishi");
        using var other = await town.BrowserAsync("tani");

        Assert.Single(await ListAsync(staff));
        Assert.Empty(await ListAsync(other));
        Assert.Equal(HttpStatusCode.Forbidden, (await LibraryTown.StepAsync(staff, version, "review")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Town.Browser().GetAsync("/api/v1/reviews")).StatusCode);
    }

    [Fact]
    public async Task A_review_whose_day_was_changed_since_is_not_taken_back()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, version, "review");
        await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { review = new { on = "2027-04-01" } });

        Assert.Equal("library-review-changed", await LibraryTown.ProblemAsync(await head.DeleteAsync($"/api/v1/documents/{version}/review")));
        Assert.Equal(("2027-04-01", "kudo"), await DocumentAsync(town, head, version));
    }

    [Fact]
    public async Task Many_are_reviewed_from_the_page_one_by_its_own_button_and_the_count_stands_in_the_navigation()
    {
        await using var town = await LibraryTown.OpenAsync();
        var versions = new List<uint>();
        using var head = await town.BrowserAsync("kudo");
        foreach (var n in new[] { "1", "2", "3" })
        {
            versions.Add(await town.ImportAsync($"手引き{n}.txt", $"手引き その{n}\n\n窓口{n}番で受け付ける。"));
            await head.PatchAsJsonAsync($"/api/v1/documents/{versions[^1]}", new { review = new { on = "2026-11-01" } });
        }

        head.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await head.GetStringAsync("/library/review");
        Assert.Contains("y-nav-count\">3<", page);
        var token = FormToken().Match(page).Groups[1].Value;
        var back = await PostAsync(("act", "review"), ("id", $"{versions[0]}"), ("id", $"{versions[1]}"), ("next", "2028-01-31"));
        Assert.Contains("2件を見直し済みにし", await head.GetStringAsync(back));
        back = await PostAsync(("one", $"review:{versions[2]}"), ("next", ""));
        page = await head.GetStringAsync(back);
        Assert.Contains("今、見直しが要る文書はありません", page);
        Assert.DoesNotContain("y-nav-count", page);
        back = await PostAsync(("one", $"undo-review:{versions[0]}"));
        page = await head.GetStringAsync(back);
        Assert.Contains("1件の見直しを取り消しました", page);
        Assert.Contains("手引き その1", page);
        back = await PostAsync(("act", "review"), ("id", $"{versions[0]}"), ("next", "来年"));
        Assert.Contains("日付を読み取れません", await head.GetStringAsync(back));

        async Task<Uri> PostAsync(params (string Name, string Value)[] fields) =>
            (await head.PostAsync("/library/bulk", new FormUrlEncodedContent(
                [new("form-token", token), new("back", "/library/review"), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]))).Headers.Location!;
    }

    [Fact]
    public async Task The_command_lists_what_the_sections_of_a_person_have_to_do()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("減免.txt", Text, publish: false);

        var (code, said) = await town.CommandAsync("review", "--as", "nishi");
        Assert.Equal(0, code);
        Assert.Contains("[確認待ち] 2026年11月21日　固定資産税の減免の手引き（税務課、", said);
        (code, said) = await town.CommandAsync("review", "--as", "tani");
        Assert.Contains("確認待ち 0件", said);
        (code, said) = await town.CommandAsync("review", "--as", "nishi", "--section", "観光課");
        Assert.Equal(2, code);
        Assert.Contains("accounts-unknown-section", said);
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    private static async Task<IReadOnlyList<(string, string)>> ListAsync(HttpClient browser) =>
        [.. (await browser.GetFromJsonAsync<JsonElement>("/api/v1/reviews")).GetProperty("documents").EnumerateArray()
            .Select(d => (d.GetProperty("kind").GetString()!, d.GetProperty("day").GetString()!))];

    /// <summary>The day of review and the user name of who confirmed last; empty for nobody with an account.</summary>
    private static async Task<(string On, string By)> DocumentAsync(LibraryTown town, HttpClient browser, uint version)
    {
        var json = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{version}");
        await using var read = await town.Town.Database.ReadAsync();
        var name = await read.SingleOrDefaultAsync<string>("SELECT user_name FROM account WHERE id = @id", new { id = json.GetProperty("confirmedBy").GetString() });
        return (json.GetProperty("reviewOn").GetString()!, name ?? "");
    }

    private static async Task SetAsync(LibraryTown town, string months)
    {
        await using var work = await town.Town.Database.BeginAsync();
        Assert.Null(await town.Town.Get<Yakuba.Platform.Settings.SettingStore>().SetAsync(work, "library.review-months", months, Actor.Console("test"), default));
        await work.CommitAsync();
    }
}

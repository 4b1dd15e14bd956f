using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Evaluate;
using Yakuba.Office.Evaluate.ShowLearning;
using Yakuba.Office.Tests.Ask;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Evaluate;

/// <summary>The page of learning, as a browser without scripts uses it.</summary>
public sealed class LearningPageTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_administrator_learns_sees_the_gain_and_takes_it_back(StorageEngine engine)
    {
        await using var town = await OpenAsync(engine);
        using var admin = await town.BrowserAsync("admin");
        admin.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Contains("まだ学習していません", await admin.GetStringAsync("/learning"));
        Assert.Contains("学べる質問: 0件", await admin.GetStringAsync("/learning"));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(admin, "/learning")).StatusCode);

        await HelpAsync(town);
        Assert.Contains("学べる質問: 24件", await admin.GetStringAsync("/learning"));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(admin, "/learning")).StatusCode);
        await EndAsync(town);
        var page = await admin.GetStringAsync("/learning");
        Assert.Contains("学習1を使っています", page);
        Assert.Contains("質問の言い回し", page);
        Assert.Contains("偶然だけでこの差が出る見込み", page);
        Assert.Contains("24組（うち、いまの文書にあるもの 24組）", page);
        Assert.Contains("取り消すと、学習する前の検索に戻ります", page);
        Assert.DoesNotContain("桜の件", page); // what others asked is not for whoever may open this page

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(admin, "/learning/undo", ("number", "7"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(admin, "/learning/undo", ("number", "1"))).StatusCode);
        Assert.Contains("いまは学習を使っていません", await admin.GetStringAsync("/learning"));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(admin, "/learning/undo", ("number", "1"))).StatusCode);
        var record = await town.Town.KeptAsync();
        Assert.Contains(EvaluateActions.Learned, record, StringComparison.Ordinal);
        Assert.Contains(EvaluateActions.Undone, record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nishi")]
    [InlineData("kudo")]
    public async Task Nobody_else_comes_through_the_door(string? user)
    {
        await using var town = await OpenAsync();
        using var browser = await town.BrowserAsync(user);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/learning")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await browser.PostAsync("/learning/undo", new FormUrlEncodedContent([new("number", "1")]))).StatusCode);
    }

    [Fact]
    public async Task What_brought_no_gain_is_told_and_a_second_run_waits_for_the_first()
    {
        await using var town = await OpenAsync();
        await HelpAsync(town, word: i => LearnTown.Names[i]);
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("INSERT INTO job (id, kind, input, state, wish, actor, created_at) VALUES ('j', 'search-learning', '\"\"', 'waiting', 'pause', '{}', '2026-11-20T01:00:00.000Z')");
            await work.CommitAsync();
        }

        Assert.Equal("eval-learn-runs", (await town.Town.Get<LearnJob>().StartAsync("", Actor.Console("test"), default)).Problem?.Name);
        await town.Town.Get<JobQueue>().CancelAsync("j", default);
        Assert.True((await town.Town.Get<LearnJob>().StartAsync("", Actor.Console("test"), default)).IsSuccess);
        await EndAsync(town);
        using var admin = await town.BrowserAsync("admin");
        Assert.Contains("前回の学習ではよくならなかったため、使っていません。", await admin.GetStringAsync("/learning"));
    }

    [Fact]
    public async Task A_gain_that_may_be_chance_is_told_as_such()
    {
        await using var town = await OpenAsync();
        await HelpAsync(town, word: i => i < 2 ? LearnTown.Said[i] : LearnTown.Names[i]);
        Assert.True((await town.Town.Get<LearnJob>().StartAsync("", Actor.Console("test"), default)).IsSuccess);
        await EndAsync(town);
        using var admin = await town.BrowserAsync("admin");
        var page = await admin.GetStringAsync("/learning");
        Assert.Contains("差が偶然でも起こり得る大きさのため、使っていません。", page);
        Assert.Contains("いまは学習を使っていません", page);
    }

    private static async Task<LibraryTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("faq.csv", LearnTown.Csv());
        return town;
    }

    // What staff asked and found helpful: the answer cites the entry that was meant.
    private static async Task HelpAsync(LibraryTown town, Func<int, string>? word = null)
    {
        var nishi = (await town.Town.PrincipalAsync("nishi")).ToActor("test");
        var store = town.Town.Get<AnswerStore>();
        foreach (var (question, entry, text) in LearnTown.Asked(word ?? (i => LearnTown.Said[i])))
        {
            var id = await store.IntendAsync(question, nishi, town.Town.Clock.Today(), Answer.Extractive, default);
            var citation = new Citation(1, "", 1, 0, "", "", "", "", [], text, entry, new string('0', 64), "公開", "公開", null, null);
            await store.ResultAsync(
                new Answer(id, AnswerStatus.Answered, "", [], [citation], [], [], town.Town.Clock.Today(), Answer.Extractive, -1, 1), nishi, TimeSpan.Zero, default);
            await using var work = await town.Town.Database.BeginAsync();
            await work.ExecuteAsync("INSERT INTO feedback (answer_id, given_at, given_by, kind) VALUES (@id, '2026-11-21T00:00:00.000Z', @by, 'helped')", new { id, by = nishi.UserId });
            await work.CommitAsync();
        }
    }

    // The server's own runner takes the job.
    private static async Task EndAsync(LibraryTown town)
    {
        while (await town.Town.Get<LearnJob>().NewestAsync(default) is not { IsOver: true })
        {
            await Task.Delay(20);
        }

        Assert.Equal("", (await town.Town.Get<LearnJob>().NewestAsync(default))!.Problem);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(await browser.GetStringAsync("/learning"), "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.PostAsync(path, new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Yakuba.Office.Ask;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask.Removal;

/// <summary>Lawful erasure: two people, every place, and the record still verifies.</summary>
public sealed class ErasureTests
{
    private const string Person = "鴨志田栄之助"; // stands in no document
    private const string Question = $"{Person}ですが、町民プールの使用料はいくらですか";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_erased_answer_is_gone_from_every_file_and_the_record_still_verifies(StorageEngine engine)
    {
        await using var town = await RemovalTown.OpenAsync(engine);
        var answer = await AskAsync(town);
        Assert.NotEmpty(await town.RowsWithAsync(Person)); // the control: it is there, also in the files
        if (engine == StorageEngine.Sqlite)
        {
            Assert.NotEmpty(await town.FilesWithAsync(Person));
        }

        using var ueda = await town.Town.SignInAsync("ueda");
        using var oka = await town.Town.SignInAsync("oka");
        Assert.Equal(302, (await RemovalTown.PostAsync(ueda, $"/audit/{answer.RecordIndex}", $"/audit/{answer.RecordIndex}/erasure", ("erasure-reason", "本人の請求による"))).Status);
        Assert.NotEmpty(await town.RowsWithAsync(Person)); // nothing goes before the second person
        Assert.Equal(302, (await RemovalTown.PostAsync(oka, "/audit/removals", "/audit/removals/1", ("decision", "agree"))).Status);

        Assert.Empty(await town.RowsWithAsync(Person));
        Assert.Empty(await town.FilesWithAsync(Person));
        Assert.Equal(-1, (await town.BackUpAsync()).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Person)));
        Assert.Empty(await town.VerifyAsync());
        Assert.Contains(RecordActions.Erased, await town.Town.AuditActionsAsync());
        Assert.Contains("本文は消去されています", await oka.GetStringAsync($"/audit/{answer.RecordIndex}"), StringComparison.Ordinal);
        var list = await oka.GetStringAsync("/audit/removals/1/list");
        Assert.Contains($"{answer.RecordIndex - 1},question,", list, StringComparison.Ordinal);
        Assert.Contains($"{answer.RecordIndex},answer,", list, StringComparison.Ordinal);
        using var nishi = await town.Town.SignInAsync("nishi");
        Assert.Equal(HttpStatusCode.NotFound, (await nishi.GetAsync($"/ask/{answer.Id}")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_for_an_erasure_cannot_agree_to_it_and_the_console_cannot_agree_at_all()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        var answer = await AskAsync(town);
        using var ueda = await town.Town.SignInAsync("ueda");
        await RemovalTown.PostAsync(ueda, $"/audit/{answer.RecordIndex}", $"/audit/{answer.RecordIndex}/erasure", ("erasure-reason", "本人の請求による"));

        var (status, page) = await RemovalTown.PostAsync(ueda, "/audit/removals", "/audit/removals/1", ("decision", "agree"));

        Assert.Equal(403, status);
        Assert.Contains(WebUtility.HtmlEncode(AuditProblems.SecondPerson.Message), page, StringComparison.Ordinal);
        Assert.Equal("audit-not-a-decider", (await town.Town.Get<DecideRemovalHandler>().HandleAsync(1, true, Actor.Console("test"), default)).Problem?.Name);
        Assert.NotEmpty(await town.RowsWithAsync(Person));
    }

    [Fact]
    public async Task What_the_second_person_refuses_stays()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        var answer = await AskAsync(town);
        Assert.True((await town.Town.Get<AskRemovalHandler>().ErasureAsync(answer.RecordIndex, "請求", Actor.Console("test"), default)).IsSuccess);
        using var oka = await town.Town.SignInAsync("oka");

        Assert.Equal(302, (await RemovalTown.PostAsync(oka, "/audit/removals", "/audit/removals/1", ("decision", "refuse"))).Status);

        Assert.NotEmpty(await town.RowsWithAsync(Person));
        Assert.Contains(RecordActions.RemovalRefused, await town.Town.AuditActionsAsync());
        Assert.Equal("audit-no-such-removal", (await town.Town.Get<DecideRemovalHandler>().HandleAsync(1, true, (await town.Town.PrincipalAsync("oka")).ToActor("r"), default)).Problem?.Name);
    }

    [Fact]
    public async Task Erasing_one_answer_leaves_the_same_question_of_another_person()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        var first = (await town.Town.AskAsync("町民プールの使用料はいくらですか", "nishi")).Value;
        var second = (await town.Town.AskAsync("町民プールの使用料はいくらですか", "tani")).Value;
        await LearnAsync(town, "町民プールの使用料はいくらですか");

        await RemoveAsync(town, first.RecordIndex);

        Assert.Contains("known_way.question", await town.RowsWithAsync("町民プール"));
        using var tani = await town.Town.SignInAsync("tani");
        Assert.Equal(HttpStatusCode.OK, (await tani.GetAsync($"/ask/{second.Id}")).StatusCode);
        Assert.Empty(await town.VerifyAsync());
        await RemoveAsync(town, second.RecordIndex);
        Assert.DoesNotContain("known_way.question", await town.RowsWithAsync("町民プール"));
    }

    [Fact]
    public async Task A_blank_reason_an_entry_without_text_and_a_second_erasure_are_refused()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        var answer = await AskAsync(town);
        var ask = town.Town.Get<AskRemovalHandler>();
        Assert.Equal("audit-removal-reason", (await ask.ErasureAsync(answer.RecordIndex, "　", Actor.Console("test"), default)).Problem?.Name);
        Assert.Equal("audit-nothing-to-erase", (await ask.ErasureAsync(0, "請求", Actor.Console("test"), default)).Problem?.Name);
        Assert.Equal("audit-nothing-to-erase", (await ask.ErasureAsync(99_999, "請求", Actor.Console("test"), default)).Problem?.Name);
        await RemoveAsync(town, answer.RecordIndex);
        Assert.Equal("audit-nothing-to-erase", (await ask.ErasureAsync(answer.RecordIndex, "請求", Actor.Console("test"), default)).Problem?.Name);
    }

    private static async Task RemoveAsync(RemovalTown town, long index)
    {
        var asked = (await town.Town.Get<AskRemovalHandler>().ErasureAsync(index, "請求", Actor.Console("test"), default)).Value;
        Assert.True((await town.Town.Get<DecideRemovalHandler>().HandleAsync(asked.Number, true, (await town.Town.PrincipalAsync("oka")).ToActor("r"), default)).IsSuccess);
    }

    /// <summary>A question that names its asker, a word with feedback, and a learning that took the question up.</summary>
    private static async Task<Answer> AskAsync(RemovalTown town)
    {
        var answer = (await town.Town.AskAsync(Question, "nishi")).Value;
        using var nishi = await town.Town.SignInAsync("nishi");
        using var feedback = await nishi.PostAsJsonAsync($"/api/v1/answers/{answer.Id}/feedback", new { verdict = "helped", word = $"{Person}より" });
        Assert.True(feedback.IsSuccessStatusCode);
        await LearnAsync(town, Question);
        return answer;
    }

    private static async Task LearnAsync(RemovalTown town, string question)
    {
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync("INSERT INTO learning (number, made_at, made_by, questions, score_without, score_with, active) VALUES (1, '', 'u', 1, 0, 0, 1)");
        await work.ExecuteAsync("INSERT INTO known_way (learning, idx, question, entry_question, entry_text) VALUES (1, 0, @question, '', 'x')", new { question });
        await work.CommitAsync();
    }
}

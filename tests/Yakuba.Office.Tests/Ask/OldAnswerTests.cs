using System.Text.Json;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.ForgetDeleted;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Ask;

/// <summary>Answers of before it was kept from which versions their near questions and removed sentences come: of those nobody can tell any more who may read them.</summary>
public sealed class OldAnswerTests
{
    private const string Canary = "VTQKXWZRJB";

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)] // the control: it says nothing beside its sentences
    public async Task Words_of_unknown_versions_are_shown_to_nobody_and_forgotten(bool hasNear, bool hasRemoved)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("町税.md", "# 町税の納め方\n\n督促手数料は、1通100円です。");
        var answer = (await town.Town.AskAsync("督促手数料はいくらですか", "nishi")).Value;
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        var old = answer with { Near = hasNear ? [Canary] : [], Removed = hasRemoved ? [new(Canary, "")] : [], Mentions = [] };
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE answer SET body = @body WHERE id = @Id", new { answer.Id, body = JsonSerializer.Serialize(old, AnswerStore.Json) });
            await work.CommitAsync();
        }

        var shown = (await town.Town.Get<AnswerArchive>().FindAsync(answer.Id, await town.Town.PrincipalAsync("nishi"), default)).Value;

        Assert.Equal(hasNear || hasRemoved, shown.Withheld);
        Assert.DoesNotContain(Canary, JsonSerializer.Serialize(shown, AnswerStore.Json));
        Assert.NotEmpty(shown.Answer.Sentences); // what is cited may still be read
        var forget = town.Town.Get<ForgetDeletedHandler>();
        Assert.Equal(hasNear || hasRemoved ? 1 : 0, (await forget.RunAsync(Actor.Console("test"), default)).Answers);
        Assert.DoesNotContain(Canary, await town.Town.KeptAsync());
        Assert.Equal(0, (await forget.RunAsync(Actor.Console("test"), default)).Answers);
    }

    [Fact]
    public async Task Words_whose_versions_are_known_and_may_be_read_are_shown()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("町税.md", "# 町税の納め方\n\n督促手数料は、1通100円です。");
        var answer = (await town.Town.AskAsync("督促手数料はいくらですか", "nishi")).Value;
        var whole = answer with { Near = [Canary], Mentions = [answer.Citations[0].Version] };
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE answer SET body = @body WHERE id = @Id", new { answer.Id, body = JsonSerializer.Serialize(whole, AnswerStore.Json) });
            await work.CommitAsync();
        }

        var shown = (await town.Town.Get<AnswerArchive>().FindAsync(answer.Id, await town.Town.PrincipalAsync("nishi"), default)).Value;

        Assert.Equal((false, Canary), (shown.Withheld, shown.Answer.Near.Single()));
    }
}

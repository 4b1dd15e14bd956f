using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Platform.Models;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Models;

/// <summary>However a model server fails, the asker gets a whole, honest, recorded answer in time.</summary>
public sealed class FailingModelTests
{
    [Theory]
    [InlineData(ModelScript.Refuses, "cut-off")]
    [InlineData(ModelScript.Hangs, "too-slow")]
    [InlineData(ModelScript.Drips, "too-slow")]
    [InlineData(ModelScript.CutMidStream, "cut-off")]
    [InlineData(ModelScript.StopsEarly, "cut-off")]
    [InlineData(ModelScript.GarbageBytes, "garbage|cut-off")]
    [InlineData(ModelScript.HugeLine, "too-large")]
    [InlineData(ModelScript.WrongJson, "malformed")]
    [InlineData(ModelScript.Redirects, "refused")]
    [InlineData(ModelScript.Fails, "refused")]
    [InlineData(ModelScript.CannotAnswer, "cannot-answer")]
    [InlineData(ModelScript.InventedNumbers, "unsupported")]
    public async Task A_model_that_fails_leaves_a_quotation_that_says_why(ModelScript script, string failure)
    {
        var deadline = script is ModelScript.Hangs or ModelScript.Drips ? 2 : 20; // only those need the end of it
        await using var town = await ModelTown.OpenAsync(script, deadline);

        var answer = await town.AskInTimeAsync(ModelTown.Questions[0], deadline);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("300円", answer.Sentences[0].Text);
        Assert.Equal(Answer.Extractive, answer.Composer);
        Assert.Contains(answer.Model!.Failure, failure.Split('|'));
        Assert.Equal(ScriptedModelServer.ModelName, answer.Model.Name);
        Assert.Contains("生成AIは使わず、文書の原文を引用しています", answer.Message);
        Assert.Contains(answer.Model.Why, answer.Message);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_named_and_the_documents_are_quoted()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Grounded);
        await town.Server.DisposeAsync();

        var answer = await town.AskInTimeAsync(ModelTown.Questions[0]);

        Assert.Equal("unreachable", answer.Model!.Failure);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task Silence_after_the_first_bytes_ends_before_the_deadline()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Hangs, deadline: 20);
        await town.SetAsync(ModelSettings.FirstByteSeconds, 1);

        var answer = await town.AskInTimeAsync(ModelTown.Questions[0], deadline: 2);

        Assert.Equal("silent", answer.Model!.Failure);
    }

    [Fact]
    public async Task After_one_error_the_next_question_is_worded_by_the_model_again()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.FailsOnce);

        Assert.Equal("refused", (await town.AskInTimeAsync(ModelTown.Questions[0])).Model!.Failure);
        Assert.Equal(ScriptedModelServer.ModelName, (await town.AskInTimeAsync(ModelTown.Questions[1])).Composer);
    }

    [Fact]
    public async Task After_three_failures_the_server_is_left_alone_for_a_minute_and_then_tried_once()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Fails);
        foreach (var question in ModelTown.Questions[..3])
        {
            Assert.Equal("refused", (await town.AskInTimeAsync(question)).Model!.Failure);
        }

        Assert.Equal("resting", (await town.AskInTimeAsync(ModelTown.Questions[3])).Model!.Failure);
        Assert.Equal(3, town.Server.Requests.Count);

        town.Server.Script = ModelScript.Grounded;
        town.Town.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(ScriptedModelServer.ModelName, (await town.AskInTimeAsync(ModelTown.Questions[3])).Composer);
    }

    [Fact]
    public async Task An_asker_who_leaves_closes_the_answer_in_the_record()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Hangs, deadline: 20);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var pipeline = town.Town.Get<AskPipeline>();
        var resident = Platform.Principal.Resident;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.AnswerAsync(
            new Question(ModelTown.Questions[0], null), resident, resident.ToActor("r1"), _ => Task.CompletedTask, leaving.Token));

        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM answer WHERE status = ''"));
        Assert.False(town.Town.Get<Platform.Models.Endpoint.ModelEndpoint>().IsResting((await town.Town.Get<Platform.Models.Endpoint.ModelEndpoint>().FindAsync(CancellationToken.None))!));
    }
}

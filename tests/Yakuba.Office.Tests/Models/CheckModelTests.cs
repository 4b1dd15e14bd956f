using System.Text.Json;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Models;

public sealed class CheckModelTests
{
    private const string Questions = """
        {"id":"a1","question":"住民票の写しの手数料はいくらですか","expect":"answered","sources":["町/住民票.md"],"must":["300"]}
        {"id":"a2","question":"粗大ごみの手数料はいくらですか","expect":"answered","sources":["粗大ごみ.md"],"must":["500円|５００円"]}
        {"id":"u1","question":"ドローン飛行許可の手数料はいくらですか","expect":"not-in-documents"}
        """;

    [Fact]
    public async Task Two_sheets_stand_side_by_side_with_the_models_failures_counted()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Grounded, deadline: 10);

        var good = await CheckAsync(town, new(Questions, 100));
        town.Server.Script = ModelScript.WrongJson;
        var bad = await CheckAsync(town, new(Questions, 100));

        Assert.Equal([ScoreSheet.WithoutModel, ScriptedModelServer.ModelName], good.Select(s => s.Name));
        Assert.All(good, s => Assert.Equal((3, 3, 0, 1), (s.Questions, s.Right, s.Wrong, s.RefusedRightly)));
        Assert.Equal((0, 0), (good[1].Failed, good[1].Malformed));
        Assert.True(good[1].TokensPerSecond > 0);
        var again = Assert.Single(bad); // the sheet without a model is known for these questions
        Assert.Equal((2, 2), (again.Failed, again.Malformed));
        Assert.Equal(good[0].QuestionSet, again.QuestionSet);
        Assert.Equal(3, (await town.Town.Get<ScoreSheets>().ListAsync(10, CancellationToken.None)).Count);
        Assert.Contains("model-checked", await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task Without_a_list_the_published_FAQ_is_asked()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Grounded, deadline: 10);

        var sheets = await CheckAsync(town, CheckModelInput.OwnFaq);

        Assert.All(sheets, s => Assert.Equal((2, 2), (s.Questions, s.Right)));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_refused_with_its_line()
    {
        await using var town = await ModelTown.OpenAsync(ModelScript.Grounded);

        var refused = await town.Town.Get<CheckModelHandler>().StartAsync(new("\n{\"question\":\"質問\"}", 10), ModelTown.Operator, CancellationToken.None);

        Assert.Equal("model-questions", refused.Problem?.Name);
        Assert.Equal("2行目", refused.Problem?.Detail);
    }

    private static async Task<ScoreSheet[]> CheckAsync(ModelTown town, CheckModelInput input)
    {
        var job = (await town.Town.Get<CheckModelHandler>().StartAsync(input, ModelTown.Operator, CancellationToken.None)).Value;
        var status = await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, CancellationToken.None);
        Assert.Equal("done", status.State);
        return JsonSerializer.Deserialize<ScoreSheet[]>(status.Output)!;
    }
}

using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Models;

/// <summary>A town with a few documents and a scripted model attached.</summary>
internal sealed class ModelTown : IAsyncDisposable
{
    internal static readonly Actor Operator = Actor.Console("test");

    private static readonly TownPlan Plan = TownPlan.Accounts.And(new TownPlan(
        services => services.AddModels().AddLibrary().AddAsk(), _ => { }, routes => routes.MapModels()));

    private readonly TemporaryFolder _files;

    private ModelTown(TestTown town, ScriptedModelServer server, TemporaryFolder files) => (Town, Server, _files) = (town, server, files);

    internal TestTown Town { get; }

    internal ScriptedModelServer Server { get; }

    internal static readonly (string File, string Text)[] Documents =
    [
        ("住民票.md", "# 住民票の写し\n\n住民票の写しの手数料は、1通につき300円です。住民票の写しの交付を受けるには、本人確認書類が必要です。住民票の写しは、電話では請求できません。"),
        ("転入届.md", "# 転入届\n\n転入届は、新しい住所に住み始めた日から14日以内に届け出てください。転入届の受付は、住民課の窓口で行います。代理人が転入届を出すときは、委任状が必要です。"),
        ("粗大ごみ.md", "# 粗大ごみ\n\n粗大ごみの収集の申込みは、収集日の7日前までに電話で行います。粗大ごみの手数料は、1点につき500円です。粗大ごみは、1回に5点まで出すことができます。"),
        ("図書館.md", "# 図書館の利用\n\n図書館の開館時間は、午前9時から午後7時までです。図書館の本は、1人10冊まで借りることができます。図書館の駐車場の利用料金はかかりません。"),
        ("よくある質問.csv", "質問,回答\n印鑑登録の手数料はいくらですか,印鑑登録の手数料は200円です。\n犬の登録はどこでできますか,犬の登録は環境課の窓口で行います。\n"),
    ];

    internal static readonly string[] Questions =
        ["住民票の写しの手数料はいくらですか", "転入届はいつまでに届け出るのですか", "粗大ごみの収集の申込みはいつまでですか", "図書館の開館時間を教えてください"];

    internal static async Task<ModelTown> OpenAsync(ModelScript script, int deadline = 20, params (string File, string Text)[] more)
    {
        var town = await TestTown.OpenAsync(plan: Plan);
        var made = new ModelTown(town, await ScriptedModelServer.StartAsync(script), new TemporaryFolder());
        await town.AddSectionAsync("010", "住民課");
        await made.ImportAsync(Labels.All[0], [.. Documents, .. more]);
        _ = await made.AskAsync(Questions[0]); // reads the dictionary, so that times are those of answers
        await made.AttachAsync();
        await made.SetAsync(ModelSettings.DeadlineSeconds, deadline);
        return made;
    }

    internal async Task AttachAsync() =>
        _ = (await Town.Get<AttachModelHandler>().UseAsync(new UseModel(Server.Url.AbsoluteUri), Operator, CancellationToken.None)).Value;

    internal async Task SetAsync<T>(Setting<T> setting, T value)
    {
        await using var work = await Town.Database.BeginAsync();
        Assert.Null(await Town.Get<SettingStore>().SetAsync(work, setting.Name, setting.Format(value), Operator, CancellationToken.None));
        await work.CommitAsync();
    }

    internal async Task ImportAsync(string label, params (string File, string Text)[] documents)
    {
        var paths = new List<string>();
        foreach (var (file, text) in documents)
        {
            await File.WriteAllTextAsync(_files[file], text);
            paths.Add(_files[file]);
        }

        await using var scope = Town.Services.CreateAsyncScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportFiles(paths, "010", label, true), Operator, CancellationToken.None)).Value;
        var status = await Town.Get<JobRunner>().RunHereAsync(job, _ => { }, CancellationToken.None);
        Assert.Equal("done", status.State);
        Assert.Equal(0, ImportFilesHandler.Report(status).Refused);
    }

    internal async Task<Answer> AskAsync(string question, Principal? reader = null) =>
        (await Town.Get<AskPipeline>().AnswerAsync(
            new Question(question, null), reader ?? Principal.Resident, (reader ?? Principal.Resident).ToActor(Actor.NewRequestId()), _ => Task.CompletedTask, CancellationToken.None)).Value;

    /// <summary>Asks, and checks what every answer owes: whole, recorded, in time.</summary>
    internal async Task<Answer> AskInTimeAsync(string question, int deadline = 20)
    {
        var clock = Stopwatch.StartNew();
        var answer = await AskAsync(question);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, deadline + 10.0);
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences, s => Assert.NotEmpty(s.Evidence));
        await using var read = await Town.Database.ReadAsync();
        Assert.Equal(answer.Status.ToKey(), await read.SingleOrDefaultAsync<string>("SELECT status FROM answer WHERE id = @Id", new { answer.Id }));
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await Server.DisposeAsync();
        _files.Dispose();
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.ShowReadingReport;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.Importing;

/// <summary><c>yakuba import status|pause|resume|cancel</c>: imports that were started, from whichever door.</summary>
internal static class ImportSteering
{
    private const int MostListed = 20;

    internal static IEnumerable<Command> Create(CommandContext context) =>
    [
        Status(context),
        Steer(context, "pause", "取込みを一時停止する（サーバを起動し直しても止まったまま）", ImportAct.Pause, "一時停止しました。読んでいる途中のファイルは、再開したときに読み直します。"),
        Steer(context, "resume", "一時停止した取込みを再開し、終わるまで見る", ImportAct.Resume, ""),
        Steer(context, "cancel", "取込みを中止する（取り込んだ文書は残る）", ImportAct.Cancel, "中止しました。取り込んだ文書はそのまま残っています。"),
    ];

    private static Command Status(CommandContext context)
    {
        var job = new Argument<string>("JOB") { Description = "取込みの番号（省くと、新しいものから20件の一覧）", Arity = ArgumentArity.ZeroOrOne };
        var csv = new Option<string>("--csv") { Description = "読取品質レポートをCSVで書き出すファイル" };
        var command = new Command("status", "取込みの一覧、または1つの進み具合と読取品質レポートを表示する") { job, csv };
        command.SetAction(async (parsed, cancel) => parsed.GetValue(job) is { Length: > 0 } id
            ? await ShowAsync(context, id, parsed.GetValue(csv), cancel)
            : await ListAsync(context, cancel));
        return command;
    }

    private static async Task<int> ListAsync(CommandContext context, CancellationToken cancel)
    {
        var imports = await context.Services.GetRequiredService<ImportList>().NewestAsync(MostListed, cancel);
        context.Output.Result(imports);
        if (imports.Count == 0)
        {
            context.Output.Line("まだ取込みはありません。");
        }

        foreach (var line in imports)
        {
            var state = OutcomeLooks.State(line.State, line.Wish, line.Unreadable, line.Held, Words.Japanese).Word;
            context.Output.Line($"{line.Job}  {Words.Japanese.Moment(line.StartedAt)}  {state}  {line.Files}件（登録 {line.Filed}、変更なし・重複 {line.Same}、読み取り不可 {line.Unreadable}{(line.Held > 0 ? $"、保留 {line.Held}" : "")}）  {line.StartedBy}");
        }

        if (imports.Any(l => l.State is "running" or "waiting" or "paused"))
        {
            context.Output.Line("終わっていない取込みが途中で止まったとき（電源断など）は、サーバを起動するか yakuba import resume 番号 を実行すると、続きから進みます。一時停止中のものは resume で再開します。");
        }

        return 0;
    }

    private static async Task<int> ShowAsync(CommandContext context, string job, string? csv, CancellationToken cancel)
    {
        if (await context.Services.GetRequiredService<ImportProgress>().FindAsync(job, cancel) is not { } model)
        {
            return context.Output.Fail(LibraryProblems.NoSuchImport.With(job));
        }

        if (csv is { Length: > 0 })
        {
            try
            {
                await File.WriteAllBytesAsync(context.FullPath(csv), ImportCsv.Of(model), cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return context.Output.Fail(LibraryProblems.CannotWrite.With(context.FullPath(csv)));
            }
        }

        context.Output.Result(model);
        Print(context.Output, model);
        return 0;
    }

    private static void Print(CommandOutput output, ImportModel model)
    {
        var sum = model.Summary;
        output.Line($"{OutcomeLooks.State(model.State, model.Wish, sum.Unreadable, sum.Held, Words.Japanese).Word}  {model.Done}/{model.All}件{(model.SecondsLeft is { } seconds ? $"  {OutcomeLooks.Left(seconds, Words.Japanese)}" : "")}");
        output.Line($"新しい文書 {sum.Added}、新しい版 {sum.NewVersions}（うち要確認 {sum.Doubtful}）、変更なし {sum.Unchanged}、重複 {sum.Duplicates}、読み取り不可 {sum.Unreadable}{(sum.Held > 0 ? $"、保留 {sum.Held}" : "")}{(sum.NotTaken > 0 ? $"、取り込んでいない {sum.NotTaken}" : "")}");
        output.Line($"読み取ったページ {sum.Pages}、読み取れなかったページ {sum.PagesNotRead}、文字が疑わしいページ {sum.PagesDoubtful}、認識文字のページ {sum.PagesRecognised}{(sum.RecognitionConfidence is { } sure ? $"（確信度の平均 {sure}%）" : "")}");
        output.Line($"表 {sum.Tables}、条 {sum.Articles}、質問と回答 {sum.FaqEntries}、隠れた文字 {sum.Hidden}か所、読み取らなかった部分 {sum.Skipped}か所、検索単位 {sum.Passages}");
        foreach (var file in model.Files)
        {
            foreach (var toDo in FileToDo.Of(file, Words.Japanese))
            {
                output.Line($"  [{OutcomeLooks.Word(file, Words.Japanese)}] {file.Path} {string.Join('、', toDo.Places.Select(p => p.Label))} {toDo.Words}");
            }
        }

        if (model.Failure.Length > 0)
        {
            output.Line(model.Failure);
        }
    }

    private static Command Steer(CommandContext context, string name, string description, ImportAct act, string done)
    {
        var job = new Argument<string>("JOB") { Description = "取込みの番号（yakuba import status で分かる）" };
        var command = new Command(name, description) { job };
        command.SetAction(async (parsed, cancel) =>
        {
            var id = parsed.GetValue(job)!;
            if (await context.Services.GetRequiredService<SteerImport>().RunAsync(id, act, cancel) is { } problem)
            {
                return context.Output.Fail(problem.With(id));
            }

            if (act == ImportAct.Resume)
            {
                return await ImportCommand.WatchAsync(context, id, cancel);
            }

            // Until it has come to a place where it can stop.
            var status = await context.Services.GetRequiredService<JobRunner>().RunHereAsync(id, _ => { }, cancel);
            if (status.State is not ("paused" or "cancelled"))
            {
                return context.Output.Fail(LibraryProblems.ImportOver.With(id)); // it was quicker
            }

            context.Output.Line(done);
            context.Output.Result(new { status.Id, status.State, status.Done, status.All });
            return 0;
        });
        return command;
    }
}

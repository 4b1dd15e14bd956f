using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary><c>yakuba import PATH…</c>: takes files in and prints the reading report.</summary>
public static class ImportCommand
{
    private static readonly Problem Failed = new("import-failed", 500, "取込みが途中で止まりました。理由を確かめて、同じ指定でもう一度行ってください。続きから取り込みます。");
    private static readonly Problem Cancelled = new("import-cancelled", 409, "取込みは中止されました。再開するには、同じ指定でもう一度行ってください。続きから取り込みます。");

    internal static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("PATH") { Description = "ファイルまたはフォルダ", Arity = ArgumentArity.OneOrMore };
        var section = new Option<string>("--section") { Description = "所管課（名前またはコード）", DefaultValueFactory = _ => "" };
        var label = new Option<string>("--label") { Description = "公開、機密性1、機密性2、機密性3（既定: 公開）", DefaultValueFactory = _ => Labels.All[0] };
        var publish = new Option<bool>("--publish") { Description = "確認済みとして、すぐに公開する（指定しないときは下書き）" };
        var command = new Command("import", "文書を取り込み、読取品質レポートを表示する") { paths, section, label, publish };
        foreach (var steering in ImportSteering.Create(context))
        {
            command.Add(steering);
        }

        command.SetAction((parsed, cancel) => RunAsync(
            context,
            new ImportFiles([.. parsed.GetValue(paths)!.Select(context.FullPath)], parsed.GetValue(section)!, parsed.GetValue(label)!, parsed.GetValue(publish)),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ImportFiles request, CancellationToken cancel)
    {
        var started = await context.Services.GetRequiredService<ImportFilesHandler>().StartAsync(request, context.Actor, cancel);
        return started.TryGet(out var job, out var problem)
            ? await WatchAsync(context, job, cancel)
            : context.Output.Fail(problem);
    }

    /// <summary>Follows an import to its end and prints its report.</summary>
    /// <param name="context">Where it is printed.</param>
    /// <param name="job">The import's job id.</param>
    /// <param name="cancel">Stops watching; the import can be taken up again.</param>
    /// <returns>Exit code: 0 when anything was taken in or was there already, or somebody holds it; 2 when every file was refused, 1 when the import failed.</returns>
    public static async Task<int> WatchAsync(CommandContext context, string job, CancellationToken cancel)
    {
        var status = await context.Services.GetRequiredService<JobRunner>()
            .RunHereAsync(job, p => context.Output.Progress(p.Done, p.All, p.Note), cancel);
        if (status.State == "paused")
        {
            context.Output.Line($"一時停止しています。続きを取り込むには yakuba import resume {job} を実行してください。");
            context.Output.Result(new { job, status.State, status.Done, status.All });
            return 0;
        }

        if (status.State != "done")
        {
            return context.Output.Fail(status.State == "failed" ? Failed.With(status.Problem) : Cancelled);
        }

        ImportReport report;
        await using (var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel))
        {
            report = new ImportReport([.. (await ImportLines.ReadAsync(read, job, cancel)).OrderBy(l => l.Key).Select(l => l.Value)]);
        }

        context.Output.Result(report);
        Print(context.Output, report);
        return report.Refused > 0 && report.Imported + report.AlreadyThere + report.Held == 0 ? 2 : 0;
    }

    private static void Print(CommandOutput output, ImportReport report)
    {
        output.Line("読取品質レポート");
        foreach (var file in report.Files)
        {
            output.Line($"  [{Name(file.Outcome)}] {file.File}{(file.Title.Length > 0 ? $"「{file.Title}」" : "")}{Size(file)}");
            foreach (var note in file.Notes)
            {
                output.Line($"      {note}");
            }
        }

        output.Line($"取込み {report.Imported}件、変更なし・重複 {report.AlreadyThere}件、読取不可 {report.Refused}件{(report.Held > 0 ? $"、保留 {report.Held}件" : "")}（検索単位 {report.Passages}件、うちFAQ {report.FaqEntries}件）");
    }

    private static string Size(ImportedFile file) => file.Outcome is ImportOutcome.Added or ImportOutcome.NewVersion ? $" 検索単位{file.Passages}件" : "";

    private static string Name(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "新規",
        ImportOutcome.NewVersion => "新しい版",
        ImportOutcome.Unchanged => "変更なし",
        ImportOutcome.Duplicate => "重複",
        ImportOutcome.Held => "保留",
        _ => "読取不可",
    };
}

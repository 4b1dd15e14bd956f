using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary><c>yakuba import PATH…</c>: takes files in and prints the reading report.</summary>
internal static class ImportCommand
{
    internal static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("PATH") { Description = "ファイルまたはフォルダ", Arity = ArgumentArity.OneOrMore };
        var section = new Option<string>("--section") { Description = "所管課（名前またはコード）", DefaultValueFactory = _ => "" };
        var label = new Option<string>("--label") { Description = "公開、機密性1、機密性2、機密性3（既定: 公開）", DefaultValueFactory = _ => Labels.All[0] };
        var publish = new Option<bool>("--publish") { Description = "確認済みとして、すぐに公開する（指定しないときは下書き）" };
        var command = new Command("import", "文書を取り込み、読取品質レポートを表示する") { paths, section, label, publish };
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
    internal static async Task<int> WatchAsync(CommandContext context, string job, CancellationToken cancel)
    {
        var status = await context.Services.GetRequiredService<JobRunner>()
            .RunHereAsync(job, p => context.Output.Progress(p.Done, p.All, p.Note), cancel);
        if (status.State != "done")
        {
            return context.Output.Fail(new Problem("import-" + status.State, 500, status.Problem.Length > 0 ? status.Problem : "取込みは中止されました。同じ指定でもう一度行うと、続きから取り込みます。"));
        }

        var report = ImportFilesHandler.Report(status);
        context.Output.Result(report);
        Print(context.Output, report);
        return report.Refused > 0 && report.Imported + report.AlreadyThere == 0 ? 2 : 0;
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

        output.Line($"取込み {report.Imported}件、変更なし・重複 {report.AlreadyThere}件、読取不可 {report.Refused}件（検索単位 {report.Passages}件、うちFAQ {report.FaqEntries}件）");
    }

    private static string Size(ImportedFile file) => file.Outcome is ImportOutcome.Added or ImportOutcome.NewVersion ? $" 検索単位{file.Passages}件" : "";

    private static string Name(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "新規",
        ImportOutcome.NewVersion => "新しい版",
        ImportOutcome.Unchanged => "変更なし",
        ImportOutcome.Duplicate => "重複",
        _ => "読取不可",
    };
}

using System.CommandLine;
using Yakuba.Papers;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.PaperFiles;

/// <summary><c>yakuba paper DATA OUT</c>: Word, HTML or PDF from a paper as JSON, alone or with what changed since an older one.</summary>
internal static class WritePaperCommand
{
    internal static Command Create(CommandContext context)
    {
        var data = new Argument<string>("DATA") { Description = "文書のデータ（JSON）" };
        var output = new Argument<string>("OUT") { Description = "作るファイル。名前の終わり（.docx、.html、.pdf）で形式が決まる" };
        var since = new Option<string>("--since") { Description = "前の版のデータ（JSON）。違いを変更履歴として示す" };
        var command = new DatalessCommand("paper", "公文書のデータからWord、HTML、PDFを作る") { data, output, since };
        command.SetAction((parsed, cancel) => RunAsync(
            context, context.FullPath(parsed.GetValue(data)!), context.FullPath(parsed.GetValue(output)!), parsed.GetValue(since) is { } old ? context.FullPath(old) : null, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string data, string output, string? since, CancellationToken cancel)
    {
        if (!Read(data).TryGet(out var paper, out var problem) || !Read(since ?? data).TryGet(out var old, out problem)
            || !(await PaperFile.MakeAsync(since is null ? paper : PaperComparison.Between(old, paper), output, cancel)).TryGet(out var written, out problem))
        {
            return context.Output.Fail(problem);
        }

        await File.WriteAllBytesAsync(output, written.Content, cancel);
        context.Output.Line($"{output}を作りました。");
        foreach (var note in written.Notes)
        {
            context.Output.Line("  " + note);
        }

        context.Output.Result(new { output, bytes = written.Content.Length, notes = written.Notes });
        return 0;
    }

    private static Result<Paper> Read(string file)
    {
        try
        {
            var (paper, problem) = PaperJson.Read(File.ReadAllText(file));
            return problem is null ? paper! : PaperFilesProblems.Refused.With($"{file}: {problem.Message}{problem.NextStep}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PaperFilesProblems.NoData.With(file);
        }
    }
}

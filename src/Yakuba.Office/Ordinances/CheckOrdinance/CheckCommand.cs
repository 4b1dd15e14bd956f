using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Office.Ordinances.Reading;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.CheckOrdinance;

/// <summary><c>yakuba ordinance check FILE…</c>: what a drafter should look at. Several files are checked against each other.</summary>
internal static class CheckCommand
{
    internal static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "例規のファイル。いくつか並べると、互いの引用と委任も確かめる", Arity = ArgumentArity.OneOrMore };
        var strict = new Option<bool>("--strict") { Description = "指摘が1件でもあれば、終了コードを1にする" };
        var command = new DatalessCommand("check", "例規の引用、定義、目次、日付などを確かめる") { files, strict };
        command.SetAction((parsed, cancel) => RunAsync(context, [.. parsed.GetValue(files)!.Select(context.FullPath)], parsed.GetValue(strict), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] files, bool strict, CancellationToken cancel)
    {
        var read = new List<CheckedFile>();
        using (var workers = new DocumentWorkers())
        {
            foreach (var file in files)
            {
                if (!(await EnactmentFile.ReadAsync(workers, file, cancel)).TryGet(out var one, out var problem))
                {
                    return context.Output.Fail(problem.Detail.Contains(file, StringComparison.Ordinal) ? problem : problem.With($"{file}: {problem.Detail}"));
                }

                read.Add(new(one, new EnactmentIndex(one.Enactment)));
            }
        }

        var reports = read.Select(r => new FileReport(r, EnactmentChecks.Run(r.Index, [.. read.Where(o => o != r).Select(o => o.Index)]))).ToList();
        foreach (var report in reports)
        {
            report.Write(context.Output);
        }

        context.Output.Result(reports.Select(r => r.Summary));
        return strict && reports.Exists(r => r.Count > 0) ? 1 : 0;
    }
}

/// <summary>A file with its tree.</summary>
internal sealed record CheckedFile(EnactmentFile File, EnactmentIndex Index);

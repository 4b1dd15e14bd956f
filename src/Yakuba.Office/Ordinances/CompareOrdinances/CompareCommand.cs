using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Office.Ordinances.Reading;
using Yakuba.Office.PaperFiles;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.CompareOrdinances;

/// <summary><c>yakuba ordinance compare OLD NEW</c>: what differs, and with <c>--out</c> the 新旧対照表.</summary>
internal static class CompareCommand
{
    internal static Command Create(CommandContext context)
    {
        var old = new Argument<string>("OLD") { Description = "改正前の例規のファイル" };
        var @new = new Argument<string>("NEW") { Description = "改正後の例規のファイル" };
        var table = new Option<string>("--out") { Description = "新旧対照表をこのファイルに書く（.docx、.html、.pdf）", HelpName = "ファイル" };
        var command = new DatalessCommand("compare", "2つの版を条ごとに比べ、新旧対照表を作る") { old, @new, table };
        command.SetAction((parsed, cancel) => RunAsync(
            context, context.FullPath(parsed.GetValue(old)!), context.FullPath(parsed.GetValue(@new)!), parsed.GetValue(table) is { } file ? context.FullPath(file) : null, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string old, string @new, string? table, CancellationToken cancel)
    {
        using var workers = new DocumentWorkers();
        if (!(await EnactmentFile.ReadAsync(workers, old, cancel)).TryGet(out var before, out var problem)
            || !(await EnactmentFile.ReadAsync(workers, @new, cancel)).TryGet(out var after, out problem))
        {
            return context.Output.Fail(problem);
        }

        var rows = EnactmentComparison.Between(before.Enactment, after.Enactment);
        if (table is not null)
        {
            if (!(await PaperFile.MakeAsync(ComparisonPaper.Of(after.Enactment.Name, rows), table, cancel)).TryGet(out var written, out problem))
            {
                return context.Output.Fail(problem);
            }

            await File.WriteAllBytesAsync(table, written.Content, cancel);
        }

        foreach (var row in rows)
        {
            context.Output.Line(Words(row.Change));
            row.Old.ToList().ForEach(line => context.Output.Line($"- {Marked(line)}"));
            row.New.ToList().ForEach(line => context.Output.Line($"+ {Marked(line)}"));
        }

        context.Output.Line(rows.IsEmpty ? "2つの版に違いはありません。" : $"違いは{rows.Length}か所です。");
        if (table is not null)
        {
            context.Output.Line($"{table}に新旧対照表を書きました。");
        }

        context.Output.Result(new { title = after.Enactment.Name, rows, table });
        return 0;
    }

    /// <summary>What a reader of the table calls the change.</summary>
    private static string Words(ProvisionChange change) => change switch
    {
        ProvisionChange.Inserted => "【新設】",
        ProvisionChange.Deleted => "【削除】",
        ProvisionChange.Renumbered => "【番号のみ】",
        _ => "【改正】",
    };

    private static string Marked(IEnumerable<MarkedText> line) => string.Concat(line.Select(t => t.IsMarked ? $"［{t.Text}］" : t.Text));
}

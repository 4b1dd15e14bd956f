using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Export;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Program;

/// <summary><c>yakuba draft list|show|export --as USER</c>: drafts as that person may read them.</summary>
internal static class DraftCommand
{
    internal static Command Create(CommandContext context) => new("draft", "起案の一覧、表示、Wordへの書出し") { List(context), Show(context), Export(context) };

    private static Command List(CommandContext context)
    {
        var (user, words, state) = (User(), new Option<string>("--words") { Description = "この言葉を含む起案だけ", DefaultValueFactory = _ => "" }, new Option<string>("--state") { Description = "状態（writing、circulating、returned、approved、issued、dropped）", DefaultValueFactory = _ => "" });
        var command = new Command("list", "起案の一覧（新しく変わったものから50件）") { user, words, state };
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(state)!;
            if (wanted.Length > 0 && DraftStates.Parse(wanted) is null)
            {
                return context.Output.Fail(DraftProblems.UnknownState.With(wanted));
            }

            if (!(await Asker.FindAsync(context, parsed.GetValue(user)!, cancel)).TryGet(out var reader, out var problem))
            {
                return context.Output.Fail(problem);
            }

            var (lines, counts) = await context.Services.GetRequiredService<DraftDesk>().ListAsync(reader, new DraftFilter(parsed.GetValue(words)!, DraftStates.Parse(wanted)), cancel);
            var total = DraftStates.Parse(wanted) is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();
            context.Output.Result(new DraftsJson(total, [.. lines.Select(DraftJson.Of)]));
            foreach (var line in lines)
            {
                context.Output.Line($"{DraftRows.Key(line.Id)}　[{line.State.ToName()}] {line.Kind}　{line.Title}");
            }

            context.Output.Line($"{total}件");
            return 0;
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var (draft, user, version) = (Draft(), User(), Version());
        var command = new Command("show", "起案を1件表示する") { draft, user, version };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!(await Asker.FindAsync(context, parsed.GetValue(user)!, cancel)).TryGet(out var reader, out var problem)
                || !(await context.Services.GetRequiredService<DraftDesk>().OpenAsync(reader, Id(parsed.GetValue(draft)), parsed.GetValue(version), cancel)).TryGet(out var open, out problem))
            {
                return context.Output.Fail(problem);
            }

            await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
            var issued = await IssuedDraft.OfAsync(read, open.Card.Id, cancel);
            context.Output.Result(OpenDraftJson.Of(open, await StepRows.OfAsync(read, open.Card.Id, cancel), issued));
            context.Output.Line($"{open.Card.Kind}　第{open.Version.Number}版　{open.Card.State.ToName()}{(issued is { Written.Length: > 0 } ? $"　{issued.Written}" : "")}");
            foreach (var role in open.Version.Text.Parts.Keys)
            {
                context.Output.Line($"【{role.ToName()}】");
                context.Output.Line(open.Version.Text.Words(role));
            }

            return 0;
        });
        return command;
    }

    private static Command Export(CommandContext context)
    {
        var (draft, user, version, path) = (Draft(), User(), Version(), new Argument<string>("file") { Description = "書き出すWordのファイル（.docx）" });
        var command = new Command("export", "起案をWordの文書に書き出す") { draft, path, user, version };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!(await Asker.FindAsync(context, parsed.GetValue(user)!, cancel)).TryGet(out var reader, out var problem)
                || !(await context.Services.GetRequiredService<DraftExport>().DocxAsync(reader, Id(parsed.GetValue(draft)), parsed.GetValue(version), cancel)).TryGet(out var file, out problem))
            {
                return context.Output.Fail(problem);
            }

            var full = context.FullPath(parsed.GetValue(path)!);
            try
            {
                await File.WriteAllBytesAsync(full, file.Content, cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return context.Output.Fail(DraftProblems.NotWritten.With(full));
            }

            context.Output.Result(new { file = full, bytes = file.Content.Length });
            context.Output.Line($"書き出しました: {full}");
            return 0;
        });
        return command;
    }

    private static Option<string> User() => new("--as") { Description = "この利用者として読む", Required = true };

    private static Option<int?> Version() => new("--version-number") { Description = "版の番号（省くと最新）" };

    private static Argument<string> Draft() => new("draft") { Description = "起案の番号（listで表示されるもの）" };

    // What is no id is the id of nothing.
    private static Guid Id(string? typed) => Guid.TryParse(typed, out var id) ? id : Guid.Empty;
}

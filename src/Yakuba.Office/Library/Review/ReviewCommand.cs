using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Review;

/// <summary><c>yakuba review --as USER</c>: what the sections of a person have to do, for a reminder by the machine's own timer.</summary>
internal static class ReviewCommand
{
    internal static Command Create(CommandContext context)
    {
        var user = new Option<string>("--as") { Description = "この利用者の課の一覧を出す", Required = true };
        var section = new Option<string>("--section") { Description = "この課だけ（名前またはコード）", DefaultValueFactory = _ => "" };
        var command = new Command("review", "見直しの一覧（期限を過ぎた文書、有効期限が近い文書、確認待ちの下書き）") { user, section };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(user)!, parsed.GetValue(section)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string user, string section, CancellationToken cancel)
    {
        if (!(await Asker.FindAsync(context, user, cancel)).TryGet(out var reader, out var problem))
        {
            return context.Output.Fail(problem);
        }

        IReadOnlyList<Section> all;
        await using (var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel))
        {
            all = await context.Services.GetRequiredService<SectionList>().ListAsync(read, cancel);
        }

        var code = "";
        if (section.Length > 0)
        {
            if (!context.Services.GetRequiredService<SectionList>().Find(all, section).TryGet(out var found, out problem))
            {
                return context.Output.Fail(problem);
            }

            code = found.Code;
        }

        var list = await context.Services.GetRequiredService<ReviewLists>().OfAsync(reader, code, cancel);
        context.Output.Result(ReviewsJson.Of(list));
        foreach (var line in list.Lines)
        {
            context.Output.Line($"[{Name(line.Kind)}] {line.Day.ToPeople()}　{line.Card.Title}（{all.FirstOrDefault(s => s.Code == line.Card.Rights.Section)?.Name}、版の番号 {line.Card.Number}）");
        }

        context.Output.Line($"見直しの期限超過 {list.Count(ReviewKind.Overdue)}件、有効期限が近い {list.Count(ReviewKind.Expiring)}件、確認待ち {list.Count(ReviewKind.Waiting)}件、30日以内に見直し {list.Count(ReviewKind.DueSoon)}件");
        return 0;
    }

    private static string Name(ReviewKind kind) => kind switch
    {
        ReviewKind.Overdue => "期限超過",
        ReviewKind.Expiring => "有効期限",
        ReviewKind.Waiting => "確認待ち",
        _ => "見直し",
    };
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.Reorganise;

/// <summary><c>yakuba reorganise rename|merge|split|close|list|undo</c>. Without <c>--yes</c> the plan is printed and nothing is done.</summary>
internal static class ReorganiseCommands
{
    internal static Command Create(CommandContext context) => new("reorganise", "機構改革（課の改称・統合・分割・廃止）を、文書・職員・共有ごと行う")
    {
        Rename(context), Merge(context), Split(context), Close(context), List(context), Undo(context),
    };

    private static Command Rename(CommandContext context)
    {
        var section = new Argument<string>("SECTION") { Description = "課（名前またはコード）" };
        var name = new Argument<string>("NAME") { Description = "新しい名前" };
        var kana = new Option<string>("--kana") { Description = "読み", DefaultValueFactory = _ => "" };
        return Act(context, new Command("rename", "改称する") { section, name, kana }, (parsed, day) =>
            new ReorganiseSections(ReorganisationKind.Rename, [parsed.GetValue(section)!], "", parsed.GetValue(name)!, parsed.GetValue(kana)!, day));
    }

    private static Command Merge(CommandContext context)
    {
        var sections = new Argument<string[]>("SECTION") { Description = "まとめられて無くなる課", Arity = ArgumentArity.OneOrMore };
        var (into, name) = TakesOver();
        into.Required = true;
        return Act(context, new Command("merge", "統合する") { sections, into, name }, (parsed, day) =>
            new ReorganiseSections(ReorganisationKind.Merge, parsed.GetValue(sections)!, parsed.GetValue(into)!, parsed.GetValue(name)!, "", day));
    }

    private static Command Split(CommandContext context)
    {
        var section = new Argument<string>("SECTION") { Description = "分ける課" };
        var (into, name) = TakesOver();
        into.Required = true;
        var documents = new Option<uint[]>("--document") { Description = "移す文書の版の番号（くり返し指定できる）", AllowMultipleArgumentsPerToken = true };
        var people = new Option<string[]>("--person") { Description = "移る職員のユーザー名（くり返し指定できる）", AllowMultipleArgumentsPerToken = true };
        return Act(context, new Command("split", "文書や職員の一部を別の課に移す") { section, into, name, documents, people }, (parsed, day) =>
            new ReorganiseSections(ReorganisationKind.Split, [parsed.GetValue(section)!], parsed.GetValue(into)!, parsed.GetValue(name)!, "", day)
            {
                Documents = parsed.GetValue(documents) ?? [],
                People = parsed.GetValue(people) ?? [],
            });
    }

    private static Command Close(CommandContext context)
    {
        var section = new Argument<string>("SECTION") { Description = "廃止する課" };
        var (into, name) = TakesOver();
        return Act(context, new Command("close", "廃止する") { section, into, name }, (parsed, day) =>
            new ReorganiseSections(ReorganisationKind.Close, [parsed.GetValue(section)!], parsed.GetValue(into)!, parsed.GetValue(name)!, "", day));
    }

    private static (Option<string> Into, Option<string> Name) TakesOver() => (
        new("--into") { Description = "引き継ぐ課（名前またはコード。新しい課ならそのコード）", DefaultValueFactory = _ => "" },
        new("--name") { Description = "新しい課の名前", DefaultValueFactory = _ => "" });

    private static Command Act(CommandContext context, Command command, Func<ParseResult, DateOnly, ReorganiseSections> request)
    {
        var day = new Option<DateOnly?>("--day") { Description = "施行日（例: 2027-04-01。既定: 今日）。先の日は予定として登録する" };
        var yes = new Option<bool>("--yes") { Description = "実行する（指定しないときは、計画だけを表示する）" };
        command.Add(day);
        command.Add(yes);
        command.SetAction((parsed, cancel) => RunAsync(context, request(parsed, parsed.GetValue(day) ?? context.Services.GetRequiredService<TimeProvider>().Today()), parsed.GetValue(yes), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ReorganiseSections request, bool isMeant, CancellationToken cancel)
    {
        var handler = context.Services.GetRequiredService<ReorganiseHandler>();
        if (!(await handler.PlanAsync(request, null, cancel)).TryGet(out var plan, out var problem))
        {
            return context.Output.Fail(problem);
        }

        context.Output.Line($"{ReorganiseWords.Title(plan.Request, plan.Sections, Words.Japanese)}（{plan.Request.Day.ToPeople()}施行）");
        foreach (var fact in ReorganiseWords.Facts(plan, Words.Japanese))
        {
            context.Output.Line($"  {fact.Name}: {fact.Value}");
        }

        foreach (var note in ReorganiseWords.Notes(plan, Words.Japanese))
        {
            context.Output.Line($"  ・{note}");
        }

        if (!isMeant)
        {
            context.Output.Line("まだ何も変更していません。実行するには --yes を付けてください。");
            context.Output.Result(PlanJson.Of(plan));
            return 0;
        }

        return (await handler.DoAsync(request, plan.Fingerprint, null, context.Actor, cancel)).Match(
            kept =>
            {
                context.Output.Line(kept.State == "waiting" ? $"予定を登録しました（{kept.Number}番）。" : $"機構改革を行いました（{kept.Number}番）。元に戻すには: yakuba reorganise undo {kept.Number}");
                context.Output.Result(ReorganisationJson.Of(kept));
                return 0;
            },
            context.Output.Fail);
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "予定と、これまでの機構改革");
        command.SetAction(async (_, cancel) =>
        {
            await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
            var all = await context.Services.GetRequiredService<SectionList>().ListAsync(read, cancel);
            var kept = await ReorganisationStore.ListAsync(read, cancel);
            foreach (var line in kept)
            {
                context.Output.Line($"{line.Number}番\t{line.State}\t{line.Request.Day.ToPeople()}\t{ReorganiseWords.Title(line.Request, all, Words.Japanese)}{(line.Problem.Length > 0 ? $"（{line.Problem}）" : "")}");
            }

            context.Output.Result(kept.Select(ReorganisationJson.Of));
            return 0;
        });
        return command;
    }

    private static Command Undo(CommandContext context)
    {
        var number = new Argument<long>("NUMBER") { Description = "機構改革の番号（yakuba reorganise list）" };
        var command = new Command("undo", "元に戻す、または予定を取りやめる") { number };
        command.SetAction(async (parsed, cancel) => (await context.Services.GetRequiredService<ReorganiseHandler>().UndoAsync(parsed.GetValue(number), context.Actor, cancel)).Match(
            kept =>
            {
                context.Output.Line(kept.State == "undone" ? "機構改革の前に戻しました。" : "予定を取りやめました。");
                context.Output.Result(ReorganisationJson.Of(kept));
                return 0;
            },
            context.Output.Fail));
        return command;
    }
}

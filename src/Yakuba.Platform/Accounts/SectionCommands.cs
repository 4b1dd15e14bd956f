using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts;

/// <summary><c>yakuba section add|list</c>.</summary>
internal static class SectionCommands
{
    internal static Command Create(CommandContext context) => new("section", "所属（課・係）を管理する") { Add(context), List(context) };

    private static Command Add(CommandContext context)
    {
        var code = new Argument<string>("CODE") { Description = "コード（半角英数字とハイフン）" };
        var name = new Argument<string>("NAME") { Description = "名前" };
        var kana = new Option<string>("--kana") { Description = "読み", DefaultValueFactory = _ => "" };
        var parent = new Option<string>("--parent") { Description = "上の所属のコード", DefaultValueFactory = _ => "" };
        var from = new Option<DateOnly?>("--from") { Description = "設置日（例: 2026-04-01）" };
        var to = new Option<DateOnly?>("--to") { Description = "廃止日" };
        var old = new Option<string[]>("--old-name") { Description = "旧名（くり返し指定できる）", AllowMultipleArgumentsPerToken = true };
        var command = new Command("add", "所属を追加する") { code, name, kana, parent, from, to, old };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new KeepSection(
                parsed.GetValue(code)!, parsed.GetValue(name)!, parsed.GetValue(kana)!, parsed.GetValue(parent)!, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(old) ?? []);
            var added = await context.Services.GetRequiredService<KeepSectionHandler>().AddAsync(request, context.Actor, cancel);
            return added.Match(
                section =>
                {
                    context.Output.Line($"{section.Code} {section.Name}を追加しました。");
                    context.Output.Result(section);
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "所属の一覧");
        command.SetAction(async (_, cancel) =>
        {
            await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
            var sections = await context.Services.GetRequiredService<SectionList>().ListAsync(read, cancel);
            foreach (var section in sections)
            {
                var old = section.OldNames.Count == 0 ? "" : $"（旧名: {string.Join("、", section.OldNames)}）";
                context.Output.Line($"{section.Code}\t{section.Name}{old}");
            }

            context.Output.Result(sections);
            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Operate.ChangeSettings;

/// <summary><c>yakuba setting list</c>, <c>yakuba setting set NAME VALUE</c>: what the settings page does, for the console.</summary>
internal static class SettingCommands
{
    internal static Command Create(CommandContext context)
    {
        var list = new Command("list", "設定の一覧を見る");
        list.SetAction((_, cancel) => ListAsync(context, cancel));
        var name = new Argument<string>("NAME") { Description = "設定の名前（例: municipality.name）" };
        var value = new Argument<string>("VALUE") { Description = "新しい値" };
        var set = new Command("set", "設定を1つ変える") { name, value };
        set.SetAction((parsed, cancel) => SetAsync(context, parsed.GetValue(name)!, parsed.GetValue(value)!, cancel));
        return new Command("setting", "設定を見る、変える") { list, set };
    }

    private static async Task<int> ListAsync(CommandContext context, CancellationToken cancel)
    {
        var settings = context.Services.GetRequiredService<SettingStore>();
        await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
        var stored = await settings.StoredAsync(read, cancel);
        context.Output.Result(settings.All.Select(d => new { name = d.Name, value = stored.GetValueOrDefault(d.Name, d.Default), @default = d.Default, title = d.Title }));
        foreach (var d in settings.All)
        {
            context.Output.Line($"{d.Name} = {stored.GetValueOrDefault(d.Name, d.Default)}　（{d.Title}）");
        }

        return 0;
    }

    private static async Task<int> SetAsync(CommandContext context, string name, string value, CancellationToken cancel)
    {
        var result = await context.Services.GetRequiredService<ChangeSettingsHandler>().HandleAsync(new Dictionary<string, string> { [name] = value }, context.Actor, cancel);
        return result.Match(Say, context.Output.Fail);

        int Say(IReadOnlyList<string> changed)
        {
            context.Output.Result(new { changed });
            context.Output.Line(changed.Count == 0 ? "同じ値のため、変更しませんでした。" : $"{name} を変更しました。");
            return 0;
        }
    }
}

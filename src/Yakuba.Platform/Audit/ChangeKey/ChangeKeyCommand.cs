using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Audit.ChangeKey;

/// <summary><c>yakuba audit change-key</c>.</summary>
internal static class ChangeKeyCommand
{
    internal static Command Create(CommandContext context)
    {
        var reason = new Option<string>("--reason") { Description = "理由（400文字まで。記録に残る）", Required = true };
        var command = new Command("change-key", "記録に署名する鍵を新しくする。前の鍵と新しい鍵の両方で引き継ぎに署名し、前の秘密鍵は消す") { reason };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await context.Services.GetRequiredService<ChangeKeyHandler>().HandleAsync(parsed.GetValue(reason), context.Actor, cancel);
            return result.Match(
                key =>
                {
                    context.Output.Result(new { verifierKey = key });
                    context.Output.Line("署名の鍵を新しくしました。これまでの検証鍵でも、引き継ぎをたどって検証できます。");
                    context.Output.Line($"新しい検証鍵: {key}");
                    context.Output.Line("確認票を作り直し、新しい検証鍵を監査の担当者に渡してください。");
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }
}

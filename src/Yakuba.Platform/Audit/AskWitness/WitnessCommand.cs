using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Audit.AskWitness;

/// <summary><c>yakuba audit witness FILE</c>.</summary>
internal static class WitnessCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "依頼を書くファイル（USBメモリなどで立会人に渡す）" };
        var since = new Option<long>("--since") { Description = "立会人が前に立ち会った件数（初めては0）" };
        var command = new Command("witness", "ほかの団体（県など）に、記録が続いていることの立会いを依頼するファイルを作る") { file, since };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = context.FullPath(parsed.GetValue(file)!);
            if (File.Exists(path))
            {
                return context.Output.Fail(AuditProblems.SheetFile.With(path));
            }

            if (!(await context.Services.GetRequiredService<WitnessRequestHandler>().MakeAsync(parsed.GetValue(since), cancel)).TryGet(out var request, out var problem))
            {
                return context.Output.Fail(problem);
            }

            await File.WriteAllBytesAsync(path, request.Bytes, cancel);
            context.Output.Result(new { file = path, request.Size, request.VerifierKey });
            context.Output.Line($"{path} に、{request.Size}件の時点の立会いの依頼を書きました。");
            context.Output.Line($"立会人が行うこと: yakuba-verify witness {Path.GetFileName(path)} --key '{request.VerifierKey}' --signing-key 鍵 --seen フォルダ --out 立会済み.txt");
            context.Output.Line("戻ってきたファイルは、確認票と同じように保管し、yakuba audit verify --against で照らし合わせてください。");
            return 0;
        });
        return command;
    }
}

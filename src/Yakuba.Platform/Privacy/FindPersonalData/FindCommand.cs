using System.CommandLine;
using Yakuba.Platform.CommandLine;
using Yakuba.Privacy;
using Yakuba.Text;

namespace Yakuba.Platform.Privacy.FindPersonalData;

/// <summary><c>yakuba pii FILE</c>: what personal data a file has; with <c>--mask</c> the text without it; with <c>--out</c> for each line of a JSONL file.</summary>
internal static class FindCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "文字のファイル、または1行に1件のJSONL（id と text）" };
        var output = new Option<string>("--out") { Description = "JSONLの結果を書くファイル（id と、種類・始まり・終わりの一覧）", HelpName = "PRED.jsonl" };
        var mask = new Option<bool>("--mask") { Description = "個人情報を〔氏名1〕のような札に替えた文を出力する" };
        var command = new DatalessCommand("pii", "個人情報を見つける") { file, output, mask };
        command.SetAction(parsed => Run(context, context.FullPath(parsed.GetValue(file)!), parsed.GetValue(output) is { } path ? context.FullPath(path) : "", parsed.GetValue(mask)));
        return command;
    }

    private static int Run(CommandContext context, string file, string output, bool mask)
    {
        if (output.Length > 0 && mask)
        {
            return context.Output.Fail(PrivacyProblems.Options);
        }

        using var lexicon = Lexicon.OpenInstalled();
        var reader = new PersonalDataReader(lexicon);
        return output.Length > 0 ? LineFile.Run(context.Output, reader, file, output) : TextFile.Run(context.Output, reader, file, mask);
    }
}

using System.CommandLine;
using Yakuba.Office.Operate.AfterRestore;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.RestoreBackup;

/// <summary><c>yakuba restore FILE --data DIR</c>: a new data directory from a backup.</summary>
internal static class RestoreCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "yakuba backup で作ったファイル" };
        var storage = new Option<string>("--storage") { Description = "復元先のデータベース（sqlite、またはPostgreSQLの接続文字列。既定: 環境変数 YAKUBA_STORAGE、なければ sqlite）", DefaultValueFactory = _ => "" };
        var schema = new Option<string>("--schema") { Description = "PostgreSQLのスキーマ名（既定: バックアップと同じ名前）", DefaultValueFactory = _ => "" };
        var after = new Option<string>("--after") { Description = "バックアップの後の記録がある場所（以前のデータのフォルダ、または yakuba audit export で書き出したフォルダ）。その間の削除・非公開・権限の取消しをやり直す", DefaultValueFactory = _ => "" };
        var command = new DatalessCommand("restore", "バックアップから、空のフォルダ（--data）にデータを復元する") { file, storage, schema, after };
        command.SetAction(async (parsed, cancel) =>
        {
            var store = parsed.GetValue(storage)! is { Length: > 0 } named ? named : Environment.GetEnvironmentVariable("YAKUBA_STORAGE") ?? "";
            var request = new RestoreBackup(context.FullPath(parsed.GetValue(file)!), Path.GetFullPath(context.DataPath), store, parsed.GetValue(schema)!)
            {
                After = parsed.GetValue(after)! is { Length: > 0 } place ? context.FullPath(place) : "",
            };
            var result = await new RestoreBackupHandler(TimeProvider.System).HandleAsync(request, context.Actor, context.Output.Progress, cancel);
            return result.Match(restored => Say(context.Output, restored), context.Output.Fail);
        });
        return command;
    }

    private static int Say(CommandOutput output, Restored restored)
    {
        output.Result(restored);
        output.Line($"復元しました: {restored.Folder}（{restored.MadeAt} に作ったバックアップ、ファイル {restored.Files:N0}件、索引 {restored.Passages:N0}箇所）");
        RestoredWords.Say(output, restored.After);
        output.Line($"運転を始めるには: yakuba serve --data {restored.Folder}");
        return 0;
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Holding;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.Exporting;

/// <summary><c>yakuba library export|import FOLDER</c>: the library as a folder of originals and one JSON, and back.</summary>
internal static class LibraryCommand
{
    internal static Command Create(CommandContext context) => new("library", "文書庫をフォルダに書き出す、取り込む、個人情報を見直す") { Export(context), Import(context), RecheckCommand.Create(context) };

    private static Command Export(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "作るフォルダ（空か、まだないもの）" };
        var command = new Command("export", "すべての文書を、原本のフォルダと1つのJSON（library.json）に書き出す") { folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var handler = context.Services.GetRequiredService<ExportLibraryHandler>();
            var made = await handler.ToFolderAsync(context.FullPath(parsed.GetValue(folder)!), context.Actor, context.Output.Progress, cancel);
            return made.Match(Say, context.Output.Fail);
        });
        return command;

        int Say(LibraryExported made)
        {
            context.Output.Result(made);
            context.Output.Line($"書き出しました: {made.Folder}（文書 {made.Documents:N0}件、版 {made.Versions:N0}件、原本 {made.Originals:N0}件・{FileSize.ToPeople(made.Bytes)}）");
            context.Output.Line("公開していない文書も含まれます。鍵のかかる場所か、暗号化した媒体に保管してください。");
            return 0;
        }
    }

    private static Command Import(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "yakuba library export が作ったフォルダ（ZIPは展開したもの）" };
        var command = new Command("import", "書き出した文書庫を、版・状態・日付ごと取り込む") { folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var handler = context.Services.GetRequiredService<TakeLibraryHandler>();
            var started = await handler.StartAsync(context.FullPath(parsed.GetValue(folder)!), context.Actor, context.Output.Progress, cancel);
            return started.TryGet(out var job, out var problem) ? await ImportCommand.WatchAsync(context, job, cancel) : context.Output.Fail(problem);
        });
        return command;
    }
}

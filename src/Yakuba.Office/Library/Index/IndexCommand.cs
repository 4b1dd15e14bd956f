using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Library.Index;

/// <summary><c>yakuba index rebuild</c>: makes the search index again from the documents.</summary>
internal static class IndexCommand
{
    internal static Command Create(CommandContext context)
    {
        var rebuild = new Command("rebuild", "登録済みの文書から検索索引を作り直す（検索の設定を変えたとき、索引が壊れたとき）");
        rebuild.SetAction((_, cancel) => RunAsync(context, cancel));
        return new Command("index", "検索索引を管理する") { rebuild, VectorCommand.Create(context) };
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var passages = await context.Services.GetRequiredService<LibraryIndex>()
            .RebuildAsync((done, all) => context.Output.Progress(done, all, "索引を作り直しています"), cancel);
        context.Output.Result(new { passages });
        context.Output.Line($"検索索引を作り直しました（検索単位 {passages}件）。");
        return 0;
    }
}

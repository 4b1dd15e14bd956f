using System.CommandLine;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Operate;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba;

/// <summary><c>yakuba serve</c>: pages, API and jobs until it is told to stop.</summary>
internal static class ServeCommand
{
    internal static Command Create(CommandContext context)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "待ち受けるアドレス（既定: http://127.0.0.1:8080）",
            DefaultValueFactory = _ => "http://127.0.0.1:8080",
        };
        var command = new DatalessCommand("serve", "サーバを起動する") { urls };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(urls)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string urls, CancellationToken cancel)
    {
        var opened = await DataDirectory.OpenAsync(context.DataPath, Environment.GetEnvironmentVariable("YAKUBA_STORAGE"), TimeProvider.System, cancel);
        if (!opened.TryGet(out var directory, out var problem))
        {
            return context.Output.Fail(problem);
        }

        await using (directory)
        {
            await using var app = Server.Build(directory, urls);
            if (await PrepareAsync(app.Services, directory, cancel) is { } unsound)
            {
                return context.Output.Fail(unsound);
            }

            try
            {
                await app.StartAsync(cancel);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                return context.Output.Fail(ServeProblems.AddressInUse.With(urls));
            }

            if (await app.Services.GetRequiredService<FirstAdministrator>().EnsureAsync(Actor.System(Actor.NewRequestId()), cancel) is { } oneTime)
            {
                context.Output.Remark($"最初の管理者を作りました。ユーザー名: {FirstAdministrator.UserName}　仮のパスワード: {oneTime}（この1回だけ表示します）");
            }

            context.Output.Remark($"Yakubaを起動しました: {string.Join(" ", app.Urls)}（終了: Ctrl+C）");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
    }

    /// <summary>What must be so before the first request: the record is what was signed last, and nothing that a dead process began stays open.</summary>
    private static async Task<Problem?> PrepareAsync(IServiceProvider services, DataDirectory directory, CancellationToken cancel)
    {
        if ((await services.GetRequiredService<RecordKeeper>().SignAsync(cancel)).Problem is { } problem)
        {
            return problem;
        }

        try
        {
            // On a shared server another node may be answering at this moment: its open answers are not ours to close.
            if (directory.Database.Engine == StorageEngine.Sqlite)
            {
                await services.GetRequiredService<AnswerStore>().CloseInterruptedAsync(cancel);
            }

            await services.GetRequiredService<MunicipalityName>().ReadAsync(cancel);
            return null;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } full)
        {
            return full.With(directory.Root);
        }
    }
}

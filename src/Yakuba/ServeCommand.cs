using System.CommandLine;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Telemetry;
using Yakuba.Towns;

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
        var installation = new Option<string>("--installation") { Description = "複数の団体を置いたフォルダ。指定すると、--data の代わりに、そのすべての団体を動かす", HelpName = "DIR", DefaultValueFactory = _ => "" };
        var mostOpen = new Option<int>("--most-open") { Description = "--installation のとき、同時に開いておく団体の数（既定: メモリの量から決める）" };
        var node = new Option<string>("--node") { Description = "--installation のとき、同じフォルダを動かすいくつかのサーバのうちの、このサーバの名前（例: node1）。指定しないと、1つのサーバだけで動かす", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var otlp = new Option<string>("--otlp") { Description = "計測値と処理の経過を送る先（OTLP/HTTP。この機械か庁内の番地だけ。既定: 送らない。--installation とは使えない）", DefaultValueFactory = _ => "" };
        var command = new DatalessCommand("serve", "サーバを起動する") { urls, installation, mostOpen, node, otlp };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(installation) is { Length: > 0 } folder)
            {
                return parsed.GetValue(otlp)!.Length > 0
                    ? context.Output.Fail(ServeProblems.TelemetryOfMany)
                    : await InstallationServer.RunAsync(context.FullPath(folder), parsed.GetValue(urls)!, parsed.GetValue(mostOpen), parsed.GetValue(node)!, context.Output, cancel);
            }

            if (parsed.GetValue(otlp) is not { Length: > 0 } typed)
            {
                return await RunAsync(context, parsed.GetValue(urls)!, null, cancel);
            }

            return OtlpAddress.Parse(typed).TryGet(out var collector, out var problem)
                ? await RunAsync(context, parsed.GetValue(urls)!, collector, cancel)
                : context.Output.Fail(problem);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string urls, Uri? collector, CancellationToken cancel)
    {
        var opened = await DataDirectory.OpenAsync(context.DataPath, Environment.GetEnvironmentVariable("YAKUBA_STORAGE"), TimeProvider.System, cancel);
        if (!opened.TryGet(out var directory, out var problem))
        {
            return context.Output.Fail(problem);
        }

        await using (directory)
        {
            await using var app = Server.Build(directory, urls, collector: collector);
            if (await Server.PrepareAsync(app.Services, directory, cancel) is { } unsound)
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
}

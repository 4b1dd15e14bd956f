using System.CommandLine;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Reference;

/// <summary><c>yakuba reference DIR</c>: writes docs/reference from the program itself, so that it cannot drift.</summary>
internal static class ReferenceCommand
{
    internal static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "書き出すフォルダ（例: docs/reference）" };
        var command = new DatalessCommand("reference", "コマンド、設定、断る理由、APIの一覧を、プログラムから書き出す") { folder };
        command.SetAction((parsed, cancel) => RunAsync(context, context.FullPath(parsed.GetValue(folder)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string folder, CancellationToken cancel)
    {
        var data = Directory.CreateTempSubdirectory("yakuba-reference-").FullName;
        try
        {
            if (!(await DataDirectory.OpenAsync(data, "sqlite", TimeProvider.System, cancel)).TryGet(out var directory, out var problem))
            {
                return context.Output.Fail(problem);
            }

            await using (directory)
            {
                await using var app = Server.Build(directory, "http://127.0.0.1:0");
                await app.StartAsync(cancel);
                Directory.CreateDirectory(folder);
                foreach (var (name, text) in await ReferencePages.AllAsync(app.Services, Rooms.Commands(context), cancel))
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancel);
                    context.Output.Line(Path.Combine(folder, name));
                }

                await app.StopAsync(cancel);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}

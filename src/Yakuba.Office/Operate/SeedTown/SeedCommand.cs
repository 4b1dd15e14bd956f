using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.SeedTown;

/// <summary><c>yakuba seed DIR</c>: fills an empty data directory with a sample town.</summary>
internal static class SeedCommand
{
    internal static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "town.json のあるフォルダ" };
        var command = new Command("seed", "空のデータフォルダに、見本の町を入れる") { folder };
        command.SetAction((parsed, cancel) => RunAsync(context, context.FullPath(parsed.GetValue(folder)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string folder, CancellationToken cancel)
    {
        if (!TownDescription.Read(folder).TryGet(out var town, out var problem)
            || !(await context.Services.GetRequiredService<SeedTownHandler>().RunAsync(folder, town, context.Actor, cancel)).TryGet(out var seeded, out problem))
        {
            return context.Output.Fail(problem);
        }

        var code = await ImportCommand.WatchAsync(context, seeded.Job, cancel);
        var file = WritePasswords(context, seeded.Accounts);
        context.Output.Remark($"見本の町「{town.Municipality.Name}」を入れました。最初のサインインに使う一回限りのパスワード（{file} にも書きました）:");
        foreach (var a in seeded.Accounts)
        {
            context.Output.Remark($"  {a.User,-10} {a.OneTimePassword}   {a.Name}（{a.Section}・{string.Join("、", a.Roles)}）");
        }

        return code;
    }

    /// <summary>For those who close the terminal too early; readable by the owner of the data directory only.</summary>
    private static string WritePasswords(CommandContext context, IReadOnlyList<SeededAccount> accounts)
    {
        var path = Path.Combine(context.DataPath, "sample-accounts.txt");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        foreach (var a in accounts)
        {
            file.WriteLine($"{a.User}\t{a.OneTimePassword}\t{a.Name}\t{a.Section}\t{string.Join("、", a.Roles)}");
        }

        return path;
    }
}

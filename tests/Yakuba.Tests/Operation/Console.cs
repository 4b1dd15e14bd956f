using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;

namespace Yakuba.Tests.Operation;

/// <summary>Commands of this tree on a data directory that nobody has open, as from a shell but in this process.</summary>
internal static class Console
{
    /// <summary>Runs one command.</summary>
    /// <returns>Its exit code, and all that it said.</returns>
    internal static async Task<(int Code, string Said)> RunAsync(string root, params string[] arguments)
    {
        if (arguments[0] == "rollback") // opens the directory itself
        {
            await using var none = new ServiceCollection().BuildServiceProvider();
            return await RunAsync(none, root, arguments);
        }

        return await OnAsync(root, rooms => RunAsync(rooms, root, arguments));
    }

    /// <summary>Has the text of the last question erased by two persons.</summary>
    internal static Task EraseAsync(string root) => OnAsync(root, async rooms =>
    {
        long entry;
        await using (var read = await rooms.GetRequiredService<Database>().ReadAsync())
        {
            entry = await read.CountAsync("SELECT max(idx) FROM audit_body");
        }

        var asked = (await rooms.GetRequiredService<AskRemovalHandler>().ErasureAsync(entry, "本人の申出", Actor.Console("test"), default)).Value;
        using var scope = rooms.CreateScope();
        var decided = await scope.ServiceProvider.GetRequiredService<DecideRemovalHandler>()
            .HandleAsync(asked.Number, true, new Actor("ueda", "上田", [Role.Auditor], Channel.Staff, "test"), default);
        Assert.True(decided.Value.Bodies > 0);
        return 0;
    });

    private static async Task<T> OnAsync<T>(string root, Func<ServiceProvider, Task<T>> act)
    {
        await using var directory = (await DataDirectory.OpenAsync(root, null, TimeProvider.System)).Value;
        await using var rooms = Rooms.Open(directory);
        var result = await act(rooms);
        Assert.Null((await rooms.GetRequiredService<RecordKeeper>().SignAsync(default)).Problem);
        return result;
    }

    private static async Task<(int, string)> RunAsync(IServiceProvider rooms, string root, string[] arguments)
    {
        var said = new StringWriter();
        var code = await CommandTree.RunHandedOverAsync(rooms, new HandoverRequest([.. arguments, "--data", root], root, "", false), said, said, default);
        return (code, said.ToString());
    }
}

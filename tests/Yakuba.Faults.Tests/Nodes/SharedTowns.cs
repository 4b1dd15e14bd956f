using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Testing;
using Yakuba.Towns;
using Yakuba.Towns.Acts;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>A town of the installation, and a word that no other town knows.</summary>
internal sealed record SharedTown(string Code, string Canary);

/// <summary>An installation whose towns' state lies in one PostgreSQL server, and the processes that serve it.</summary>
internal sealed class SharedTowns : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<int, ServingTown> _nodes = [];

    private SharedTowns(IReadOnlyList<SharedTown> towns) => Towns = towns;

    internal IReadOnlyList<SharedTown> Towns { get; }

    internal string Root => _folder["i"];

    internal string this[string name] => _folder[name];

    internal string FolderOf(SharedTown town) => Path.Combine(Root, "towns", town.Code);

    /// <summary>Makes the towns; each has one document, which holds its word, and residents may ask.</summary>
    internal static async Task<SharedTowns> MakeAsync(int count, string storage)
    {
        var shared = new SharedTowns([.. Enumerable.Range(10001, count).Select((n, i) => new SharedTown(Code(n), Canary(i)))]);
        await using var installation = Installation.Open(shared.Root, new TownOpener(NullLoggerFactory.Instance), make: true).Value;
        installation.IsServing = true;
        foreach (var town in shared.Towns)
        {
            var added = await AddTownHandler.HandleAsync(installation, new AddTown(town.Code, "第" + town.Code + "町", "", storage, ""), Actor.Console("test"), (_, _, _) => { }, CancellationToken.None);
            Assert.True(added.IsSuccess, added.Problem?.ToString());
            var open = (await installation.Live(town.Code).EnterAsync()).Value;
            try
            {
                Directory.CreateDirectory(shared[town.Code]);
                await File.WriteAllTextAsync(Path.Combine(shared[town.Code], "gomi.md"), $"# ごみの出し方\n\n## 収集日\n\nごみの収集日の合言葉は、{town.Canary}です。\n");
                await DoAsync("section", "add", "040", "税務課");
                await DoAsync("setting", "set", "ask.resident-questions-per-minute", "10000");
                await DoAsync("import", shared[town.Code], "--section", "040", "--publish");
            }
            finally
            {
                installation.Live(town.Code).Leave();
            }

            await installation.Live(town.Code).CloseWhenIdleAsync();

            async Task DoAsync(params string[] command)
            {
                var text = new StringWriter();
                Assert.True(await CommandTree.RunHandedOverAsync(open.Services, new HandoverRequest(command, "/", "", false), text, text, CancellationToken.None) == 0, text.ToString());
            }
        }

        return shared;
    }

    /// <summary>The socket file of a node, counted from 1.</summary>
    internal string SocketOf(int node) => _folder[$"{node}.sock"];

    /// <summary>Starts a node, or starts it again.</summary>
    internal async Task StartAsync(int node)
    {
        File.Delete(SocketOf(node)); // a killed process leaves it
        _nodes[node] = await ServingTown.StartAsync("--urls", "http://unix:" + SocketOf(node), "--installation", Root, "--node", $"node{node}");
    }

    /// <summary>SIGKILL.</summary>
    internal async Task KillAsync(int node)
    {
        await _nodes[node].KillAsync();
        _nodes[node].Dispose();
    }

    internal async Task KillAllAsync()
    {
        foreach (var node in _nodes.Keys.ToList())
        {
            await KillAsync(node);
            _nodes.Remove(node);
        }
    }

    /// <summary>The towns that a node opened last.</summary>
    internal IReadOnlyList<SharedTown> TownsOf(int node) => [.. Towns.Where(t => DataDirectory.OwnerOf(FolderOf(t)) == $"node{node}")];

    /// <summary>Memory that the nodes hold.</summary>
    internal string Resident => string.Join(" + ", _nodes.Values.Select(n => $"{n.ResidentMegabytes} MB"));

    /// <summary>What the nodes printed.</summary>
    internal string Said => string.Join('\n', _nodes.Select(n => $"node{n.Key}: {n.Value.Said}"));

    public async ValueTask DisposeAsync()
    {
        await KillAllAsync();
        _folder.Dispose();
    }

    private static string Code(int number)
    {
        var five = number.ToString(CultureInfo.InvariantCulture);
        return five + ((11 - (five.Select((c, i) => (c - '0') * (6 - i)).Sum() % 11)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    // Letters alone, so that no part of one is in another.
    private static string Canary(int number) => "KW" + string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(d => (char)('A' + (d - '0')))) + "ZQ";
}

using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Testing;

namespace Yakuba.Tests.Walls;

/// <summary>A town whose model obeys everybody, with documents that carry abuse and one that holds a secret.</summary>
internal sealed class AbusedTown : IAsyncDisposable
{
    internal const string AboutTheSecret = "緊急連絡簿の手数料はいくらですか";

    private readonly WallsTown _town;

    private AbusedTown(WallsTown town, ScriptedModelServer model) => (_town, Model) = (town, model);

    internal ScriptedModelServer Model { get; }

    internal HostLookups Lookups { get; } = new();

    internal Knocker Resident => _town.Knockers["resident"];

    /// <summary>Staff of another section than the secret's.</summary>
    internal Knocker Outsider => _town.Knockers["other section"];

    internal Knocker Insider => _town.Knockers["section head"];

    internal static async Task<AbusedTown> OpenAsync(IReadOnlyList<AbuseString> strings)
    {
        var town = await WallsTown.OpenAsync([]);
        await town.ImportAsync("040", Label.Section, true, ("合言葉.md", $"# 緊急連絡簿\n\n緊急連絡簿の手数料は、900円です。緊急連絡簿の合言葉は、{AbuseString.SecretCanary}です。\n"));
        await town.ImportAsync("040", Label.Public, true, ("ごみ.md", "# ごみの出し方\n\nごみの収集は、祝日も行います。\n"));
        if (strings.Index().SelectMany(s => AbuseCarrier.Of(s.Item, s.Index)).ToArray() is { Length: > 0 } carriers)
        {
            await town.ImportAsync("040", Label.Public, true, carriers);
        }

        var model = await ScriptedModelServer.StartAsync(ModelScript.RepeatsEverything);
        _ = (await town.Town.Get<AttachModelHandler>().UseAsync(new UseModel(model.Url.AbsoluteUri), Actor.Console("test"), CancellationToken.None)).Value;
        return new AbusedTown(town, model);
    }

    /// <summary>All that an answer may not change, as one text.</summary>
    internal async Task<string> StateAsync()
    {
        await using var read = await _town.Town.Database.ReadAsync();
        var state = new List<string>();
        foreach (var table in new[] { "version", "document", "passage", "account", "section", "setting", "job" })
        {
            state.Add($"{table} {await read.CountAsync($"SELECT count(*) FROM {table}")}");
        }

        state.AddRange(await read.QueryAsync<string>("SELECT number || state || title || label FROM version JOIN document ON document.id = version.document_id ORDER BY number"));
        state.AddRange(await read.QueryAsync<string>("SELECT action FROM audit_entry WHERE action NOT IN ('answer-intent', 'answer-result') ORDER BY idx"));
        return string.Join('\n', state);
    }

    /// <summary>What a file's passages say, white space left out; where there are none, nothing.</summary>
    internal async Task<string> PassagesAsync(string file)
    {
        await using var read = await _town.Town.Database.ReadAsync();
        var texts = await read.QueryAsync<string>("SELECT p.heading_path || p.question || p.text FROM passage p JOIN version v ON v.number = p.version WHERE v.file_name = @file ORDER BY p.ordinal", new { file });
        return string.Concat(string.Concat(texts).Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Answers without a result in the record.</summary>
    internal async Task<long> UnrecordedAsync()
    {
        await using var read = await _town.Town.Database.ReadAsync();
        return await read.CountAsync("SELECT count(*) FROM answer WHERE status = '' OR result < 0 OR NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.idx = answer.result AND e.action = 'answer-result')");
    }

    public async ValueTask DisposeAsync()
    {
        Lookups.Dispose();
        await _town.DisposeAsync();
        await Model.DisposeAsync();
    }
}

/// <summary>Names of hosts that this process looked up: with every model and server on 127.0.0.1 there are none.</summary>
internal sealed class HostLookups : EventListener
{
    private readonly ConcurrentQueue<string> _hosts = [];

    internal IReadOnlyCollection<string> Hosts => _hosts;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.NameResolution")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "ResolutionStart" && eventData.Payload?[0] is string host && host != "127.0.0.1")
        {
            _hosts?.Enqueue(host);
        }
    }
}

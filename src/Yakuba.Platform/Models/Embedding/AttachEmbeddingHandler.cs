using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>Attaches an embedding server.</summary>
/// <param name="Url">Root of its API, as typed.</param>
/// <param name="Name">The model's name; empty for the server's first.</param>
/// <param name="Key">Key that the server asks for; empty for none, or for the one kept when the address stays.</param>
/// <param name="QueryPrefix">Put before a question, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">Put before a passage, such as <c>passage: </c>.</param>
public sealed record UseEmbedding(string Url, string Name = "", string Key = "", string QueryPrefix = "", string PassagePrefix = "");

/// <summary>Attaches and detaches the embedding model. Nothing is attached that did not give a sound vector.</summary>
public sealed class AttachEmbeddingHandler(Database database, SettingStore settings, EmbeddingEndpoint endpoint, ModelKey key, AuditTrail audit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks the server for a vector, learns the dimension from it, and attaches the model.</summary>
    public async Task<Result<AttachedEmbedding>> UseAsync(UseEmbedding request, Actor by, CancellationToken cancel)
    {
        if (!EmbeddingAddress.Parse(request.Url).TryGet(out var url, out var problem))
        {
            return problem;
        }

        if (!ModelKey.IsSendable(request.Key.Trim()))
        {
            return ModelProblems.Key;
        }

        if ((EmbeddingSettings.QueryPrefix.Check(request.QueryPrefix) ?? EmbeddingSettings.PassagePrefix.Check(request.PassagePrefix)) is { } bad)
        {
            return bad;
        }

        // A key belongs to one address: it is not sent to another server.
        var before = await endpoint.FindAsync(cancel);
        var secret = request.Key.Trim() is { Length: > 0 } typed ? typed : before?.Server.Url == url ? before.Server.Key : "";
        AttachedModel server;
        await using (var read = await database.ReadAsync(cancel))
        {
            server = await endpoint.ServerAsync(read, url, request.Name.Trim(), secret, cancel);
        }

        if (server.Name.Length == 0)
        {
            if (!(await ModelNames.ListAsync(server, cancel)).TryGet(out var names, out problem))
            {
                return problem;
            }

            server = server with { Name = names[0] };
        }

        return await ProbeAsync(new AttachedEmbedding(server, request.QueryPrefix, request.PassagePrefix, 0), by, cancel);
    }

    /// <summary>Detaches the model: search is by words only from now on.</summary>
    public async Task<Result<Done>> OffAsync(Actor by, CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return EmbeddingProblems.NotAttached;
        }

        await using var work = await database.BeginAsync(cancel);
        await settings.SetAsync(work, EmbeddingSettings.Url.Name, "", by, cancel);
        await settings.SetAsync(work, EmbeddingSettings.Name.Name, "", by, cancel);
        await audit.AppendAsync(work, by, "embedding-detached", new JsonObject { ["model"] = embedding.Server.Name, ["url"] = embedding.Server.Url.AbsoluteUri }, cancel);
        await work.CommitAsync(cancel);
        key.Write("", EmbeddingEndpoint.KeyFile);
        endpoint.Reset();
        return Done.Instance;
    }

    private async Task<Result<AttachedEmbedding>> ProbeAsync(AttachedEmbedding asked, Actor by, CancellationToken cancel)
    {
        using var client = new EmbeddingClient(asked);
        var probe = await client.AskAsync([new(asked.QueryPrefix + "住民票の写しはどこで取れますか。"), new(asked.PassagePrefix + "住民票の写しは市民課の窓口で交付します。")], Patience, cancel);
        return probe.Vectors is { } vectors
            ? await StoreAsync(asked with { Dimension = vectors[0].Length }, by, cancel)
            : probe.Failure == ModelFailure.WrongDimension ? EmbeddingProblems.Dimension : EmbeddingProblems.Of(probe.Failure ?? ModelFailure.Garbage, asked.Server.Url);
    }

    private async Task<Result<AttachedEmbedding>> StoreAsync(AttachedEmbedding embedding, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        (string Name, string Value)[] values =
        [
            (EmbeddingSettings.Url.Name, embedding.Server.Url.AbsoluteUri),
            (EmbeddingSettings.Name.Name, embedding.Server.Name),
            (EmbeddingSettings.QueryPrefix.Name, embedding.QueryPrefix),
            (EmbeddingSettings.PassagePrefix.Name, embedding.PassagePrefix),
            (EmbeddingSettings.Dimension.Name, EmbeddingSettings.Dimension.Format(embedding.Dimension)),
        ];
        foreach (var (name, value) in values)
        {
            if (await settings.SetAsync(work, name, value, by, cancel) is { } problem)
            {
                return problem;
            }
        }

        var facts = new JsonObject
        {
            ["model"] = embedding.Server.Name, ["url"] = embedding.Server.Url.AbsoluteUri, ["dimension"] = embedding.Dimension, ["with_key"] = embedding.Server.Key.Length > 0,
        };
        await audit.AppendAsync(work, by, "embedding-attached", facts, cancel);
        key.Write(embedding.Server.Key, EmbeddingEndpoint.KeyFile);
        await work.CommitAsync(cancel);
        endpoint.Reset();
        return embedding;
    }
}

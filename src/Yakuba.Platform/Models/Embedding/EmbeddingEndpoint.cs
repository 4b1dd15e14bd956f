using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>The way to the attached embedding model. Settings are read for each use; connections and the circuit last as long as they do not change.</summary>
public sealed class EmbeddingEndpoint(Database database, SettingStore settings, ModelKey key, PrivacyGate privacy, TimeProvider time)
{
    /// <summary>Most texts of one request.</summary>
    public const int MostTexts = 16;

    internal const string KeyFile = "embedding-key";
    private static readonly TimeSpan BatchDeadline = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private Line? _line;

    /// <summary>The model that is attached now, or null.</summary>
    public async Task<AttachedEmbedding?> FindAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var url = await settings.GetAsync(read, EmbeddingSettings.Url, cancel);
        var name = await settings.GetAsync(read, EmbeddingSettings.Name, cancel);
        var dimension = await settings.GetAsync(read, EmbeddingSettings.Dimension, cancel);
        if (url.Length == 0 || name.Length == 0 || dimension == 0)
        {
            return null;
        }

        var queries = await settings.GetAsync(read, EmbeddingSettings.QueryPrefix, cancel);
        var passages = await settings.GetAsync(read, EmbeddingSettings.PassagePrefix, cancel);
        return new AttachedEmbedding(await ServerAsync(read, new Uri(url), name, key.Read(KeyFile), cancel), queries, passages, dimension);
    }

    /// <summary>Makes vectors of texts, in order. After some failures in a row questions leave the server alone for a while.</summary>
    /// <param name="embedding">The model.</param>
    /// <param name="texts">1 to <see cref="MostTexts"/>.</param>
    /// <param name="purpose">Decides prefix and deadline.</param>
    /// <param name="cancel">Set when the asker goes away.</param>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<Embedded> EmbedAsync(AttachedEmbedding embedding, IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(texts.Count, MostTexts);
        var prefix = purpose == EmbeddingPurpose.Passages ? embedding.PassagePrefix : embedding.QueryPrefix;
        if ((await privacy.OpenAsync(WayOut.Vectors, embedding.Server.Url, cancel)).ClearEach(texts, prefix) is not { } cleared)
        {
            return new(null, ModelFailure.PersonalData);
        }

        var line = LineTo(embedding);
        if (purpose != EmbeddingPurpose.Question)
        {
            return await line.Client.AskAsync(cleared, BatchDeadline, cancel);
        }

        // Only questions are spared a failing server: what makes passages waits and tries again on its own terms.
        if (!line.Circuit.TryEnter())
        {
            return new(null, ModelFailure.Resting);
        }

        bool? success = null;
        try
        {
            var embedded = await line.Client.AskAsync(cleared, embedding.Server.Limits.Deadline, cancel);
            success = embedded.Failure is not { } failure || !failure.IsServers();
            return embedded;
        }
        finally
        {
            line.Circuit.Leave(success);
        }
    }

    /// <summary>True while the server is left alone after failures.</summary>
    public bool IsResting(AttachedEmbedding embedding) => LineTo(embedding).Circuit.IsResting;

    /// <summary>A server as it would be attached, with the other settings as they are.</summary>
    internal async Task<AttachedModel> ServerAsync(Session read, Uri url, string name, string secret, CancellationToken cancel)
    {
        var deadline = TimeSpan.FromSeconds(await settings.GetAsync(read, EmbeddingSettings.DeadlineSeconds, cancel));

        // The whole of a question's deadline bounds silence too; a batch is computed before its first byte, which its own deadline bounds.
        return new AttachedModel(
            url,
            name,
            secret,
            await settings.GetAsync(read, ModelSettings.AllowOutside, cancel),
            await settings.GetAsync(read, ModelSettings.MostSecret, cancel),
            new ModelLimits(deadline, BatchDeadline, TimeSpan.FromSeconds(10), 0));
    }

    /// <summary>Forgets failures and connections: a model was attached anew.</summary>
    internal void Reset()
    {
        lock (_gate)
        {
            _line?.Client.Dispose();
            _line = null;
        }
    }

    private Line LineTo(AttachedEmbedding embedding)
    {
        lock (_gate)
        {
            return _line is { } line && line.Embedding == embedding ? line : _line = new Line(embedding, new EmbeddingClient(embedding), new Circuit(time));
        }
    }

    private sealed record Line(AttachedEmbedding Embedding, EmbeddingClient Client, Circuit Circuit);
}

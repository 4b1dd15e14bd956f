using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;
using Yakuba.Text;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>An embedding server that no municipality has attached, for evaluation: own network only, the same bounds.</summary>
public sealed class UnattachedEmbedding : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EmbeddingClient _client;
    private readonly Uri _url;

    private readonly PersonalDataReader _reader = new(Lexicon.OpenInstalled());

    private UnattachedEmbedding(AttachedEmbedding embedding) => (_client, _url) = (new EmbeddingClient(embedding), embedding.Server.Url);

    /// <summary>Reads the address and, where no name is given, asks for the server's first.</summary>
    public static async Task<Result<UnattachedEmbedding>> OpenAsync(string typed, string name, CancellationToken cancel)
    {
        if (!EmbeddingAddress.Parse(typed).TryGet(out var url, out var problem))
        {
            return problem;
        }

        var server = new AttachedModel(url, name, "", false, Label.Public, new ModelLimits(Patience, Patience, TimeSpan.FromSeconds(10), 0));
        if (name.Length == 0)
        {
            if (!(await ModelNames.ListAsync(server, cancel)).TryGet(out var names, out problem))
            {
                return problem;
            }

            server = server with { Name = names[0] };
        }

        return new UnattachedEmbedding(new AttachedEmbedding(server, "", "", 0));
    }

    /// <summary>Vectors of 1 to <see cref="EmbeddingEndpoint.MostTexts"/> texts, of length 1; a problem when the server does not give them. They leave masked, as a municipality's do by default.</summary>
    public async Task<Result<IReadOnlyList<float[]>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        if (PrivacyGate.OpenByDefault(_reader).ClearEach(texts, "") is not { } cleared)
        {
            return EmbeddingProblems.Of(ModelFailure.PersonalData, _url);
        }

        var embedded = await _client.AskAsync(cleared, Patience, cancel);
        return embedded.Vectors is { } vectors ? (Result<IReadOnlyList<float[]>>)vectors.ToArray() : EmbeddingProblems.Of(embedded.Failure ?? ModelFailure.Garbage, _url);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}

namespace Yakuba.Platform.Models.Embedding;

/// <summary>The address of an embedding server: as that of a language model, and people also paste the whole path of its one operation.</summary>
internal static class EmbeddingAddress
{
    private const string Operation = "/embeddings";

    internal static Result<Uri> Parse(string typed) => ModelAddress.Parse(typed).Match<Result<Uri>>(
        url => url.AbsolutePath.EndsWith(Operation, StringComparison.Ordinal)
            ? new UriBuilder(url) { Path = url.AbsolutePath[..^Operation.Length] is { Length: > 0 } path ? path : "/v1" }.Uri
            : url,
        problem => problem);
}

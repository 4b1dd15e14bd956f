using System.Net.Http.Headers;
using System.Text.Json;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>Sends texts to <c>/v1/embeddings</c> through the guarded door. However the server behaves, the end is a value within the deadline.</summary>
internal sealed class EmbeddingClient(AttachedEmbedding embedding) : IDisposable
{
    private readonly HttpClient _http = GuardedHandler.Client(embedding.Server);

    /// <summary>Asks for one vector a text.</summary>
    /// <param name="texts">With their prefixes; at least one.</param>
    /// <param name="deadline">For the whole.</param>
    /// <param name="cancel">Set when the asker goes away.</param>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    internal async Task<Embedded> AskAsync(IReadOnlyList<ClearedText> texts, TimeSpan deadline, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(deadline);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, embedding.Server.Url.AbsoluteUri.TrimEnd('/') + "/embeddings")
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { model = embedding.Server.Name, input = texts.Select(text => text.Value), encoding_format = "float" })),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (embedding.Server.Key.Length > 0)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", embedding.Server.Key);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
            {
                return new(null, ModelFailure.Refused);
            }

            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            using var json = await JsonDocument.ParseAsync(body, new JsonDocumentOptions { MaxDepth = 16 }, patience.Token);
            return EmbeddingReply.Read(json.RootElement, texts.Count, embedding.Dimension);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, ModelFailure.TooSlow);
        }
        catch (JsonException)
        {
            return new(null, ModelFailure.Garbage); // also a reply that ends in the middle without saying so
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            return new(null, ModelEndedException.FailureOf(e));
        }
    }

    public void Dispose() => _http.Dispose();
}

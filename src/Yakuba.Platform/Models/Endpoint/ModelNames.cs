using System.Net.Http.Headers;
using System.Text.Json;

namespace Yakuba.Platform.Models.Endpoint;

/// <summary>Asks a server which models it has. This is also how a server shows that it is there and lets us in.</summary>
internal static class ModelNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The names in the server's order, or why there are none.</returns>
    internal static async Task<Result<string[]>> ListAsync(AttachedModel model, CancellationToken cancel)
    {
        using var http = GuardedHandler.Client(model);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, model.Url.AbsoluteUri.TrimEnd('/') + "/models");
        if (model.Key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", model.Key);
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
            {
                return ModelProblems.Unreachable.With($"HTTP {(int)response.StatusCode}");
            }

            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: patience.Token);
            return Names(json.RootElement);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ModelProblems.Unreachable.With($"{Patience.TotalSeconds:0}秒以内に応答がない");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the second: a name that is half a surrogate pair
        {
            return ModelProblems.Unreachable.With(ModelFailure.Garbage.ToWords());
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var failure = ModelEndedException.FailureOf(e);
            return failure == ModelFailure.Outside ? ModelProblems.Outside.With(model.Url.Host) : ModelProblems.Unreachable.With(failure.ToWords());
        }
    }

    private static Result<string[]> Names(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            return ModelProblems.Unreachable.With(ModelFailure.Garbage.ToWords());
        }

        var names = data.EnumerateArray()
            .Where(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
            .Select(m => m.GetProperty("id").GetString()!)
            .Where(n => n.Length is > 0 and <= 200 && !n.Any(char.IsControl))
            .ToArray();
        return names.Length > 0 ? names : ModelProblems.Unreachable.With("モデルが1つもない");
    }
}

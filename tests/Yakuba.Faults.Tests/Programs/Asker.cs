using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.Programs;

/// <summary>A resident who asks over and over and notes what came back whole.</summary>
/// <param name="number">Tells askers apart.</param>
internal sealed class Asker(int number)
{
    private int _asked;

    /// <summary>Answers that were delivered.</summary>
    internal ConcurrentQueue<JsonElement> Answers { get; } = [];

    /// <summary>Status, name and words of what was refused.</summary>
    internal ConcurrentQueue<string> Refusals { get; } = [];

    /// <summary>Asks one question.</summary>
    /// <exception cref="HttpRequestException">The server is gone.</exception>
    internal async Task AskAsync(HttpClient client)
    {
        var asked = Interlocked.Increment(ref _asked);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/questions") { Content = JsonContent.Create(new { question = FaultPapers.Question((asked % BaseTown.Papers) + 1) }) };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number}.{asked / 250 % 250}.{asked % 250}")); // one address may not ask so often
        using var response = await client.SendAsync(request);
        var said = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (response.StatusCode == HttpStatusCode.OK)
        {
            Answers.Enqueue(said);
        }
        else
        {
            Assert.False(said.TryGetProperty("sentences", out _), "refused, and answered all the same");
            Refusals.Enqueue($"{(int)response.StatusCode} {said.GetProperty("name").GetString()}: {said.GetProperty("title").GetString()}");
        }
    }

    /// <summary>Asks until it is over; without an end, until the server is gone.</summary>
    internal async Task AskOnAsync(HttpClient client, CancellationToken over, int most = int.MaxValue)
    {
        try
        {
            for (var time = 0; time < most && !over.IsCancellationRequested; time++)
            {
                await AskAsync(client);
            }
        }
        catch (Exception e) when (!over.CanBeCanceled && (e is HttpRequestException or IOException or JsonException or TaskCanceledException))
        {
            // Killed in the middle of an answer, or a hundred seconds without one: it was not delivered.
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>One question that came back, answered or refused.</summary>
/// <param name="Town">To whom.</param>
/// <param name="Begun">Time stamp of its sending.</param>
/// <param name="Ended">Time stamp of its end.</param>
/// <param name="Status">HTTP; 0 when the connection broke.</param>
/// <param name="Said">All that came.</param>
internal sealed record Asked(SharedTown Town, long Begun, long Ended, int Status, string Said)
{
    internal JsonElement Answer => JsonDocument.Parse(Said).RootElement;
}

/// <summary>A resident who asks one town after the other through nginx.</summary>
internal sealed class TownAsker(HttpClient client, IReadOnlyList<SharedTown> towns, int seed)
{
    private readonly Random _random = new(seed);

    internal ConcurrentQueue<Asked> All { get; } = [];

    internal IEnumerable<Asked> Answered => All.Where(a => a.Status == (int)HttpStatusCode.OK);

    internal async Task AskOnAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            All.Enqueue(await AskAsync(client, towns[_random.Next(towns.Count)]));
        }
    }

    internal static async Task<Asked> AskAsync(HttpClient client, SharedTown town)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.PostAsJsonAsync($"/t/{town.Code}/api/v1/questions", new { question = "ごみの収集日の合言葉は何ですか" });
            var said = await response.Content.ReadAsStringAsync();
            return new Asked(town, begun, Stopwatch.GetTimestamp(), (int)response.StatusCode, said);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Asked(town, begun, Stopwatch.GetTimestamp(), 0, e.Message);
        }
    }
}

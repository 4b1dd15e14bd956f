using System.Net;
using Microsoft.AspNetCore.Http;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>How often one address may ask without an account. Addresses are kept in memory for the running minute only.</summary>
public sealed class AskerLimits(Database database, SettingStore settings, TimeProvider time)
{
    private const int MostAddresses = 100_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private long _minute;

    /// <summary>Counts a question.</summary>
    /// <returns>The problem when this address has asked too often, else null. Staff are not counted.</returns>
    public async Task<Problem?> CheckAsync(HttpContext http, Principal reader, CancellationToken cancel)
    {
        if (reader.IsStaff)
        {
            return null;
        }

        await using var read = await database.ReadAsync(cancel);
        var most = await settings.GetAsync(read, AskSettings.ResidentQuestionsPerMinute, cancel);
        return Take(AddressOf(http), most) ? null : AskProblems.TooMany;
    }

    private bool Take(string address, int most)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        lock (_gate)
        {
            if (minute != _minute)
            {
                _minute = minute;
                _asked.Clear();
            }

            var asked = _asked.GetValueOrDefault(address);
            if (asked >= most || (asked == 0 && _asked.Count >= MostAddresses))
            {
                return false;
            }

            _asked[address] = asked + 1;
            return true;
        }
    }

    // A proxy on this very machine says for whom it asks; what others say about themselves does not count.
    private static string AddressOf(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (IPAddress.IsLoopback(peer) && http.Request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 } list
            && IPAddress.TryParse(list.Split(',')[^1].Trim(), out var client))
        {
            peer = client;
        }

        return peer.ToString();
    }
}

using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Api;

/// <summary>How often the bearer of a token may use the API. Counts are kept for the running minute only, on this node.</summary>
internal sealed class ApiLimits(Database database, SettingStore settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private long _minute;
    private int _most;

    /// <summary>Refuses the request of a bearer who asked too often. Comes after the gate; residents and people in a browser are limited elsewhere.</summary>
    internal static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var principal = http.GetEndpoint()?.Metadata.GetMetadata<RightRequirement>() is null ? null : PrincipalSource.Current(http);
        if (principal is not { Channel: Channel.Api } || await http.RequestServices.GetRequiredService<ApiLimits>().TakeAsync(principal.UserId, http.RequestAborted))
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = "60";
        await (ProblemOpenAi.IsExpected(http.Request) ? (IResult)ApiProblems.TooMany.ToOpenAi() : ApiProblems.TooMany.ToHttp()).ExecuteAsync(http);
    }

    private async Task<bool> TakeAsync(string userId, CancellationToken cancel)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (minute != Interlocked.Read(ref _minute))
        {
            await using var read = await database.ReadAsync(cancel);
            var most = await settings.GetAsync(read, ApiSettings.RequestsPerMinute, cancel);
            lock (_gate)
            {
                if (minute != _minute)
                {
                    (_minute, _most) = (minute, most);
                    _asked.Clear();
                }
            }
        }

        lock (_gate)
        {
            var asked = _asked.GetValueOrDefault(userId);
            _asked[userId] = asked + 1;
            return asked < _most;
        }
    }
}

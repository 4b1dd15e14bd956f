using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>One window: its page, and what it asked for and complained of.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly BrowserTown _town;

    private Visit(IPage page, BrowserTown town) => (Page, _town) = (page, town);

    /// <summary>The page.</summary>
    internal IPage Page { get; }

    /// <summary>Everything the browser asked for.</summary>
    internal IReadOnlyCollection<IRequest> Requests => _requests;

    /// <summary>Requests to any other host than the town's.</summary>
    internal IEnumerable<string> Strangers => _requests.Select(r => r.Url).Where(u => !_town.IsOwn(u) && !u.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>Errors in scripts, and what the content security policy kept from loading.</summary>
    internal IReadOnlyCollection<string> Complaints => _complaints;

    internal static async Task<Visit> OpenAsync(IBrowserContext context, BrowserTown town)
    {
        var visit = new Visit(await context.NewPageAsync(), town);
        visit.Page.Request += (_, r) => visit._requests.Enqueue(r);
        visit.Page.PageError += (_, e) => visit._complaints.Enqueue(e);
        visit.Page.Console += (_, m) =>
        {
            if (m.Type == "error" && !m.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) // a refusal's own status is no complaint
            {
                visit._complaints.Enqueue(m.Text);
            }
        };
        return visit;
    }

    /// <summary>Goes to an address of the town and waits until it stands.</summary>
    /// <param name="path">Path on the town's server.</param>
    /// <param name="status">HTTP status that the page must have.</param>
    internal async Task GoAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer?.Status == status, $"{path} answered {answer?.Status} and not {status}");
        if (_town.Town.Errors.Lines.Count > 0)
        {
            Assert.Fail($"The server logged errors: {string.Join('\n', _town.Town.Errors.Lines)}");
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    internal async Task AskAsync(string question)
    {
        await GoAsync("/ask");
        await Page.FillAsync("#question", question);
        await Page.ClickAsync("form.y-ask-form button[type=submit], form.y-ask-form button:not([type])");
        await Page.WaitForSelectorAsync(".y-answer-question");
        await ArriveAsync("/ask/.+");
    }

    /// <summary>
    /// Waits until the window stands at an address and has loaded. It asks again and again: an event can pass between a look and a wait for it.
    /// </summary>
    /// <param name="path">Pattern of the whole path with its query.</param>
    /// <param name="seconds">How long at most.</param>
    internal async Task ArriveAsync(string path, int seconds = 30)
    {
        var wanted = $"^complete {path}$";
        var seen = "";
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds; await Task.Delay(50))
        {
            try
            {
                seen = await Page.EvaluateAsync<string>("document.readyState + ' ' + location.pathname + location.search");
                if (Regex.IsMatch(seen, wanted, RegexOptions.NonBacktracking))
                {
                    return;
                }
            }
            catch (PlaywrightException e) when (e.Message.Contains("context", StringComparison.OrdinalIgnoreCase))
            {
                seen = "on its way"; // the page asked has gone, the next is not there yet
            }
        }

        Assert.Fail($"The window did not arrive at {path} in {seconds} s; seen last: {seen}");
    }

    /// <summary>A line to the browser itself (Chrome DevTools Protocol), past the policies of the page.</summary>
    internal Task<ICDPSession> DebuggerAsync() => Page.Context.NewCDPSessionAsync(Page);

    /// <summary>Keeps a picture of the whole page under <c>out/shots</c>, for people to look at.</summary>
    internal async Task ShootAsync(string name)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("out/shots")).FullName;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}

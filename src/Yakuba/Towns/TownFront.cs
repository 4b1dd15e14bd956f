using Yakuba.Platform;

namespace Yakuba.Towns;

/// <summary>The one listener before all towns: settles from host and path alone which town is meant, and hands the request over whole.</summary>
internal sealed class TownFront(Installation installation, FairTurns turns)
{
    internal async Task ServeAsync(HttpContext http)
    {
        if (installation.Find(http.Request.Host.Host, http.Request.Path) is not { } town)
        {
            await FrontPages.AnswerAsync(http, TownProblems.NoSuchAddress);
            return;
        }

        if (town.Refusal is { } refusal)
        {
            await FrontPages.AnswerAsync(http, refusal);
            return;
        }

        using var turn = await turns.TakeAsync(town.Live.Code, http.RequestAborted);
        if (turn is null)
        {
            await FrontPages.AnswerAsync(http, TownProblems.Busy);
            return;
        }

        var journey = installation.JourneyOf(http.Request.Headers);
        if (journey.From.Length > 0)
        {
            town.Live.Homing.Ask(journey.From);
        }

        var entered = await town.Live.EnterAsync(http, journey.From);
        if (!entered.TryGet(out var open, out var problem))
        {
            if (problem.Name == TownProblems.AtOtherNode.Name && !journey.IsOver)
            {
                http.Response.Headers[Node.AtHeader] = problem.Detail; // nginx sends the request on
                http.Response.Headers[Node.FromHeader] = journey.On(problem.Detail!, installation.Node!.Name);
            }

            await FrontPages.AnswerAsync(http, Told(problem, journey));
            return;
        }

        // Registered first, so it runs last: the town's own services of this request are put away before the town may close.
        http.Response.OnCompleted(() =>
        {
            town.Live.Leave(http);
            return Task.CompletedTask;
        });
        if (town.IsByPath)
        {
            new BasePath(town.Live.Code).Apply(http);
        }

        await open.ServeAsync(HandedRequest.Of(http.Features));
    }

    // The names of nodes are nginx's, and what is wrong with a store is the operator's: people are told what they can do.
    private static Problem Told(Problem problem, Journey journey) =>
        problem.Name == TownProblems.AtOtherNode.Name ? (journey.IsOver ? TownProblems.Moving : TownProblems.AtOtherNode)
        : problem == TownProblems.Suspended || problem == TownProblems.Ending ? problem
        : TownProblems.NotOpened with { Name = problem.Name };
}

/// <summary>A town as a request found it.</summary>
/// <param name="Live">The town.</param>
/// <param name="IsByPath">True when it is reached by path.</param>
/// <param name="Refusal">Why nobody is let in; null when people are.</param>
internal sealed record FoundTown(Town Live, bool IsByPath, Problem? Refusal);

using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Draft.Approve;

/// <summary>Makes the steps of a draft's way round from the rules: who holds each post today, and whether they can decide at all.</summary>
/// <param name="regulation">The rules.</param>
/// <param name="sections">All sections.</param>
/// <param name="people">Everybody with an account.</param>
/// <param name="today">Today in Japan.</param>
internal sealed class RoutePlanner(Regulation regulation, IReadOnlyList<Section> sections, IReadOnlyList<Account> people, DateOnly today)
{
    /// <summary>The steps of a new round.</summary>
    /// <param name="card">The draft.</param>
    /// <param name="route">Name of the route.</param>
    /// <param name="consulted">Codes of the sections whose view is asked before the last word.</param>
    /// <returns>At least one step; or why nobody can be asked.</returns>
    internal Result<List<RouteStep>> Plan(DraftCard card, string route, IReadOnlyList<string> consulted)
    {
        if (!regulation.StopsOf(route).TryGet(out var stops, out var problem))
        {
            return problem;
        }

        var asked = new List<(RouteStop Stop, Post Post)>();
        foreach (var stop in stops)
        {
            if (!Holder(stop.Post, card.Section).TryGet(out var post, out problem))
            {
                return problem;
            }

            asked.Add((stop, post));
        }

        asked = [.. asked.Where((a, i) => i == asked.Count - 1 || asked[i + 1].Post.Person != a.Post.Person)]; // who holds two posts in a row is asked once, in the higher
        if (asked.GroupBy(a => a.Post.Person).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return DraftProblems.RouteLoops.With($"{route}: {string.Join("、", twice.Select(a => a.Stop.Post))}");
        }

        if (!regulation.MayApproveOwn)
        {
            if (asked[^1].Post.Person == card.Author)
            {
                return DraftProblems.OwnApproval.With(asked[^1].Stop.Post);
            }

            asked.RemoveAll(a => a.Post.Person == card.Author); // one's own post on the way is passed by; the last word is another's
        }

        if (!Consulted(card, consulted, asked).TryGet(out var views, out problem))
        {
            return problem;
        }

        var steps = new List<RouteStep>();
        foreach (var (stop, post) in asked.SkipLast(1))
        {
            steps.Add(Step(card, steps.Count + 1, stop, post, StepKind.Approve));
        }

        var place = steps.Count + 1;
        steps.AddRange(views.Select(v => Step(card, place, v.Stop, v.Post, StepKind.Consult)));
        steps.Add(Step(card, views.Count > 0 ? place + 1 : place, asked[^1].Stop, asked[^1].Post, StepKind.Decide));
        return steps.Select(s => Fault(card, s)).FirstOrDefault(p => p is not null) is { } fault ? fault : steps;
    }

    private Result<List<(RouteStop Stop, Post Post)>> Consulted(DraftCard card, IReadOnlyList<string> consulted, List<(RouteStop Stop, Post Post)> asked)
    {
        var views = new List<(RouteStop Stop, Post Post)>();
        foreach (var section in consulted.Distinct())
        {
            if (!regulation.Routes.TryGetValue(Regulation.Consulted, out var stops))
            {
                return DraftProblems.NoConsulted;
            }

            if (!Holder(stops[0].Post, section).TryGet(out var post, out var problem))
            {
                return problem;
            }

            // Whoever is asked anyway, or wrote it, is not asked for a view too.
            if (post.Person != card.Author && asked.TrueForAll(a => a.Post.Person != post.Person) && views.TrueForAll(v => v.Post.Person != post.Person))
            {
                views.Add((stops[0], post));
            }
        }

        return views;
    }

    // The section's own post, else that of the section above it, else that of the whole municipality.
    private Result<Post> Holder(string title, string section)
    {
        for (var (at, steps) = (section, 0); at.Length > 0 && steps <= sections.Count; at = sections.FirstOrDefault(s => s.Code == at)?.Parent ?? "", steps++)
        {
            if (regulation.Posts.FirstOrDefault(p => p.Title == title && p.Section == at) is { } own)
            {
                return own;
            }
        }

        return regulation.Posts.FirstOrDefault(p => p.Title == title && p.Section == "*") is { } whole ? whole
            : DraftProblems.RouteNobody.With($"{sections.FirstOrDefault(s => s.Code == section)?.Name ?? section}の{title}");
    }

    private RouteStep Step(DraftCard card, int place, RouteStop stop, Post post, StepKind kind) =>
        new(card.Round + 1, place, post.Person, May(card, post.Deputy) ? post.Deputy : "", stop.Post, kind, card.Version, stop.Days == 0 ? null : today.AddDays(stop.Days));

    private Problem? Fault(DraftCard card, RouteStep step)
    {
        var person = people.FirstOrDefault(p => p.Id == step.Person);
        return person is not { IsActive: true } ? DraftProblems.ApproverGone.With($"{step.Post}: {person?.DisplayName}")
            : !May(card, step.Person) ? DraftProblems.ApproverMayNot.With($"{step.Post}: {person.DisplayName}")
            : null;
    }

    // A deputy who may not is simply not asked; the person is.
    private bool May(DraftCard card, string account) =>
        people.FirstOrDefault(p => p.Id == account) is { IsActive: true } person && person.Roles.Give(Right.WriteDrafts) && (card.Label <= Label.Internal || person.Clearance >= card.Label);
}

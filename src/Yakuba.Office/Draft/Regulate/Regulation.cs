using Yakuba.Platform;

namespace Yakuba.Office.Draft.Regulate;

/// <summary>The municipality's rules of documents (文書規程) as data.</summary>
/// <param name="Number">How often they were changed; 0 while there are none.</param>
/// <param name="Posts">Who holds which post.</param>
/// <param name="Routes">By name, the posts by which a draft goes.</param>
/// <param name="Numbers">By name of a kind of document, or * for all others, how its number is written.</param>
/// <param name="ShortNames">By code of a section, what stands for it in numbers.</param>
/// <param name="MayApproveOwn">True where an author may hold a post on the draft's own route and approve it.</param>
public sealed record Regulation(
    int Number,
    IReadOnlyList<Post> Posts,
    IReadOnlyDictionary<string, IReadOnlyList<RouteStop>> Routes,
    IReadOnlyDictionary<string, NumberRule> Numbers,
    IReadOnlyDictionary<string, string> ShortNames,
    bool MayApproveOwn)
{
    /// <summary>The name under which the routes say which post of another section is asked: 合議.</summary>
    public const string Consulted = "合議";

    /// <summary>No rules yet.</summary>
    public static Regulation None { get; } = new(0, [], new Dictionary<string, IReadOnlyList<RouteStop>>(), new Dictionary<string, NumberRule>(), new Dictionary<string, string>(), false);

    /// <summary>The routes that a writer can choose, in the order of the rules.</summary>
    public IEnumerable<string> RouteNames => Routes.Keys.Where(r => r != Consulted);

    /// <summary>All stops of a route, those of routes that it begins with first.</summary>
    /// <returns>A problem where there is no such route, or it leads back to itself.</returns>
    public Result<List<RouteStop>> StopsOf(string route) => StopsOf(route, []);

    private Result<List<RouteStop>> StopsOf(string route, IReadOnlyList<string> above)
    {
        if (above.Contains(route))
        {
            return DraftProblems.RouteLoops.With(string.Join(" → ", above.Append(route)));
        }

        if (!Routes.TryGetValue(route, out var stops))
        {
            return DraftProblems.NoSuchRoute.With(route.Length > 60 ? "" : route);
        }

        var all = new List<RouteStop>();
        foreach (var stop in stops)
        {
            if (!Routes.ContainsKey(stop.Post))
            {
                all.Add(stop);
            }
            else if (StopsOf(stop.Post, [.. above, route]).TryGet(out var inner, out var problem))
            {
                all.AddRange(inner);
            }
            else
            {
                return problem;
            }
        }

        return all;
    }
}

/// <summary>Who holds a post.</summary>
/// <param name="Section">Code of the section; * for the whole municipality.</param>
/// <param name="Title">係長, 課長, 部長, 市長 …</param>
/// <param name="Person">Id of the account.</param>
/// <param name="Deputy">Id of the account that decides in the person's stead (代決); empty for nobody.</param>
public sealed record Post(string Section, string Title, string Person, string Deputy);

/// <summary>One stop of a route.</summary>
/// <param name="Post">Title of the post, or name of another route whose stops come here.</param>
/// <param name="Days">Days in which it is to be decided; 0 for no day.</param>
public sealed record RouteStop(string Post, int Days);

/// <summary>How numbers of a kind are written.</summary>
/// <param name="Pattern">With <c>{番号}</c> in the place of the number; empty where the kind gets none.</param>
/// <param name="IsByCalendarYear">True where numbers begin anew in January, false in April.</param>
public sealed record NumberRule(string Pattern, bool IsByCalendarYear);

using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Regulate;

/// <summary>The rules of documents as they are now, and each change of them.</summary>
internal sealed class RegulationStore(Database database, SectionList sections, PeopleList people, AuditTrail audit, TimeProvider time)
{
    /// <summary>The rules as they were written; empty while there are none.</summary>
    internal async Task<(RegulationText Text, int Number)> TextAsync(Session session, CancellationToken cancel) =>
        await session.FirstOrDefaultAsync<Row>("SELECT number, posts, routes, numbers, self_approval FROM draft_regulation ORDER BY number DESC LIMIT 1", cancel: cancel) is { } row
            ? (new RegulationText(row.posts, row.routes, row.numbers, row.self_approval != 0), (int)row.number)
            : (new RegulationText("", "", "", false), 0);

    /// <summary>The rules as they count now.</summary>
    /// <returns>A problem where what they name is no longer there, such as a section that was split.</returns>
    internal async Task<Result<Regulation>> NowAsync(Session session, CancellationToken cancel)
    {
        var (text, number) = await TextAsync(session, cancel);
        return text.Read(number, await sections.ListAsync(session, cancel), sections, await people.ListAsync(session, cancel));
    }

    /// <summary>Puts other rules in their place. Drafts that are on their way keep the route that they have.</summary>
    internal async Task<Result<Regulation>> SetAsync(RegulationText text, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var (_, number) = await TextAsync(work, cancel);
        if (!text.Read(number + 1, await sections.ListAsync(work, cancel), sections, await people.ListAsync(work, cancel)).TryGet(out var read, out var problem))
        {
            return problem;
        }

        await work.ExecuteAsync(
            "INSERT INTO draft_regulation (number, made_at, made_by, posts, routes, numbers, self_approval) VALUES (@number, @now, @by, @Posts, @Routes, @Numbers, @self)",
            new { number = (long)number + 1, now = time.GetUtcNow().ToStore(), by = by.UserId, text.Posts, text.Routes, text.Numbers, self = text.MayApproveOwn ? 1L : 0L },
            cancel);
        await audit.AppendAsync(
            work,
            by,
            DraftActions.Regulated,
            new JsonObject { ["regulation"] = number + 1, ["posts"] = read.Posts.Count, ["routes"] = read.Routes.Count, ["own-approval"] = read.MayApproveOwn },
            cancel);
        await work.CommitAsync(cancel);
        return read;
    }

    private sealed record Row(long number, string posts, string routes, string numbers, long self_approval);
}

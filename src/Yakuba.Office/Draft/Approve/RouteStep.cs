using System.Globalization;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Approve;

/// <summary>One step of a draft's way round.</summary>
/// <param name="Round">Which way round, from 1.</param>
/// <param name="Place">Which step, from 1; steps of one place are asked at the same time.</param>
/// <param name="Person">Id of the account that is asked.</param>
/// <param name="Deputy">Id of the account that may decide in the person's stead; empty for nobody.</param>
/// <param name="Post">係長, 課長 …</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Version">Version of the text that is asked about.</param>
/// <param name="Due">By when; null for no day.</param>
public sealed record RouteStep(int Round, int Place, string Person, string Deputy, string Post, StepKind Kind, int Version, DateOnly? Due)
{
    /// <summary>What came of it.</summary>
    public StepState State { get; init; }

    /// <summary>When it was decided; null while it was not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Id of the account that decided; empty while nobody did.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>What was said about it; may be empty.</summary>
    public string Remark { get; init; } = "";

    /// <summary>True where the deputy decided (代決).</summary>
    public bool IsByDeputy => DecidedBy.Length > 0 && DecidedBy != Person;
}

/// <summary>What a step asks.</summary>
public enum StepKind
{
    /// <summary>承認 on the way.</summary>
    Approve,

    /// <summary>合議: another section's view.</summary>
    Consult,

    /// <summary>決裁: the last word.</summary>
    Decide,
}

/// <summary>What came of a step.</summary>
public enum StepState
{
    /// <summary>Not decided yet.</summary>
    Waiting,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Sent back.</summary>
    Returned,

    /// <summary>Never decided: the draft was sent back or taken back before.</summary>
    Void,
}

/// <summary>Reads and writes steps.</summary>
internal static class StepRows
{
    private const string Columns = "SELECT round, place, person, deputy, post, kind, version, due_on, state, decided_at, decided_by, remark FROM draft_step ";

    /// <summary>The steps of a draft, of all its rounds, in their order.</summary>
    internal static async Task<IReadOnlyList<RouteStep>> OfAsync(Session session, Guid draft, CancellationToken cancel) =>
        [.. (await session.QueryAsync<Row>(Columns + "WHERE draft = @id ORDER BY round, place, person", new { id = DraftRows.Key(draft) }, cancel)).Select(r => r.ToStep())];

    /// <summary>The steps of one round that are to be decided now: the first place that has any left.</summary>
    internal static IReadOnlyList<RouteStep> Open(IReadOnlyList<RouteStep> steps, int round)
    {
        var waiting = steps.Where(s => s.Round == round && s.State == StepState.Waiting).ToList();
        return [.. waiting.Where(s => s.Place == waiting.Min(w => w.Place))];
    }

    internal static async Task AddAsync(UnitOfWork work, Guid draft, RouteStep step, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "INSERT INTO draft_step (draft, round, place, person, deputy, post, kind, version, due_on, state) VALUES (@id, @round, @place, @Person, @Deputy, @Post, @kind, @version, @due, 'waiting')",
            new
            {
                id = DraftRows.Key(draft), round = (long)step.Round, place = (long)step.Place, step.Person, step.Deputy, step.Post, kind = Key(step.Kind), version = (long)step.Version, due = step.Due?.ToStore() ?? "",
            },
            cancel);
        foreach (var person in new[] { step.Person, step.Deputy }.Where(p => p.Length > 0))
        {
            await work.ExecuteAsync("INSERT INTO draft_person (draft, person) VALUES (@id, @person) ON CONFLICT DO NOTHING", new { id = DraftRows.Key(draft), person }, cancel);
        }
    }

    internal static Task DecideAsync(UnitOfWork work, Guid draft, RouteStep step, StepState state, string by, string remark, DateTimeOffset at, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE draft_step SET state = @state, decided_at = @at, decided_by = @by, remark = @remark WHERE draft = @id AND round = @round AND place = @place AND person = @Person",
        new { id = DraftRows.Key(draft), round = (long)step.Round, place = (long)step.Place, step.Person, state = Key(state), at = at.ToStore(), by, remark },
        cancel);

    /// <summary>Takes back what was not decided.</summary>
    internal static Task VoidAsync(UnitOfWork work, Guid draft, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE draft_step SET state = 'void' WHERE draft = @id AND state = 'waiting'", new { id = DraftRows.Key(draft) }, cancel);

    private static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);

    private sealed record Row(
        long round, long place, string person, string deputy, string post, string kind, long version, string due_on, string state, string decided_at, string decided_by, string remark)
    {
        internal RouteStep ToStep() => new((int)round, (int)place, person, deputy, post, Enum.Parse<StepKind>(kind, true), (int)version, due_on.Length == 0 ? null : JapanTime.DateFromStore(due_on))
        {
            State = Enum.Parse<StepState>(state, true),
            DecidedAt = decided_at.Length == 0 ? null : JapanTime.TimeFromStore(decided_at),
            DecidedBy = decided_by,
            Remark = remark,
        };
    }
}

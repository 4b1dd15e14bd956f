using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>A reorganisation that was done, or waits for its day.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="State"><c>waiting</c>, <c>done</c>, <c>undone</c>, <c>cancelled</c> or <c>refused</c>.</param>
/// <param name="Request">What was asked, with codes.</param>
/// <param name="MadeAt">When it was asked.</param>
/// <param name="MadeBy">Id of the account.</param>
/// <param name="Problem">Why it could not be done on its day; empty otherwise.</param>
internal sealed record KeptReorganisation(long Number, string State, ReorganiseSections Request, DateTimeOffset MadeAt, string MadeBy, string Problem)
{
    /// <summary>Documents that it moved; 0 while it waits.</summary>
    internal long Documents { get; init; }

    /// <summary>People whom it moved.</summary>
    internal long People { get; init; }
}

/// <summary>Rows of reorganisations.</summary>
internal static class ReorganisationStore
{
    private const string Select =
        "SELECT number, state, request, made_at, made_by, problem, "
        + "(SELECT count(*) FROM reorganisation_item i WHERE i.reorganisation = number AND i.kind = 'document') AS documents, "
        + "(SELECT count(*) FROM reorganisation_item i WHERE i.reorganisation = number AND i.kind = 'person') AS people FROM reorganisation ";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>All, latest first.</summary>
    internal static async Task<IReadOnlyList<KeptReorganisation>> ListAsync(Session session, CancellationToken cancel) =>
        [.. (await session.QueryAsync<Row>(Select + "ORDER BY number DESC", cancel: cancel)).Select(Kept)];

    /// <summary>One; null when there is none.</summary>
    internal static async Task<KeptReorganisation?> FindAsync(Session session, long number, CancellationToken cancel) =>
        await session.SingleOrDefaultAsync<Row>(Select + "WHERE number = @number", new { number }, cancel) is { } row ? Kept(row) : null;

    /// <summary>What it changed.</summary>
    internal static Task<IReadOnlyList<ReorganisationItem>> ItemsAsync(Session session, long number, CancellationToken cancel) => session.QueryAsync<ReorganisationItem>(
        "SELECT kind AS Kind, id AS Id, was AS Was, becomes AS Becomes FROM reorganisation_item WHERE reorganisation = @number ORDER BY kind, id", new { number }, cancel);

    /// <summary>Keeps one that is done, or waits.</summary>
    /// <returns>Its number.</returns>
    internal static async Task<long> AddAsync(UnitOfWork work, ReorganiseSections request, string state, string now, Actor by, CancellationToken cancel)
    {
        var number = await work.CountAsync("SELECT coalesce(max(number), 0) + 1 FROM reorganisation", cancel: cancel);
        await work.ExecuteAsync(
            "INSERT INTO reorganisation (number, state, day, request, made_at, made_by, done_at) VALUES (@number, @state, @day, @request, @now, @by, @done)",
            new { number, state, day = request.Day.ToStore(), request = Text(request), now, by = by.UserId, done = state == "done" ? now : "" },
            cancel);
        return number;
    }

    internal static Task<int> AddItemsAsync(UnitOfWork work, long number, IEnumerable<ReorganisationItem> items, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO reorganisation_item (reorganisation, kind, id, was, becomes) VALUES (@number, @Kind, @Id, @Was, @Becomes)",
        items.Select(i => new { number, i.Kind, i.Id, i.Was, i.Becomes }),
        cancel);

    /// <summary>One that waited was done.</summary>
    internal static Task<int> SetDoneAsync(UnitOfWork work, long number, string now, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE reorganisation SET state = 'done', done_at = @now WHERE number = @number", new { number, now }, cancel);

    /// <summary>It was taken back, cancelled or refused on its day.</summary>
    internal static Task<int> EndAsync(UnitOfWork work, long number, string state, string problem, string now, Actor by, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE reorganisation SET state = @state, problem = @problem, ended_at = @now, ended_by = @by WHERE number = @number", new { number, state, problem, now, by = by.UserId }, cancel);

    /// <summary>What was asked, as the store keeps it.</summary>
    internal static string Text(ReorganiseSections request) => JsonSerializer.Serialize(request, Json);

    private static KeptReorganisation Kept(Row row) =>
        new(row.number, row.state, JsonSerializer.Deserialize<ReorganiseSections>(row.request, Json)!, JapanTime.TimeFromStore(row.made_at), row.made_by, row.problem)
        {
            Documents = row.documents,
            People = row.people,
        };

    private sealed record Row(long number, string state, string request, string made_at, string made_by, string problem, long documents, long people);
}

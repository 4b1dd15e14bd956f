using System.Runtime.CompilerServices;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Wording;

/// <summary>The known questions of the learning in use, prepared for the present index.</summary>
/// <remarks>They are kept by the words of the passage that answered, so that they hold on when a document gets a new version with the same entry.</remarks>
public sealed class LearnedWays(Database database, SearchAnalyser analyser, MeantWords meant)
{
    /// <summary>Where questions are kept by their words.</summary>
    public static readonly IReadOnlyList<string> Tables = ["known_way"];

    private volatile Known _known = new(default, [], []);

    /// <summary>Known questions as they stand now, for one reader: their words are weighed by what the reader may read.</summary>
    /// <remarks>Read and cut into words once for all readers; weighed once for those who may read the same.</remarks>
    public async Task<KnownWays> CurrentAsync(TermCounts counts, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);

        // A learning only ever loses questions, so that their number tells that one was forgotten, by whatever process, at whatever moment.
        var (learning, ways) = await Sql.ActiveAsync(read, cancel) is { } active ? (active.number, active.ways) : (0, 0);
        var now = (learning, ways, counts.Generation);
        var known = _known;
        if (known.Of != now)
        {
            var rows = ways == 0 ? [] : await Sql.WaysAsync(read, learning, cancel);
            known = new Known(now, AskedWay.Cut(rows.Select(r => new KnownWay(r.question, (uint)r.version, (uint)r.ordinal)), analyser), []);
            _known = known;
        }

        return known.ByReader.GetValue(counts.Scope, _ => KnownWays.Of(known.Ways, analyser, meant, counts));
    }

    /// <summary>Forgets, in every learning, those in use or not, the questions that some answers were given to and no others.</summary>
    /// <param name="work">The transaction that blanks the answers afterwards.</param>
    /// <param name="which">Condition on <c>answer</c> that says which.</param>
    /// <param name="last">Its parameter <c>@last</c>.</param>
    /// <param name="cancel">Stops.</param>
    internal static Task ForgetAsync(UnitOfWork work, string which, long last, CancellationToken cancel) => work.ExecuteAsync(
        $"DELETE FROM known_way WHERE question IN (SELECT question FROM answer WHERE {which}) "
        + $"AND question NOT IN (SELECT question FROM answer WHERE question IN (SELECT question FROM known_way) AND NOT {which})",
        new { last },
        cancel);

    private sealed record Known(
        (long Learning, long Ways, ulong Generation) Of, IReadOnlyList<AskedWay> Ways, ConditionalWeakTable<PermittedGroups, KnownWays> ByReader);

    private sealed record Active(long number, long ways);

    private sealed record Row(string question, long version, long ordinal);

    private static class Sql
    {
        internal static Task<Active?> ActiveAsync(Session session, CancellationToken cancel) => session.SingleOrDefaultAsync<Active>(
            "SELECT number, (SELECT count(*) FROM known_way WHERE learning = number) AS ways FROM learning WHERE active = 1 ORDER BY number DESC LIMIT 1", cancel: cancel);

        internal static Task<IReadOnlyList<Row>> WaysAsync(Session session, long learning, CancellationToken cancel) => session.QueryAsync<Row>(
            "SELECT w.question, p.version, p.ordinal FROM known_way w JOIN passage p ON p.question = w.entry_question AND p.text = w.entry_text "
            + "WHERE w.learning = @learning ORDER BY w.question, p.version, p.ordinal",
            new { learning },
            cancel);
    }
}

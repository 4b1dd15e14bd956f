using System.Runtime.CompilerServices;
using Yakuba.Office.Library.Index;
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

    private readonly Lock _gate = new();
    private ConditionalWeakTable<PermittedGroups, KnownWays> _known = [];
    private (long Learning, ulong Generation) _of;

    /// <summary>Known questions as they stand now, for one reader: their words are weighed by what the reader may read.</summary>
    public async Task<KnownWays> CurrentAsync(TermCounts counts, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var now = (await Sql.ActiveAsync(read, cancel), counts.Snapshot.Generation);
        lock (_gate)
        {
            if (_of == now && _known.TryGetValue(counts.Scope, out var known))
            {
                return known;
            }
        }

        var rows = now.Item1 == 0 ? [] : await Sql.WaysAsync(read, now.Item1, cancel);
        var made = KnownWays.Of(rows.Select(r => new KnownWay(r.question, (uint)r.version, (uint)r.ordinal)), analyser, meant, counts);
        lock (_gate)
        {
            if (_of != now)
            {
                (_known, _of) = ([], now);
            }

            _known.AddOrUpdate(counts.Scope, made);
        }

        return made;
    }

    /// <summary>Forgets a question in every learning, those that are not in use too.</summary>
    public async Task ForgetAsync(UnitOfWork work, string question, CancellationToken cancel)
    {
        if (await Sql.ForgetAsync(work, question, cancel) > 0)
        {
            work.AfterCommit(() =>
            {
                lock (_gate)
                {
                    _known = [];
                }
            });
        }
    }

    private sealed record Row(string question, long version, long ordinal);

    private static class Sql
    {
        internal static Task<long> ActiveAsync(Session session, CancellationToken cancel) =>
            session.CountAsync("SELECT coalesce(max(number), 0) FROM learning WHERE active = 1", cancel: cancel);

        internal static Task<int> ForgetAsync(UnitOfWork work, string question, CancellationToken cancel) =>
            work.ExecuteAsync("DELETE FROM known_way WHERE question = @question", new { question }, cancel);

        internal static Task<IReadOnlyList<Row>> WaysAsync(Session session, long learning, CancellationToken cancel) => session.QueryAsync<Row>(
            "SELECT w.question, p.version, p.ordinal FROM known_way w JOIN passage p ON p.question = w.entry_question AND p.text = w.entry_text "
            + "WHERE w.learning = @learning ORDER BY w.question, p.version, p.ordinal",
            new { learning },
            cancel);
    }
}

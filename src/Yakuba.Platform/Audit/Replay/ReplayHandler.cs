using Yakuba.Platform.Audit.ShowEntry;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.Replay;

/// <summary>Shows what an asker saw: opens question and answer, which is recorded with the reason, and runs the search again.</summary>
public sealed class ReplayHandler(Database database, OpenBodyHandler bodies, IEnumerable<SearchReplay> searches)
{
    /// <summary>Replays an answer.</summary>
    /// <param name="index">Entry of the question or of the answer.</param>
    /// <param name="reason">Why; 1 to 400 UTF-16 code units after trimming.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancel">Stops; that it was opened stays recorded.</param>
    public async Task<Result<ReplayedAnswer>> HandleAsync(long index, string? reason, Actor by, CancellationToken cancel)
    {
        if (!(await bodies.OpenAsync(index, reason, by, cancel)).TryGet(out var opened, out var problem))
        {
            return problem;
        }

        await using var read = await database.ReadAsync(cancel);
        var (result, entry) = (await AnswerEntries.OfAsync(read, index, cancel))[^1]; // the question comes before its answer
        return new ReplayedAnswer(result, entry.Time, opened.Question, opened.Answer, await searches.Single().Run(entry, opened.Question, cancel));
    }
}

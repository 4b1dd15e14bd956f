using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>A learning as it is kept.</summary>
/// <param name="number">From 1.</param>
/// <param name="made_at">When.</param>
/// <param name="made_by">Who.</param>
/// <param name="questions">Judged questions learned from.</param>
/// <param name="score_without">nDCG@10 on questions held back, without it, in ten-thousandths.</param>
/// <param name="score_with">The same with it.</param>
/// <param name="active">1 for the one in use.</param>
/// <param name="vector_weight">Weight of vectors that it found, in thousandths; -1 for none.</param>
/// <param name="chance">How often chance alone brings as much, in ten-thousandths; -1 where it was not asked.</param>
/// <param name="undone">1 for one that was taken back.</param>
internal sealed record Learning(
    long number, string made_at, string made_by, long questions, long score_without, long score_with, long active, long vector_weight, long chance, long undone);

/// <summary>Keeps what was learned. At most one learning is in use; the others stay, to go back to unless they were undone.</summary>
internal sealed class LearningStore(TimeProvider time)
{
    /// <summary>All, latest first.</summary>
    internal static Task<IReadOnlyList<Learning>> ListAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<Learning>("SELECT number, made_at, made_by, questions, score_without, score_with, active, vector_weight, chance, undone FROM learning ORDER BY number DESC", cancel: cancel);

    /// <summary>Adds one and puts it to use.</summary>
    /// <returns>Its number.</returns>
    internal async Task<long> AddAsync(UnitOfWork work, Actor by, IReadOnlyList<JudgedPair> pairs, GainReport gain, CancellationToken cancel)
    {
        var number = await work.CountAsync("SELECT coalesce(max(number), 0) + 1 FROM learning", cancel: cancel);
        await work.ExecuteAsync("UPDATE learning SET active = 0 WHERE active = 1", cancel: cancel);
        await work.ExecuteAsync(
            "INSERT INTO learning (number, made_at, made_by, questions, score_without, score_with, chance, active) VALUES (@number, @at, @by, @questions, @without, @with, @chance, 1)",
            new { number, at = time.GetUtcNow().ToStore(), by = by.UserId, questions = (long)gain.Questions, without = Stored(gain.Without), with = Stored(gain.With), chance = Stored(gain.Chance) },
            cancel);
        if (gain.Weight is { } weight)
        {
            await VectorWeights.KeepAsync(work, number, weight.Embedding, weight.After, cancel);
        }

        for (var idx = 0; idx < pairs.Count; idx++)
        {
            var (question, entryQuestion, entryText) = pairs[idx];
            await work.ExecuteAsync(
                "INSERT INTO known_way (learning, idx, question, entry_question, entry_text) VALUES (@number, @idx, @question, @entryQuestion, @entryText)",
                new { number, idx = (long)idx, question, entryQuestion, entryText },
                cancel);
        }

        return number;
    }

    /// <summary>Takes the learning in use back; the latest before it that was not undone itself is used again.</summary>
    /// <returns>Its number; 0 for none.</returns>
    internal static async Task<long> UndoAsync(UnitOfWork work, long used, CancellationToken cancel)
    {
        await work.ExecuteAsync("UPDATE learning SET active = 0, undone = 1 WHERE number = @used", new { used }, cancel);
        var before = await work.CountAsync("SELECT coalesce(max(number), 0) FROM learning WHERE number < @used AND undone = 0", new { used }, cancel);
        await work.ExecuteAsync("UPDATE learning SET active = 1 WHERE number = @before", new { before }, cancel);
        return before;
    }

    private static long Stored(double share) => (long)Math.Round(share * 10_000);
}

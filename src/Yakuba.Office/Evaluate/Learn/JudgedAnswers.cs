using Yakuba.Office.Ask.GiveFeedback;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>Gathers judged questions: answers that staff found helpful, and a file in which each question names the FAQ entry that answers it.</summary>
internal sealed class JudgedAnswers(Database database, HelpfulAnswers helpful, JudgedFile file, TimeProvider time)
{
    private static readonly Problem NoSuchEntry = new(
        "eval-no-such-entry", 400, "学習用のファイルが指すFAQの質問が、公開中の文書にありません。FAQの質問と一字一句同じに直してください。");

    /// <summary>All pairs, each once.</summary>
    /// <param name="path">The file; empty for none.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Result<IReadOnlyList<JudgedPair>>> AllAsync(string path, CancellationToken cancel)
    {
        var pairs = (await helpful.AllAsync(cancel)).Select(h => new JudgedPair(h.Question, h.EntryQuestion, h.EntryText)).ToList();
        if (path.Length > 0)
        {
            if (!(await file.ReadAsync(path, cancel)).TryGet(out var named, out var problem) || !(await FindAsync(named, cancel)).TryGet(out var found, out problem))
            {
                return problem;
            }

            pairs.AddRange(found);
        }

        return pairs.Distinct().ToList();
    }

    private async Task<Result<IReadOnlyList<JudgedPair>>> FindAsync(IReadOnlyList<NamedEntry> named, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var (pairs, unknown) = (new List<JudgedPair>(), new List<NamedEntry>());
        foreach (var line in named)
        {
            var texts = await Sql.EntryAsync(read, line.Entry, time.Today(), cancel);
            pairs.AddRange(texts.Select(text => new JudgedPair(line.Question, line.Entry, text)));
            if (texts.Count == 0)
            {
                unknown.Add(line);
            }
        }

        return unknown.Count > 0 ? NoSuchEntry.With(JudgedFile.Places(unknown)) : pairs;
    }

    private static class Sql
    {
        internal static Task<IReadOnlyList<string>> EntryAsync(Session session, string entry, DateOnly today, CancellationToken cancel) => session.QueryAsync<string>(
            $"SELECT DISTINCT p.text FROM passage p JOIN version v ON v.number = p.version WHERE p.question = @entry AND {InForceToday.Sql}",
            new { entry, today = today.ToStore() },
            cancel);
    }
}

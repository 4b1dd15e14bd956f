using System.Text.Json;
using Yakuba.Office.Ask.GiveFeedback;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>Gathers judged questions: answers that staff found helpful, and a file in which each question names the FAQ entry that answers it.</summary>
internal sealed class JudgedAnswers(Database database, HelpfulAnswers helpful, TimeProvider time)
{
    private static readonly Problem CannotRead = new(
        "eval-cannot-read-judged", 400, "学習用のファイルを読み取れません。1行に1件のJSON {\"question\": \"質問\", \"entry\": \"FAQの質問\"} になっているか確認してください。");

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
            if (!Read(path).TryGet(out var named, out var problem) || !(await FindAsync(named, path, cancel)).TryGet(out var found, out problem))
            {
                return problem;
            }

            pairs.AddRange(found);
        }

        return pairs.Distinct().ToList();
    }

    private static Result<IReadOnlyList<(string Question, string Entry)>> Read(string path)
    {
        var lines = new List<(string, string)>();
        try
        {
            foreach (var line in File.ReadLines(path).Where(l => l.Trim().Length > 0))
            {
                using var json = JsonDocument.Parse(line);
                lines.Add((json.RootElement.GetProperty("question").GetString()!, json.RootElement.GetProperty("entry").GetString()!));
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return CannotRead.With($"{path} {lines.Count + 1}行目");
        }
    }

    private async Task<Result<IReadOnlyList<JudgedPair>>> FindAsync(IReadOnlyList<(string Question, string Entry)> named, string path, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var pairs = new List<JudgedPair>();
        for (var i = 0; i < named.Count; i++)
        {
            var texts = await Sql.EntryAsync(read, named[i].Entry, time.Today(), cancel);
            if (texts.Count == 0)
            {
                return NoSuchEntry.With($"{path} {i + 1}行目 「{named[i].Entry}」");
            }

            pairs.AddRange(texts.Select(text => new JudgedPair(named[i].Question, named[i].Entry, text)));
        }

        return pairs;
    }

    private static class Sql
    {
        internal static Task<IReadOnlyList<string>> EntryAsync(Session session, string entry, DateOnly today, CancellationToken cancel) => session.QueryAsync<string>(
            $"SELECT DISTINCT p.text FROM passage p JOIN version v ON v.number = p.version WHERE p.question = @entry AND {InForceToday.Sql}",
            new { entry, today = today.ToStore() },
            cancel);
    }
}

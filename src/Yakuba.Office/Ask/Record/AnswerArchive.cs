using System.Text.Json;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Record;

/// <summary>An answer that was given, as a reader may see it now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">The question; empty where it was not kept.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Withheld">True when a source may no longer be read by this reader: its sentences are left out.</param>
/// <param name="Feedback">What this reader has said about it: <c>helped</c>, <c>wrong</c>, <c>outdated</c> or empty.</param>
public sealed record ArchivedAnswer(string Id, string Question, DateTimeOffset AskedAt, Answer Answer, bool Withheld, string Feedback);

/// <summary>Reads answers back, within what the reader may read at this moment.</summary>
/// <remarks>
/// Staff open their own answers. An answer to a resident is open to whoever holds its address: the address has 74 random bits and stands in
/// no list that others can open. Answers of others are opened through the record's pages, with a reason.
/// </remarks>
public sealed class AnswerArchive(Database database, ReadableVersions rights)
{
    private const string Withheld = "出典の文書を閲覧できなくなったため、その部分は表示しません。もう一度質問してください。";

    /// <summary>One answer.</summary>
    public async Task<Result<ArchivedAnswer>> FindAsync(string id, Principal reader, CancellationToken cancel)
    {
        Row? row;
        string? feedback;
        await using (var read = await database.ReadAsync(cancel))
        {
            row = await Sql.FindAsync(read, id, cancel);
            feedback = await Sql.FeedbackAsync(read, id, reader.UserId, cancel);
        }

        if (row is null || (row.asked_by.Length > 0 && row.asked_by != reader.UserId) || AnswerStatuses.Parse(row.status) is null)
        {
            return AskProblems.NoSuchAnswer;
        }

        var answer = JsonSerializer.Deserialize<Answer>(row.body, AnswerStore.Json)!;
        var gone = new HashSet<int>();
        foreach (var citation in answer.Citations)
        {
            if (await rights.FindAsync(reader, citation.Version, cancel) is null)
            {
                gone.Add(citation.Number);
            }
        }

        var isWithheld = gone.Count > 0 || answer.HasUnknownMentions;
        foreach (var mentioned in answer.Mentions)
        {
            isWithheld |= await rights.FindAsync(reader, mentioned, cancel) is null;
        }

        return new ArchivedAnswer(
            row.id, row.question, JapanTime.TimeFromStore(row.asked_at), isWithheld ? Without(answer, gone) : reader.IsStaff ? answer : answer with { Removed = [] }, isWithheld, feedback ?? "");
    }

    /// <summary>A reader's answers, latest first.</summary>
    /// <param name="reader">Whose; a resident has no list.</param>
    /// <param name="search">Words of the question; empty for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines a page.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The lines of the page, and how many there are on all pages.</returns>
    public async Task<(IReadOnlyList<ArchivedAnswer> Lines, long All)> ListAsync(Principal reader, string search, int page, int size, CancellationToken cancel)
    {
        if (!reader.IsStaff)
        {
            return ([], 0);
        }

        await using var read = await database.ReadAsync(cancel);
        var pattern = $"%{search.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        var all = await Sql.CountAsync(read, reader.UserId, pattern, cancel);
        var rows = await Sql.PageAsync(read, reader.UserId, pattern, size, (long)(page - 1) * size, cancel);
        return ([.. rows.Select(r => new ArchivedAnswer(
            r.id, r.question, JapanTime.TimeFromStore(r.asked_at), JsonSerializer.Deserialize<Answer>(r.body, AnswerStore.Json)!, false, ""))], all);
    }

    // What a reader may no longer read is not read through an old answer either.
    internal static Answer Without(Answer answer, HashSet<int> gone) => answer with
    {
        Message = Withheld,
        Sentences = [.. answer.Sentences.Where(s => !s.Evidence.Any(gone.Contains))],
        Citations = [.. answer.Citations.Where(c => !gone.Contains(c.Number))],
        Removed = [],
        Near = [],
    };

    private sealed record Row(string id, string asked_at, string asked_by, string status, string question, string body);

    private static class Sql
    {
        private const string Columns = "SELECT id, asked_at, asked_by, status, question, body FROM answer ";

        internal static Task<Row?> FindAsync(Session session, string id, CancellationToken cancel) =>
            session.SingleOrDefaultAsync<Row>(Columns + "WHERE id = @id AND body <> ''", new { id }, cancel);

        internal static Task<string?> FeedbackAsync(Session session, string id, string by, CancellationToken cancel) =>
            session.FirstOrDefaultAsync<string>("SELECT kind FROM feedback WHERE answer_id = @id AND given_by = @by ORDER BY given_at DESC LIMIT 1", new { id, by }, cancel);

        internal static Task<long> CountAsync(Session session, string by, string pattern, CancellationToken cancel) => session.CountAsync(
            "SELECT COUNT(*) FROM answer WHERE asked_by = @by AND body <> '' AND question LIKE @pattern ESCAPE '!'", new { by, pattern }, cancel);

        internal static Task<IReadOnlyList<Row>> PageAsync(Session session, string by, string pattern, int size, long skip, CancellationToken cancel) => session.QueryAsync<Row>(
            Columns + "WHERE asked_by = @by AND body <> '' AND question LIKE @pattern ESCAPE '!' ORDER BY asked_at DESC, id DESC LIMIT @size OFFSET @skip",
            new { by, pattern, size = (long)size, skip },
            cancel);
    }
}

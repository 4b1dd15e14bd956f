using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>Questions to begin with: those of FAQ entries that this person may read, others each day.</summary>
public sealed class ExampleQuestions(Database database, ReadableVersions rights, TimeProvider time)
{
    private const int Most = 6;
    private const int LongestQuestion = 40;

    /// <summary>Up to six questions, each from another FAQ where there are so many.</summary>
    public async Task<IReadOnlyList<string>> ForAsync(Principal reader, CancellationToken cancel)
    {
        var today = time.Today();
        var readable = (await rights.AllAsync(reader, cancel)).Where(v => v.On(today) == Standing.InForce).Select(v => (long)v.Number).ToHashSet();
        await using var read = await database.ReadAsync(cancel);
        var faqs = (await Sql.FaqsAsync(read, cancel)).Where(f => readable.Contains(f.Number)).ToList();
        var questions = new List<string>();
        for (var i = 0; i < faqs.Count && questions.Count < Most; i++)
        {
            var faq = faqs[(i + today.DayNumber) % faqs.Count];
            if (await Sql.QuestionAsync(read, faq.Number, today.DayNumber % faq.Entries, cancel) is { Length: > 0 and <= LongestQuestion } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }
}

file static class Sql
{
    internal static Task<IReadOnlyList<Faq>> FaqsAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<Faq>("SELECT number AS Number, faq_entries AS Entries FROM version WHERE faq_entries > 0 AND indexed = 1 ORDER BY number", cancel: cancel);

    internal static Task<string?> QuestionAsync(Session session, long version, long skip, CancellationToken cancel) => session.FirstOrDefaultAsync<string>(
        "SELECT question FROM passage WHERE version = @version AND question <> '' ORDER BY ordinal LIMIT 1 OFFSET @skip", new { version, skip }, cancel);
}

file sealed record Faq(long Number, long Entries);

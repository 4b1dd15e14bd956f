using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.CheckModel;

namespace Yakuba.Office.Ask.CheckModel;

/// <summary>Questions from the published FAQ that residents may read: each is to be answered from the file it stands in.</summary>
internal sealed class FaqQuestions(Database database)
{
    /// <summary>Makes them, in the order of the files.</summary>
    internal async Task<Result<CheckQuestion[]>> MakeAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await Sql.EntriesAsync(read, cancel);
        return rows.Count == 0
            ? ModelProblems.NoQuestions
            : rows.Select(r => new CheckQuestion { Id = $"{r.Version}-{r.Ordinal}", Question = r.Question, Expect = AnswerStatus.Answered.ToKey(), Sources = [r.FileName] }).ToArray();
    }
}

file static class Sql
{
    internal static Task<IReadOnlyList<Row>> EntriesAsync(Session session, CancellationToken cancel) => session.QueryAsync<Row>(
        "SELECT p.version AS Version, p.ordinal AS Ordinal, p.question AS Question, v.file_name AS FileName "
        + "FROM passage p JOIN version v ON v.number = p.version JOIN document d ON d.id = v.document_id "
        + "WHERE p.question <> '' AND length(p.question) <= @longest AND v.state = 'published' AND v.indexed = 1 AND d.label = 0 ORDER BY p.version, p.ordinal",
        new { longest = (long)Ask.Question.MaxLength },
        cancel);
}

file sealed record Row(long Version, long Ordinal, string Question, string FileName);

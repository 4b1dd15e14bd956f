using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Library.Index;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.ForgetDeleted;

/// <summary>What was cleaned.</summary>
/// <param name="Answers">Answers from which words of deleted documents were taken.</param>
/// <param name="IsLogEmpty">False when somebody was reading and the store's log could not be emptied: run it again.</param>
public sealed record Forgotten(long Answers, bool IsLogEmpty);

/// <summary>Takes the words of deleted documents out of old answers, the index and the store's log. Nobody could read them any more; after this they are not on the disk either. On PostgreSQL the rows of the documents themselves go when the server uses their room again.</summary>
/// <remarks>The sealed bodies of the record stay as they are: they are enciphered, and are erased by its own rules. What is left on the disk of those erased goes here too, where that was cut off.</remarks>
internal sealed class ForgetDeletedHandler(Database database, LibraryIndex index, IEnumerable<TextEraser> erasers, AuditTrail audit)
{
    private const int PageSize = 200;

    /// <summary>Cleans. Can be stopped and begun again at any time.</summary>
    internal async Task<Forgotten> RunAsync(Actor by, CancellationToken cancel)
    {
        var (answers, after) = (0L, "");
        while (true)
        {
            await using var work = await database.BeginAsync(cancel);
            var rows = await Sql.PageAsync(work, after, PageSize, cancel);
            foreach (var row in rows)
            {
                if (await Sql.WithoutDeletedAsync(work, JsonSerializer.Deserialize<Answer>(row.Body, AnswerStore.Json)!, cancel) is { } answer)
                {
                    await Sql.KeepAsync(work, row.Id, JsonSerializer.Serialize(answer, AnswerStore.Json), cancel);
                    answers++;
                }
            }

            if (rows.Count < PageSize)
            {
                await audit.AppendAsync(work, by, AskActions.DeletedForgotten, new JsonObject { ["questions"] = answers }, cancel);
                await work.CommitAsync(cancel);
                break;
            }

            await work.CommitAsync(cancel);
            after = rows[^1].Id;
        }

        index.DropRemoved();
        return new Forgotten(answers, await database.ForgetDeletedAsync(TextEraser.AllTables(erasers), cancel));
    }
}

file static class Sql
{
    internal static Task<IReadOnlyList<Row>> PageAsync(UnitOfWork work, string after, int size, CancellationToken cancel) => work.QueryAsync<Row>(
        "SELECT id AS Id, body AS Body FROM answer WHERE body <> '' AND id > @after ORDER BY id LIMIT @size", new { after, size = (long)size }, cancel);

    /// <returns>Null when every version that the answer speaks from is known and there.</returns>
    internal static async Task<Answer?> WithoutDeletedAsync(UnitOfWork work, Answer answer, CancellationToken cancel)
    {
        var versions = answer.Citations.Select(c => c.Version).Concat(answer.Mentions).Distinct().ToList();
        var there = new HashSet<long>();
        foreach (var version in versions)
        {
            there.UnionWith(await work.QueryAsync<long>("SELECT number FROM version WHERE number = @version", new { version = (long)version }, cancel));
        }

        return !answer.HasUnknownMentions && versions.TrueForAll(v => there.Contains(v))
            ? null
            : AnswerArchive.Without(answer, [.. answer.Citations.Where(c => !there.Contains(c.Version)).Select(c => c.Number)]) with { Mentions = [.. answer.Mentions.Where(m => there.Contains(m))] };
    }

    internal static Task KeepAsync(UnitOfWork work, string id, string body, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE answer SET body = @body WHERE id = @id", new { id, body }, cancel);
}

file sealed record Row(string Id, string Body);

using System.Globalization;
using System.Text.Json;
using Yakuba.Ledger;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>Every answer that was delivered is there and in the record, each of its citations resolves, and none stays open.</summary>
internal static class AnswerLook
{
    internal static async Task<IReadOnlyList<string>> RunAsync(OpenTown town, History history)
    {
        var findings = new List<string>();
        var (erased, askedBy) = (new HashSet<string>(), new Dictionary<string, string>());
        await using (var read = await town.Database.ReadAsync())
        {
            var removed = (await read.QueryAsync<string>("SELECT entries FROM audit_removal WHERE state = 'done'")).SelectMany(entries => entries.Split(',')).ToHashSet();
            var rows = await read.QueryAsync<Row>("SELECT id AS Id, asked_by AS AskedBy, status AS Status, intent AS Intent, result AS Result, body AS Body FROM answer ORDER BY asked_at");
            foreach (var row in rows)
            {
                findings.AddRange(await OneAsync(read, row));
                askedBy[row.Id] = row.AskedBy;
                if (new[] { row.Intent, row.Result }.Any(entry => removed.Contains(entry.ToString(CultureInfo.InvariantCulture))))
                {
                    erased.Add(row.Id);
                }
            }

            foreach (var promise in history.Of(PromiseKind.Answer))
            {
                findings.AddRange(StoreLook.Once(rows.Count(r => r.Id == promise.Key && r.Result.ToString(CultureInfo.InvariantCulture) == promise.Value), $"answer {promise.Key} at {promise.Value}"));
            }

            foreach (var entry in await read.QueryAsync<byte[]>("SELECT entry FROM audit_entry WHERE action = @action", new { action = AskActions.Result }))
            {
                if (AnswerOf(entry) is var id && !rows.Any(r => r.Id == id))
                {
                    findings.Add($"recorded and not there: answer {id}");
                }
            }
        }

        foreach (var promise in history.Of(PromiseKind.Answer).Where(p => !findings.Contains(Unreadable(p.Key))))
        {
            // The door by which its asker opens an answer again. A text that was erased is not shown.
            var archived = await town.Get<AnswerArchive>().FindAsync(promise.Key, Principal.Resident with { UserId = askedBy.GetValueOrDefault(promise.Key, "") }, default);
            if (!archived.TryGet(out var answer, out var refused))
            {
                findings.AddRange(erased.Contains(promise.Key) ? [] : [$"cannot be opened: answer {promise.Key}: {refused.Name}"]);
            }
            else if (answer.Withheld)
            {
                findings.Add($"not shown any more: answer {promise.Key}");
            }
        }

        return findings;
    }

    private static async Task<IReadOnlyList<string>> OneAsync(Session read, Row row)
    {
        var findings = new List<string>();
        if (row.Status.Length == 0)
        {
            return [$"left open: answer {row.Id}"];
        }

        var action = row.Status == "interrupted" ? AskActions.Interrupted : AskActions.Result;
        foreach (var (index, wanted) in new[] { (row.Intent, AskActions.Intent), (row.Result, action) })
        {
            var entry = await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @index AND action = @wanted", new { index, wanted });
            if (entry is null || AnswerOf(entry) != row.Id)
            {
                findings.Add($"not in the record: {wanted} of answer {row.Id} at {index}");
            }
        }

        if (row.Body.Length > 0)
        {
            if (Read(row.Body) is not { } answer)
            {
                return [.. findings, Unreadable(row.Id)];
            }

            foreach (var citation in answer.Citations)
            {
                findings.AddRange(await CitedAsync(read, row.Id, citation));
            }
        }

        return findings;
    }

    private static async Task<IEnumerable<string>> CitedAsync(Session read, string answer, Citation citation)
    {
        var text = await read.SingleOrDefaultAsync<string>(
            "SELECT p.text FROM passage p JOIN version v ON v.number = p.version WHERE p.version = @version AND p.ordinal = @passage AND v.document_id = @Document AND v.sha256 = @Sha256",
            new { version = (long)citation.Version, passage = (long)citation.Passage, citation.Document, citation.Sha256 });
        return text == citation.Quote ? [] : [$"citation [{citation.Number}] of answer {answer} leads to nothing that says so: {citation.Version}:{citation.Passage}"];
    }

    private static string Unreadable(string answer) => $"cannot be read: answer {answer}";

    private static Answer? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, AnswerStore.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string AnswerOf(byte[] entry) => LedgerEntry.TryDecode(entry, out var read) ? read.Facts.GetValueOrDefault("answer", "") : "";

    private sealed record Row(string Id, string AskedBy, string Status, long Intent, long Result, string Body);
}

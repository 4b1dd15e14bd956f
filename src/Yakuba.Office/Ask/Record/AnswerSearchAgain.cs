using System.Globalization;
using Yakuba.Ledger;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit.Replay;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Record;

/// <summary>Runs the search of a recorded answer again, for the same person and the same day, and says of each passage whether it is still what it was.</summary>
internal sealed class AnswerSearchAgain(Database database, Understanding understanding, Retrieval retrieval, PeopleList people)
{
    internal SearchReplay Replay => new(RunAsync);

    private async Task<ReplayedSearch> RunAsync(LedgerEntry result, string question, CancellationToken cancel)
    {
        var asker = result.Actor == "anonymous" ? Principal.Resident : await people.AgainAsync(Principal.Resident with { UserId = result.Actor, Channel = Channel.Staff }, cancel);
        var hidden = question.Length == 0 ? "質問が消去されているため、検索をやり直せません。"
            : asker is null ? "質問した人のアカウントが使えないため、検索をやり直せません。"
            : "";
        var now = hidden.Length > 0 || asker is null ? [] : await SearchAsync(result, question, asker, cancel);
        var then = new List<ReplayedPassage>();
        await using var read = await database.ReadAsync(cancel);
        foreach (var passage in result.Passages)
        {
            var (title, state) = await StateAsync(read, passage, cancel);
            then.Add(new ReplayedPassage(passage.Id, title, state, now.IndexOf(passage.Id) + 1));
        }

        var last = then.Max(p => (int?)p.RankNow) ?? 0;
        return new ReplayedSearch(then, [.. now.Take(last).Where(id => then.All(p => p.Id != id))], hidden);
    }

    private async Task<List<string>> SearchAsync(LedgerEntry result, string question, Principal asker, CancellationToken cancel)
    {
        var day = result.Facts.TryGetValue("as-of", out var asOf) ? JapanTime.DateFromStore(asOf) : (DateOnly?)null;
        var asked = new Admitted(question, day, asker) { Today = DateOnly.FromDateTime(result.Time.ToOffset(JapanTime.Offset).DateTime) };
        return [.. (await retrieval.FindAsync(understanding.Read(asked), cancel)).InForce.Select(p => FormattableString.Invariant($"{p.Version.Number}:{p.Ordinal}"))];
    }

    private static async Task<(string Title, string State)> StateAsync(Session read, PassageUsed passage, CancellationToken cancel)
    {
        var parts = passage.Id.Split(':');
        var row = parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var version) && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var ordinal)
            ? await read.SingleOrDefaultAsync<Row>(
                "SELECT v.title AS Title, p.text AS Text FROM passage p JOIN version v ON v.number = p.version WHERE p.version = @version AND p.ordinal = @ordinal", new { version, ordinal }, cancel)
            : null;
        return row is null ? ("", "gone") : (row.Title, AnswerStore.HashOf(row.Text) == passage.Hash ? "same" : "changed");
    }

    private sealed record Row(string Title, string Text);
}

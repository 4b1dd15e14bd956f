using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Library.Holding;

/// <summary>What a job found.</summary>
/// <param name="Looked">Versions looked at.</param>
/// <param name="Held">Those that are held now.</param>
public sealed record RecheckReport(long Looked, long Held);

/// <summary>Looks at every version that can be found as an import does now: documents that came in before the gate, or before its rules were changed, are held where they hold what may not be there.</summary>
/// <remarks>What somebody let in with a reason is not asked about again. A run that was cut off goes on after the last version that it looked at.</remarks>
internal sealed class RecheckJob(Database database, LibraryIndex index, PrivacyGate gate, AuditTrail audit, TimeProvider time)
{
    /// <summary>Name of the job's kind.</summary>
    internal const string Kind = "library-recheck";

    private const int Together = 20;

    /// <summary>Does the work of one job.</summary>
    /// <returns>The <see cref="RecheckReport"/> as JSON.</returns>
    internal async Task<Result<string>> RunAsync(JobRun run, CancellationToken cancel)
    {
        IReadOnlyList<VersionCard> cards;
        HashSet<uint> decided;
        long through, held;
        await using (var read = await database.ReadAsync(cancel))
        {
            cards = [.. (await CardRows.AllAsync(read, cancel)).OrderBy(c => c.Number)];
            decided = await Sql.LetInAsync(read, cancel);
            (through, held) = (0, 0);
            if (await read.SingleOrDefaultAsync<Progress>("SELECT through, held FROM library_recheck WHERE job = @Id", new { run.Id }, cancel) is { } cut)
            {
                (through, held) = (cut.through, cut.held);
                index.Remove([.. (await CardRows.HeldAsync(read, cancel)).Select(c => c.Number)]); // it may have stopped between the rows and the index
            }
        }

        var outgoing = await gate.OpenAsync(WayOut.Import, cancel);
        var before = (int)held; // no longer among the versions that can be found
        var done = before + cards.Count(c => c.Number <= through);
        foreach (var some in cards.Where(c => c.Number > through).Chunk(Together))
        {
            await run.ReportAsync(new JobProgress(done, before + cards.Count, ""));
            var found = new List<(VersionCard Card, HeldText Why)>();
            foreach (var card in some.Where(c => !decided.Contains(c.Number)))
            {
                if (await LookAsync(outgoing, card, cancel) is { } why)
                {
                    found.Add((card, why));
                }
            }

            held += await HoldAsync(found, run, some[^1].Number, held, cancel);
            done += some.Length;
        }

        await run.ReportAsync(new JobProgress(done, before + cards.Count, ""));
        return JsonSerializer.Serialize(new RecheckReport(done, held));
    }

    private async Task<HeldText?> LookAsync(Outgoing outgoing, VersionCard card, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var texts = (await Sql.PassagesAsync(read, card.Number, cancel)).Select(p => ((int)p.ordinal, Text: HeldText.Of(JsonSerializer.Deserialize<string[]>(p.heading_path) ?? [], p.question, p.text)));
        return HeldText.Find(outgoing, texts.Prepend((HeldText.Title, card.Title)));
    }

    /// <returns>How many were held: none that was deleted or held meanwhile.</returns>
    private async Task<int> HoldAsync(IReadOnlyList<(VersionCard Card, HeldText Why)> found, JobRun run, long through, long heldBefore, CancellationToken cancel)
    {
        var held = new List<uint>();
        await using (var work = await database.BeginAsync(cancel))
        {
            foreach (var (card, why) in found)
            {
                if (await CardRows.FindAsync(work, card.Number, cancel) is not null)
                {
                    await HeldRows.HoldAsync(work, card.Number, why, time.GetUtcNow().ToStore(), cancel);
                    var facts = new JsonObject { ["version"] = (long)card.Number, ["sha256"] = card.Sha256, ["section"] = card.Rights.Section, ["found"] = why.Words, ["places"] = why.Ordinals.Count, ["was"] = card.Rights.State.ToKey() };
                    await Supersession.ArrangeAsync(work, card.Rights.DocumentId, cancel);
                    await audit.AppendAsync(work, run.By, LibraryActions.Held, facts, cancel);
                    held.Add(card.Number);
                }
            }

            if (held.Count > 0)
            {
                await LibraryGeneration.BumpAsync(work, cancel);
            }

            await work.ExecuteAsync(
                "INSERT INTO library_recheck (job, through, held) VALUES (@Id, @through, @held) ON CONFLICT (job) DO UPDATE SET through = excluded.through, held = excluded.held",
                new { run.Id, through, held = heldBefore + held.Count },
                cancel);
            await work.CommitAsync(cancel);
        }

        index.Remove(held); // after the rows: nobody is permitted them any more
        return held.Count;
    }

    private sealed record Progress(long through, long held);

    private sealed record PassageRow(long ordinal, string heading_path, string question, string text);

    private static class Sql
    {
        internal static Task<IReadOnlyList<PassageRow>> PassagesAsync(Session session, uint version, CancellationToken cancel) =>
            session.QueryAsync<PassageRow>("SELECT ordinal, heading_path, question, text FROM passage WHERE version = @version ORDER BY ordinal", new { version = (long)version }, cancel);

        /// <summary>Versions that somebody let into the index after they were held.</summary>
        internal static async Task<HashSet<uint>> LetInAsync(Session session, CancellationToken cancel)
        {
            var entries = await session.QueryAsync<byte[]>("SELECT entry FROM audit_entry WHERE action = @released", new { released = LibraryActions.HeldReleased }, cancel);
            return [.. entries.Select(e => LedgerEntry.TryDecode(e, out var entry) && uint.TryParse(entry.Facts.GetValueOrDefault("version"), CultureInfo.InvariantCulture, out var version) ? version : 0)];
        }
    }
}

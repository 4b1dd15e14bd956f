using System.Globalization;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Erases again, after a backup was put back, the texts whose erasure two people had decided on since.</summary>
public sealed class LaterRemovals(AuditTrail audit, TimeProvider time)
{
    /// <summary>Erases them everywhere in the store, each with its own entry, so that the restored record still accounts for every text.</summary>
    /// <param name="work">The restored store.</param>
    /// <param name="later">The record from the backup on, in order.</param>
    /// <param name="size">Entries of the backup: the record goes on from there with others, and no erasure may name those.</param>
    /// <param name="erasers">Rooms that keep texts.</param>
    /// <param name="by">Who restores.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>Texts that are gone.</returns>
    public async Task<long> RepeatAsync(UnitOfWork work, IReadOnlyList<LedgerEntry> later, long size, IReadOnlyList<TextEraser> erasers, Actor by, CancellationToken cancel)
    {
        var bodies = 0L;
        foreach (var entry in later)
        {
            var isDisposal = entry.Action == RecordActions.Disposed;
            var entries = (entry.Action == RecordActions.Erased ? Numbers(entry, "entries") : []).Where(e => e < size).ToList();
            var through = isDisposal ? Math.Min(Numbers(entry, "through").FirstOrDefault(-1), size - 1) : -1;
            if (entries.Count == 0 && through < 0)
            {
                continue;
            }

            var (kind, named, reason) = (isDisposal ? "disposal" : "erasure", string.Join(',', entries), entry.Facts.GetValueOrDefault("reason", ""));
            var at = time.GetUtcNow().ToStore();
            var removal = (isDisposal ? null : await RemovalRows.WaitingAsync(work, kind, named, cancel))
                ?? await RemovalRows.AddAsync(work, new Removal(0, kind, named, through, "", reason, at, entry.Facts.GetValueOrDefault("asked-by", ""), "waiting", "", "", 0, -1), cancel);
            var done = await Removing.RunAsync(work, removal with { State = "done", DecidedAt = at, DecidedBy = entry.Actor }, erasers, audit, by, cancel);
            await RemovalRows.DecideAsync(work, done, cancel);
            bodies += done.Bodies;
        }

        return bodies;
    }

    private static IEnumerable<long> Numbers(LedgerEntry entry, string fact) =>
        entry.Facts.GetValueOrDefault(fact, "").Split(',').Select(n => long.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n >= 0);
}

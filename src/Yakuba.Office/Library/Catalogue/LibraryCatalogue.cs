using System.Collections.Frozen;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Text;

namespace Yakuba.Office.Library.Catalogue;

/// <summary>The cards of all versions, as the store says at this moment; a reader gets those that may be read.</summary>
public sealed class LibraryCatalogue(Database database)
{
    private volatile Known _known = new(-1, FrozenDictionary<uint, Entry>.Empty);

    /// <summary>Every card that the person may read, in no order.</summary>
    public async Task<IReadOnlyList<VersionCard>> AllAsync(Principal reader, CancellationToken cancel) =>
        [.. (await LoadAsync(cancel)).Values.Where(e => e.Card.Rights.MayBeReadBy(reader)).Select(e => e.Card)];

    /// <summary>Every card that the person may read and whose title holds all words, whatever their width or case.</summary>
    public async Task<IReadOnlyList<VersionCard>> TitledAsync(Principal reader, string words, CancellationToken cancel)
    {
        var wanted = NormalText.Of(words).Value.Split(' ', '　').Where(w => w.Length > 0).ToList();
        return [.. (await LoadAsync(cancel)).Values
            .Where(e => e.Card.Rights.MayBeReadBy(reader) && wanted.All(w => e.Title.Contains(w, StringComparison.Ordinal)))
            .Select(e => e.Card)];
    }

    /// <summary>One card, if the person may read it.</summary>
    /// <returns>Null when there is none or it may not be read: the two are never told apart.</returns>
    public async Task<VersionCard?> FindAsync(Principal reader, uint version, CancellationToken cancel) =>
        (await LoadAsync(cancel)).GetValueOrDefault(version)?.Card is { } card && card.Rights.MayBeReadBy(reader) ? card : null;

    /// <summary>The cards as a session sees them, to be asked for one by one.</summary>
    /// <returns>The card of a version; null when there is none or the person may not read it.</returns>
    internal async Task<Func<uint, VersionCard?>> AsSeenByAsync(Session session, Principal reader, CancellationToken cancel)
    {
        var known = await LoadAsync(session, cancel);
        return version => known.GetValueOrDefault(version)?.Card is { } card && card.Rights.MayBeReadBy(reader) ? card : null;
    }

    private async Task<FrozenDictionary<uint, Entry>> LoadAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await LoadAsync(read, cancel);
    }

    private async Task<FrozenDictionary<uint, Entry>> LoadAsync(Session read, CancellationToken cancel)
    {
        var generation = await LibraryGeneration.ReadAsync(read, cancel);
        var known = _known;
        if (known.Generation != generation)
        {
            var cards = await CardRows.AllAsync(read, cancel);
            known = new Known(generation, cards.ToFrozenDictionary(c => c.Number, c => new Entry(c, NormalText.Of($"{c.Title} {c.FileName}").Value)));
            _known = known;
        }

        return known.Versions;
    }

    private sealed record Entry(VersionCard Card, string Title);

    private sealed record Known(long Generation, FrozenDictionary<uint, Entry> Versions);
}

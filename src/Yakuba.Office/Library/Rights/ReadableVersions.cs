using System.Collections.Frozen;
using System.Globalization;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;

namespace Yakuba.Office.Library.Rights;

/// <summary>Which versions a person may read, as the store says at this moment. Every way to a document goes through here.</summary>
public sealed class ReadableVersions(Database database)
{
    private volatile Known _known = new(-1, FrozenDictionary<uint, VersionRights>.Empty);

    /// <summary>The versions that a person may read and that stand as asked on a day, as the filter that search demands.</summary>
    public async Task<PermittedGroups> ForAsync(Principal reader, DateOnly day, Standing standing, CancellationToken cancel)
    {
        var all = await LoadAsync(cancel);
        return PermittedGroups.Of(all.Values.Where(v => v.MayBeReadBy(reader) && v.On(day) == standing).Select(v => v.Number));
    }

    /// <summary>One version, if the person may read it.</summary>
    /// <returns>Null when there is none or it may not be read: the two are never told apart.</returns>
    public async Task<VersionRights?> FindAsync(Principal reader, uint version, CancellationToken cancel)
    {
        var all = await LoadAsync(cancel);
        return all.TryGetValue(version, out var rights) && rights.MayBeReadBy(reader) ? rights : null;
    }

    /// <summary>All versions that a person may read.</summary>
    public async Task<IReadOnlyList<VersionRights>> AllAsync(Principal reader, CancellationToken cancel) =>
        [.. (await LoadAsync(cancel)).Values.Where(v => v.MayBeReadBy(reader))];

    private async Task<FrozenDictionary<uint, VersionRights>> LoadAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var generation = await Sql.GenerationAsync(read, cancel);
        var known = _known;
        if (known.Generation != generation)
        {
            known = new Known(generation, (await Sql.AllAsync(read, cancel)).ToFrozenDictionary(v => v.Number));
            _known = known;
        }

        return known.Versions;
    }

    private sealed record Known(long Generation, FrozenDictionary<uint, VersionRights> Versions);
}

file static class Sql
{
    internal static Task<long> GenerationAsync(Session session, CancellationToken cancel) =>
        session.CountAsync("SELECT generation FROM library_state WHERE id = 1", cancel: cancel);

    internal static async Task<IEnumerable<VersionRights>> AllAsync(Session session, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT v.number, v.document_id, d.section, d.label, d.readers, v.state, v.valid_from, v.valid_to "
            + "FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = 1",
            cancel: cancel);
        return rows.Select(r => new VersionRights(
            (uint)r.number,
            r.document_id,
            r.section,
            (Label)r.label,
            r.readers.Split(',', StringSplitOptions.RemoveEmptyEntries),
            VersionStates.Parse(r.state)!.Value,
            Date(r.valid_from),
            Date(r.valid_to)));
    }

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row(long number, string document_id, string section, long label, string readers, string state, string valid_from, string valid_to);
}

using Yakuba.Office.Library.Catalogue;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;

namespace Yakuba.Office.Library.Rights;

/// <summary>Which versions a person may read, as the store says at this moment. Every way to a document goes through here.</summary>
public sealed class ReadableVersions(LibraryCatalogue catalogue)
{
    private readonly KnownScopes _known = new();

    /// <summary>The versions that a person may read and that stand as asked on a day, as the filter that search demands.</summary>
    public async Task<PermittedGroups> ForAsync(Principal reader, DateOnly day, Standing standing, CancellationToken cancel)
    {
        var all = await AllAsync(reader, cancel);
        return _known.Of(all.Where(v => v.On(day) == standing).Select(v => v.Number), _known.Of(all.Select(v => v.Number)));
    }

    /// <summary>All that a person may read, whenever it stands: what words are weighed by.</summary>
    public async Task<PermittedGroups> ScopeAsync(Principal reader, CancellationToken cancel) =>
        _known.Of((await AllAsync(reader, cancel)).Select(v => v.Number));

    /// <summary>One version, if the person may read it.</summary>
    /// <returns>Null when there is none or it may not be read: the two are never told apart.</returns>
    public async Task<VersionRights?> FindAsync(Principal reader, uint version, CancellationToken cancel) =>
        (await catalogue.FindAsync(reader, version, cancel))?.Rights;

    /// <summary>The rights as a session sees them, so that texts read in the same session are judged as they stood then.</summary>
    /// <returns>The rights of a version; null when there is none or the person may not read it.</returns>
    internal async Task<Func<uint, VersionRights?>> AsSeenByAsync(Session session, Principal reader, CancellationToken cancel)
    {
        var cards = await catalogue.AsSeenByAsync(session, reader, cancel);
        return version => cards(version)?.Rights;
    }

    /// <summary>All versions that a person may read.</summary>
    public async Task<IReadOnlyList<VersionRights>> AllAsync(Principal reader, CancellationToken cancel) =>
        [.. (await catalogue.AllAsync(reader, cancel)).Select(card => card.Rights)];
}

namespace Yakuba.Towns;

/// <summary>Where a town stands in its life.</summary>
internal enum TownState
{
    /// <summary>Being made: nobody reaches it, and what is there of it is thrown away by the next try.</summary>
    Adding,

    /// <summary>Served.</summary>
    Open,

    /// <summary>Nobody reaches it, and nothing of it is lost.</summary>
    Suspended,

    /// <summary>Its bytes are being removed; what a dead process began is gone on with.</summary>
    Deleting,
}

/// <summary>One municipality of an installation, as <c>installation.json</c> names it.</summary>
/// <param name="Code">Its LG code; also the name of its folder.</param>
/// <param name="Name">For the operator's lists; what its pages show is a setting of its own.</param>
/// <param name="Host">The host name by which alone it is reached; empty: by <c>/t/CODE/</c> under every host that is nobody's.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it is suspended; else empty.</param>
/// <param name="ChangedAt">When it came to stand there, UTC, as stores write times.</param>
/// <param name="ExportedAt">When it was exported last; empty for never.</param>
internal sealed record TownEntry(string Code, string Name, string Host, TownState State, string Reason, string ChangedAt, string ExportedAt)
{
    /// <summary>Nothing can have changed since: it was exported after it was suspended.</summary>
    internal bool IsExportFresh => State == TownState.Suspended && string.CompareOrdinal(ExportedAt, ChangedAt) >= 0;
}

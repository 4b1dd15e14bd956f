using Yakuba.Platform;

namespace Yakuba.Office.Library.Rights;

/// <summary>What decides who may read one version, and when it may be cited.</summary>
/// <param name="Number">The version's number, which is its group in the index.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Label">The document's label.</param>
/// <param name="Readers">Codes of further sections that may read it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ValidFrom">First day it may be cited as current; null from the beginning.</param>
/// <param name="ValidTo">Last day; null without end. A newer version or a retirement to come may have brought it forward.</param>
public sealed record VersionRights(
    uint Number, string DocumentId, string Section, Label Label, IReadOnlyList<string> Readers, VersionState State, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>True for a text with articles: ordinances, rules and outlines, which 法規担当 keeps for every section.</summary>
    public bool IsRule { get; init; }

    /// <summary>Whether a person may read this version at all: the same rule for search, page, download, citation, count, export and API.</summary>
    public bool MayBeReadBy(Principal reader) => reader.MayRead(Label, Section, Readers) && State switch
    {
        VersionState.Published => true,
        VersionState.Confirmed or VersionState.Retired => reader.IsStaff,
        _ => reader.IsStaff && (reader.Sections.Contains(Section) || (IsRule && reader.Is(Role.LegalOfficer))),
    };

    /// <summary>How the version stands on a day.</summary>
    public Standing On(DateOnly day) =>
        State == VersionState.Retired || (ValidTo is { } to && to < day) ? Standing.NoLonger
        : ValidFrom is { } from && from > day ? Standing.NotYet
        : Standing.InForce;
}

/// <summary>How something stands on a day.</summary>
public enum Standing
{
    /// <summary>In force: may be cited as current.</summary>
    InForce,

    /// <summary>Its first day is still to come.</summary>
    NotYet,

    /// <summary>Its last day has passed, or it was retired.</summary>
    NoLonger,
}

using Yakuba.Platform;

namespace Yakuba.Office.Library.Rights;

/// <summary>Who may change what, beyond reading it. Every door asks here: page, list, API.</summary>
/// <remarks>
/// 職員 of the owner section changes drafts. 所属長 of the section confirms, publishes and retires. 法規担当 does both for rules of
/// every section. 管理者 changes the details, and nothing else, of documents whose section is no longer there.
/// </remarks>
internal static class DocumentDuties
{
    /// <summary>True when the person may change text and details of a draft of this version, or delete it.</summary>
    internal static bool MayEdit(this Principal who, VersionRights version) =>
        who.May(Right.EditLibrary) && version.MayBeReadBy(who) && (who.Sections.Contains(version.Section) || KeepsRules(who, version));

    /// <summary>True when the person may confirm, publish, withdraw and retire this version.</summary>
    internal static bool MayConfirm(this Principal who, VersionRights version) =>
        who.May(Right.ConfirmDocuments) && version.MayBeReadBy(who) && (who.Sections.Contains(version.Section) || KeepsRules(who, version));

    /// <summary>True when the person may file documents for a section; whether they may also be published is <see cref="MayPublishFor"/>.</summary>
    internal static bool MayFileFor(this Principal who, string section) =>
        who.May(Right.EditLibrary) && (who.Sections.Contains(section) || who.May(Right.ManageLibrary));

    /// <summary>True when what the person files for a section may be published at once.</summary>
    internal static bool MayPublishFor(this Principal who, string section) => who.May(Right.ConfirmDocuments) && who.Sections.Contains(section);

    /// <summary>True when the person may change the details of this version.</summary>
    /// <param name="who">The person.</param>
    /// <param name="version">The version.</param>
    /// <param name="isOrphaned">True when the owner section is no longer there.</param>
    internal static bool MayRevise(this Principal who, VersionRights version, bool isOrphaned) =>
        who.MayConfirm(version)
        || (version.State == VersionState.Draft && who.MayEdit(version))
        || (isOrphaned && who.May(Right.ManageLibrary) && version.MayBeReadBy(who));

    /// <summary>True when the person may delete this version: a draft of the own section, or a retired one. What answers or has just answered cannot be deleted.</summary>
    internal static bool MayDelete(this Principal who, VersionRights version) => version.State switch
    {
        VersionState.Draft => who.MayEdit(version),
        VersionState.Retired => who.MayConfirm(version) || (who.May(Right.ManageLibrary) && version.MayBeReadBy(who)),
        _ => false,
    };

    private static bool KeepsRules(Principal who, VersionRights version) => version.IsRule && who.Is(Role.LegalOfficer);
}

using Yakuba.Office.Library.Rights;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Holding;

/// <summary>Who sees and decides what is held. Where a section has no 所属長, nobody of it could let a document in: the 管理者 decides, by number, place and kind alone, without reading it.</summary>
internal static class HeldDuties
{
    internal static readonly IReadOnlySet<string> NoSections = new HashSet<string>();

    /// <summary>True when it is on the person's list.</summary>
    /// <param name="who">The person.</param>
    /// <param name="version">The held version.</param>
    /// <param name="headless">Sections without a head.</param>
    internal static bool SeesHeld(this Principal who, VersionRights version, IReadOnlySet<string> headless) => who.MayEdit(version) || StandsIn(who, version, headless);

    /// <summary>True when the person may let it in, or remove it whatever its state.</summary>
    internal static bool DecidesHeld(this Principal who, VersionRights version, IReadOnlySet<string> headless) => who.MayConfirm(version) || StandsIn(who, version, headless);

    private static bool StandsIn(Principal who, VersionRights version, IReadOnlySet<string> headless) => who.Is(Role.Administrator) && who.May(Right.ManageLibrary) && headless.Contains(version.Section);
}

using Yakuba.Platform;

namespace Yakuba.Tests.Walls;

/// <summary>One who asks.</summary>
/// <param name="Kind">What the report calls them.</param>
/// <param name="User">User name; empty without an account.</param>
/// <param name="Role">The role.</param>
/// <param name="Section">Code of the section; empty for none.</param>
/// <param name="Clearance">The most secret label.</param>
internal sealed record Asker(string Kind, string User, Role Role, string Section, Label Clearance)
{
    /// <summary>Everyone of the matrix. The operator sits at the machine and runs commands without saying as whom.</summary>
    internal static IReadOnlyList<Asker> All { get; } =
    [
        new("resident", "", Role.Resident, "", Label.Public),
        new("staff", "nishi", Role.Staff, "040", Label.Section),
        new("other section", "tani", Role.Staff, "060", Label.Section),
        new("section head", "kudo", Role.SectionHead, "040", Label.Restricted),
        new("other head", "oota", Role.SectionHead, "060", Label.Restricted),
        new("administrator", "admin", Role.Administrator, "070", Label.Restricted),
        new("auditor", "kansa", Role.Auditor, "", Label.Restricted),
        new("legal officer", "hara", Role.LegalOfficer, "070", Label.Restricted),
        new("operator", "", Role.Resident, "", Label.Public),
    ];

    internal bool HasAccount => User.Length > 0;

    internal bool IsOperator => Kind == "operator";

    /// <summary>Who may read what, said a second time and otherwise than the product says it.</summary>
    internal bool MayRead(Paper paper)
    {
        var own = Section.Length > 0 && Section == paper.Section;
        var byLabel = paper.Label switch
        {
            Label.Public => true,
            Label.Internal => HasAccount,
            Label.Section => own && Clearance >= Label.Section,
            _ => own && Clearance == Label.Restricted,
        };
        return byLabel && paper.State switch
        {
            PaperState.Deleted => false,
            PaperState.Draft or PaperState.Revoked => own,
            PaperState.Retired => HasAccount,
            _ => true,
        };
    }
}

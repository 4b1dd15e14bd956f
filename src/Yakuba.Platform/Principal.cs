namespace Yakuba.Platform;

/// <summary>Through which door a request came.</summary>
public enum Channel
{
    /// <summary>The residents' page, without an account.</summary>
    Citizen,

    /// <summary>The staff's pages.</summary>
    Staff,

    /// <summary>The API, with a token.</summary>
    Api,

    /// <summary>A command on the machine itself.</summary>
    Command,

    /// <summary>The program's own work, such as a nightly job.</summary>
    System,
}

/// <summary>Who reads. Search, pages and exports cannot be called without one; it is made anew for every request from what the store says now.</summary>
/// <param name="UserId">The account's id, or empty for a resident.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Roles">All roles held.</param>
/// <param name="Sections">Codes of the sections the person belongs to.</param>
/// <param name="Clearance">The most secret label that the person may read within these sections.</param>
/// <param name="Channel">The door of this request.</param>
public sealed record Principal(
    string UserId,
    string Name,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<string> Sections,
    Label Clearance,
    Channel Channel)
{
    /// <summary>A resident: no account, public documents only.</summary>
    public static Principal Resident { get; } = new(
        "", "住民", new HashSet<Role> { Role.Resident }, new HashSet<string>(), Label.Public, Channel.Citizen);

    /// <summary>True for anyone with an account.</summary>
    public bool IsStaff => UserId.Length > 0;

    /// <summary>The rights that a token carries; null when the person is here in person, with all that the roles give.</summary>
    public IReadOnlySet<Right>? LimitedTo { get; init; }

    /// <summary>True when the roles give the right and the token, if there is one, carries it.</summary>
    public bool May(Right right) => Roles.Give(right) && (LimitedTo is null || LimitedTo.Contains(right));

    /// <summary>True when the person holds the role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The one rule of reading by label. State and validity of the document are decided beside it.</summary>
    /// <param name="label">The document's label.</param>
    /// <param name="ownerSection">Code of the section that owns it.</param>
    /// <param name="readerSections">Codes of sections that may read it too.</param>
    public bool MayRead(Label label, string ownerSection, IEnumerable<string> readerSections) => label switch
    {
        Label.Public => true,
        Label.Internal => IsStaff,
        _ => IsStaff && Clearance >= label && (Sections.Contains(ownerSection) || readerSections.Any(Sections.Contains)),
    };

    /// <summary>The same person as the one who acts.</summary>
    /// <param name="requestId">Ties the record's entries of one request together.</param>
    public Actor ToActor(string requestId) => new(UserId, Name, [.. Roles.Order()], Channel, requestId);
}

using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Accounts.People;

/// <summary>What the page of one person shows, or of one to be added.</summary>
/// <remarks>
/// Posts <c>userName</c> (new only), <c>displayName</c>, <c>email</c>, <c>role</c> (many), <c>section</c> (many), <c>clearance</c>
/// to <c>/people/new</c> or <c>/people/NAME</c>; further <c>/people/NAME/state</c> (<c>active</c>: <c>on</c>, <c>off</c>) and <c>/people/NAME/password</c>.
/// </remarks>
/// <param name="UserName">Empty for a person to be added.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Roles">Keys of the roles held.</param>
/// <param name="Sections">Codes of the sections.</param>
/// <param name="Clearance">Name of the most secret label.</param>
public sealed record PersonPageModel(
    string UserName, string DisplayName, string Email, IReadOnlyCollection<string> Roles, IReadOnlyCollection<string> Sections, string Clearance)
{
    /// <summary>True when the person is to be added.</summary>
    public bool IsNew { get; init; }

    /// <summary>False once disabled.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>True when the municipality's directory checks the password.</summary>
    public bool IsFromDirectory { get; init; }

    /// <summary>Roles to choose from: key and name.</summary>
    public IReadOnlyList<Choice> RoleChoices { get; init; } = [];

    /// <summary>Sections to choose from: code and name.</summary>
    public IReadOnlyList<Choice> SectionChoices { get; init; } = [];

    /// <summary>A password made just now; shown this once, empty otherwise.</summary>
    public string OneTimePassword { get; init; } = "";

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

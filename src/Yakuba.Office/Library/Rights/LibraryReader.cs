using Yakuba.Platform;

namespace Yakuba.Office.Library.Rights;

/// <summary>As whom a door that residents may use reads.</summary>
public static class LibraryReader
{
    /// <summary>The person where role and token give reading; else one who sees what every resident sees.</summary>
    public static Principal Of(Principal principal) => principal.May(Right.ReadLibrary) ? principal : Principal.Resident;
}

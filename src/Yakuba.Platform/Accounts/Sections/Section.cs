namespace Yakuba.Platform.Accounts.Sections;

/// <summary>A section (課・係) of the municipality.</summary>
/// <param name="Code">Stable code: documents and people refer to it, whatever the section is called.</param>
/// <param name="Name">The name now.</param>
/// <param name="Kana">Reading, for lists; may be empty.</param>
/// <param name="Parent">Code of the section above; empty at the top.</param>
/// <param name="ValidFrom">First day, Japan time; null when it has always been there.</param>
/// <param name="ValidTo">Last day; null while it stands.</param>
/// <param name="OldNames">What it was called before.</param>
/// <param name="Contact">Telephone, window or mail, as people are told it; may be empty.</param>
public sealed record Section(
    string Code, string Name, string Kana, string Parent, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> OldNames, string Contact = "")
{
    /// <summary>Code of the section that took over when this one was closed; empty where none did.</summary>
    public string Successor { get; init; } = "";

    /// <summary>True when the section stands on that day.</summary>
    public bool StandsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

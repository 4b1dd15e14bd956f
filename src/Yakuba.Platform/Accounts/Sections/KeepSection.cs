namespace Yakuba.Platform.Accounts.Sections;

/// <summary>Adds a section, or changes one. A name that changes is kept among the old ones by itself.</summary>
/// <param name="Code">1 to 20 of <c>a-z A-Z 0-9 -</c>.</param>
/// <param name="Name">1 to 60 UTF-16 code units.</param>
/// <param name="Kana">Reading; may be empty.</param>
/// <param name="Parent">Code of the section above; empty at the top.</param>
/// <param name="ValidFrom">First day; null for always.</param>
/// <param name="ValidTo">Last day; null while it stands.</param>
/// <param name="OldNames">Names it had before, added to those known.</param>
/// <param name="Contact">Telephone, window or mail; at most 120 UTF-16 code units; null keeps what is known.</param>
public sealed record KeepSection(
    string Code, string Name, string Kana = "", string Parent = "", DateOnly? ValidFrom = null, DateOnly? ValidTo = null, IReadOnlyList<string>? OldNames = null, string? Contact = null);

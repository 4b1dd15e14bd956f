namespace Yakuba.Platform.Accounts.Sections;

/// <summary>What the page of sections shows.</summary>
/// <remarks>Posts <c>code</c>, <c>name</c>, <c>kana</c>, <c>parent</c>, <c>contact</c>, <c>from</c>, <c>to</c> to <c>/sections</c> (new) or <c>/sections/CODE</c>.</remarks>
/// <param name="Lines">All sections in the order of their codes.</param>
/// <param name="Done">What was just done; may be empty.</param>
/// <param name="Problem">Why the last act was refused, or null.</param>
public sealed record SectionsPageModel(IReadOnlyList<SectionLine> Lines, string Done = "", Problem? Problem = null);

/// <summary>One section in the list.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">The name now.</param>
/// <param name="Kana">Reading; may be empty.</param>
/// <param name="Parent">Code of the section above; empty at the top.</param>
/// <param name="From">First day; null for always.</param>
/// <param name="To">Last day; null while it stands.</param>
/// <param name="OldNames">What it was called before.</param>
/// <param name="People">How many people belong to it.</param>
public sealed record SectionLine(string Code, string Name, string Kana, string Parent, DateOnly? From, DateOnly? To, IReadOnlyList<string> OldNames, int People)
{
    /// <summary>Telephone, window or mail, as people are told it; may be empty.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Code of the section that took over; empty where none did.</summary>
    public string Successor { get; init; } = "";
}

using Yakuba.Platform;

namespace Yakuba.Office.Library.Holding;

/// <summary>What the page of held documents shows. Posts to <c>/library/held</c>: <c>version</c>, and under its number <c>decision-N</c>, <c>reason-N</c>.</summary>
/// <param name="Items">Those that this person keeps, the longest waiting first.</param>
/// <param name="MyNumberUse">The business for which My Numbers may be searched; empty for none.</param>
public sealed record HeldPageModel(IReadOnlyList<HeldItem> Items, string MyNumberUse)
{
    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last decision was refused, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The decision that was refused, to be shown again.</summary>
    public DecideHeld Typed { get; init; } = new(0, "", "");
}

/// <summary>One held document.</summary>
/// <param name="Held">What waits.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="Since">Since when, in people's words.</param>
public sealed record HeldItem(HeldVersion Held, string Section, string Since)
{
    /// <summary>Number of the version, which also names its fields.</summary>
    public string Id => Held.Card.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

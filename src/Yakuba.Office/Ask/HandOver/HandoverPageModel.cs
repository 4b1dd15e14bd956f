using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>What the page of a handover shows.</summary>
/// <remarks>GET <c>/handover?section=&amp;from=&amp;to=</c> shows it; POST <c>/handover/export</c> with the same and <c>form</c> (<c>csv</c>, <c>json</c>, <c>html</c>) takes it along.</remarks>
/// <param name="Report">The handover; null where none could be made.</param>
/// <param name="Sections">The person's sections.</param>
/// <param name="Section">What was chosen.</param>
/// <param name="From">First day as typed.</param>
/// <param name="To">Last day as typed.</param>
public sealed record HandoverPageModel(HandoverReport? Report, IReadOnlyList<Choice> Sections, string Section, string From, string To)
{
    /// <summary>True for the sheet to be printed or kept: without forms, with who made it and when.</summary>
    public bool IsSheet { get; init; }

    /// <summary>Who made the sheet, and when; empty on the page.</summary>
    public string Made { get; init; } = "";

    /// <summary>Why none could be made, or null.</summary>
    public Problem? Problem { get; init; }
}

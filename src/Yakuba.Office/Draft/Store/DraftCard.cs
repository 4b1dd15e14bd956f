using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Store;

/// <summary>A draft as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Template">Key of the template that it was made from.</param>
/// <param name="Kind">What the template was called: 通知.</param>
/// <param name="Form">How it is laid out, as the template said then.</param>
/// <param name="Section">Code of the section that drafts.</param>
/// <param name="Label">How secret it is: at least as secret as what was put into it.</param>
/// <param name="Author">Id of the account of who began it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Number of the newest version, from 1.</param>
/// <param name="Round">How often it was sent round.</param>
/// <param name="Title">The subject.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record DraftCard(
    Guid Id, string Template, string Kind, PaperForm Form, string Section, Label Label, string Author, DraftState State, int Version, int Round, string Title, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>Ids of all whom its routes name, in their own stead or another's.</summary>
    public IReadOnlySet<string> OnRoute { get; init; } = new HashSet<string>();

    /// <summary>The one rule of reading: who began it and its section, both within the label, and those on its route.</summary>
    public bool MayBeReadBy(Principal reader) => reader.IsStaff
        && (OnRoute.Contains(reader.UserId) || ((reader.UserId == Author || reader.Sections.Contains(Section)) && (Label <= Label.Internal || reader.Clearance >= Label)));

    /// <summary>Whether a person may change it: whoever may read it and is of its section today.</summary>
    public bool MayBeWrittenBy(Principal writer) => MayBeReadBy(writer) && writer.Sections.Contains(Section);
}

using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Audit.ListEntries;

/// <summary>What the list of the record's entries shows, latest first.</summary>
/// <param name="Filter">What is listed.</param>
/// <param name="Lines">The entries of this page.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">All pages.</param>
/// <param name="Record">State of the record as a whole.</param>
/// <param name="Actions">Actions to choose from: key and name.</param>
public sealed record AuditListModel(AuditFilter Filter, IReadOnlyList<AuditLine> Lines, int Page, int Pages, RecordSummary Record, IReadOnlyList<Choice> Actions);

/// <summary>Which entries are listed. It comes by GET to <c>/audit</c>.</summary>
/// <param name="Action">Key of the action, or empty for all; sent as <c>action</c>.</param>
/// <param name="Person">Name or id of who did it; may be empty; sent as <c>person</c>.</param>
/// <param name="From">First day in Japan time; sent as <c>from</c>.</param>
/// <param name="To">Last day in Japan time; sent as <c>to</c>.</param>
public sealed record AuditFilter(string Action = "", string Person = "", DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Address of the list with this filter.</summary>
    public string Href(int page) => FormattableString.Invariant(
        $"/audit?action={Uri.EscapeDataString(Action)}&person={Uri.EscapeDataString(Person)}&from={From:O}&to={To:O}&page={page}");
}

/// <summary>One entry in the list.</summary>
/// <param name="Index">Its place in the record, from 0.</param>
/// <param name="At">When it was written.</param>
/// <param name="Action">What was done, in words.</param>
/// <param name="Who">By whom: a name, 住民 or システム.</param>
/// <param name="Channel">Through which door, in words.</param>
/// <param name="About">What it was done to; no document text; may be empty.</param>
public sealed record AuditLine(long Index, DateTimeOffset At, string Action, string Who, string Channel, string About = "");

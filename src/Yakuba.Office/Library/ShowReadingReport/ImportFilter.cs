using Microsoft.AspNetCore.Http;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>Which files of a report are listed, and in which order; its own address.</summary>
/// <param name="Show">Empty for all, <c>todo</c>, <c>unreadable</c>, <c>filed</c> or <c>same</c>.</param>
/// <param name="Sort">Empty for the order of the import, <c>path</c>, <c>outcome</c>, <c>pages</c> or <c>doubts</c>.</param>
/// <param name="Descending">True for the greatest first.</param>
public sealed record ImportFilter(string Show = "", string Sort = "", bool Descending = false)
{
    internal static ImportFilter Of(IQueryCollection query) => new(
        query["show"].ToString() is "todo" or "unreadable" or "filed" or "same" ? query["show"].ToString() : "",
        query["sort"].ToString() is "path" or "outcome" or "pages" or "doubts" ? query["sort"].ToString() : "",
        query["desc"].ToString() == "1");

    internal string Href(string page) => $"{page}?show={Show}&sort={Sort}&desc={(Descending ? "1" : "0")}#files";

    internal bool Shows(ImportedFileLine file) => Show switch
    {
        "todo" => file.Outcome is FileOutcome.Unreadable or FileOutcome.Doubtful or FileOutcome.Held,
        "unreadable" => file.Outcome == FileOutcome.Unreadable,
        "filed" => file.Outcome is FileOutcome.Filed or FileOutcome.Doubtful,
        "same" => file.Outcome is FileOutcome.Unchanged or FileOutcome.Duplicate,
        _ => true,
    };

    internal IReadOnlyList<ImportedFileLine> Of(IReadOnlyList<ImportedFileLine> files)
    {
        var shown = files.Where(Shows);
        var sorted = Sort switch
        {
            "path" => shown.OrderBy(f => f.Path, StringComparer.Ordinal),
            "outcome" => shown.OrderBy(f => f.Outcome),
            "pages" => shown.OrderBy(f => f.Findings?.PagesRead ?? 0),
            "doubts" => shown.OrderBy(f => f.Doubts),
            _ => shown.OrderBy(f => f.Number),
        };
        var listed = sorted.ThenBy(f => f.Number).ToList();
        if (Descending)
        {
            listed.Reverse();
        }

        return listed;
    }
}

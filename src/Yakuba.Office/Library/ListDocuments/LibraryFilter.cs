using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>Which documents are listed, and in which order. It lives in the address of the page.</summary>
/// <param name="Search">Words to find; sent as <c>q</c>.</param>
/// <param name="Section">Code of the owner section, or empty for all; sent as <c>section</c>.</param>
/// <param name="Label">Name of the label, or empty for all; sent as <c>label</c>.</param>
/// <param name="State">Key of the state, or empty for all; sent as <c>state</c>.</param>
/// <param name="Sort"><c>title</c>, <c>section</c>, <c>valid</c> or <c>changed</c>; sent as <c>sort</c>.</param>
/// <param name="Descending">Greatest first; sent as <c>desc=1</c>.</param>
public sealed record LibraryFilter(string Search = "", string Section = "", string Label = "", string State = "", string Sort = "changed", bool Descending = true)
{
    /// <summary>Address of the list with this filter.</summary>
    /// <param name="page">Page from 1.</param>
    public string Href(int page = 1) => "/library" + QueryString.Create(Parts(page).Where(part => part.Value is { Length: > 0 }));

    private IEnumerable<KeyValuePair<string, string?>> Parts(int page) =>
    [
        new("q", Search),
        new("section", Section),
        new("label", Label),
        new("state", State),
        new("sort", Sort),
        new("desc", Descending ? "1" : "0"),
        new("page", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture)),
    ];
}

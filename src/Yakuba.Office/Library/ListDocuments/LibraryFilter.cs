using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yakuba.Text;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>Which documents are listed, and in which order. It lives in the address of the page.</summary>
/// <param name="Search">Words of the title to find, and in quotation marks words of the text; sent as <c>q</c>.</param>
/// <param name="Section">Code of the owner section, or empty for all; sent as <c>section</c>.</param>
/// <param name="Label">Name of the label, or empty for all; sent as <c>label</c>.</param>
/// <param name="State">Key of the state, or empty for all; sent as <c>state</c>.</param>
/// <param name="Sort"><c>title</c>, <c>section</c>, <c>valid</c> or <c>changed</c>; sent as <c>sort</c>.</param>
/// <param name="Descending">Greatest first; sent as <c>desc=1</c>.</param>
public sealed record LibraryFilter(string Search = "", string Section = "", string Label = "", string State = "", string Sort = "changed", bool Descending = true)
{
    /// <summary>True for documents whose day of review has come; sent as <c>review=due</c>.</summary>
    public bool ReviewDue { get; init; }

    /// <summary>What stands in quotation marks: looked for in the documents, word for word.</summary>
    public IReadOnlyList<QuotedPhrase> Phrases => QuotedPhrase.Of(Search);

    /// <summary>Reads the filter from an address. What cannot be read counts as not given.</summary>
    public static LibraryFilter Of(IQueryCollection query) => new(
        Text(query, "q"),
        Text(query, "section"),
        Platform.Labels.Parse(Text(query, "label")) is null ? "" : Text(query, "label"),
        VersionStates.Parse(Text(query, "state"))?.ToKey() ?? "",
        Text(query, "sort") is "title" or "section" or "valid" ? Text(query, "sort") : "changed",
        Text(query, "desc") is "" ? Text(query, "sort") is "" or "changed" : Text(query, "desc") == "1")
    {
        ReviewDue = Text(query, "review") == "due",
    };

    /// <summary>Page from 1 that an address asks for.</summary>
    public static int PageOf(IQueryCollection query) => int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>Address of the list with this filter.</summary>
    /// <param name="page">Page from 1.</param>
    public string Href(int page = 1) => "/library" + QueryString.Create(Parts(page).Where(part => part.Value is { Length: > 0 }));

    private IEnumerable<KeyValuePair<string, string?>> Parts(int page) =>
    [
        new("q", Search),
        new("section", Section),
        new("label", Label),
        new("state", State),
        new("review", ReviewDue ? "due" : ""),
        new("sort", Sort),
        new("desc", Descending ? "1" : "0"),
        new("page", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Text(IQueryCollection query, string name) => query[name].ToString() is { Length: <= 200 } text ? text.Trim() : "";
}

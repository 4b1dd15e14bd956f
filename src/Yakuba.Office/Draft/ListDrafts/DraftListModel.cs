using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.ListDrafts;

/// <summary>What the list of drafts shows. Everything in it, counts too, is of drafts that this person may read.</summary>
/// <param name="Filter">Which are listed.</param>
/// <param name="Lines">The lines of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Pages">How many pages.</param>
public sealed record DraftListModel(DraftFilter Filter, IReadOnlyList<DraftLine> Lines, long Total, int Pages)
{
    /// <summary>How many of each state.</summary>
    public IReadOnlyDictionary<DraftState, long> Counts { get; init; } = new Dictionary<DraftState, long>();

    /// <summary>Sections to choose from.</summary>
    public IReadOnlyList<Choice> Sections { get; init; } = [];

    /// <summary>True when the person may begin one.</summary>
    public bool MayWrite { get; init; }

    /// <summary>True when the person may keep the rules of documents.</summary>
    public bool MayRegulate { get; init; }

    /// <summary>The address of the same list with another filter.</summary>
    public static string Href(DraftFilter filter)
    {
        var query = new[] { ("q", filter.Words), ("state", filter.State?.ToKey() ?? ""), ("section", filter.Section), ("mine", filter.IsMine ? "on" : ""), ("page", filter.Page > 1 ? $"{filter.Page}" : "") }
            .Where(p => p.Item2.Length > 0)
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}");
        return string.Join('&', query) is { Length: > 0 } all ? $"/drafts?{all}" : "/drafts";
    }
}

/// <summary>One draft in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Author">Who began it.</param>
/// <param name="Changed">When it last changed, for people.</param>
public sealed record DraftLine(string Id, string Title, string Kind, string Section, DraftState State, string Author, string Changed);

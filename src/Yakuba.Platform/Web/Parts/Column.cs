namespace Yakuba.Platform.Web.Parts;

/// <summary>One column of a table.</summary>
/// <param name="Title">What stands in it.</param>
/// <param name="SortKey">Name to sort by, or null when it cannot be sorted.</param>
/// <param name="IsNumber">True when numbers stand in it, set to the right.</param>
/// <param name="IsHidden">True when the title is only for those who listen to the page, as over check boxes.</param>
public sealed record Column(string Title, string? SortKey = null, bool IsNumber = false, bool IsHidden = false);

/// <summary>How a table is sorted now.</summary>
/// <param name="Key">The column's <see cref="Column.SortKey"/>.</param>
/// <param name="Descending">True when the greatest stands first.</param>
/// <param name="Href">Address of the same page, sorted by this key in this direction.</param>
public sealed record TableSort(string Key, bool Descending, Func<string, bool, string> Href);

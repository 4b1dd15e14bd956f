using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Cells of a sheet.</summary>
/// <param name="Sheet">Name of the sheet as displayed.</param>
/// <param name="Range">One cell or a range in A1 form: "B3" or "B3:C3".</param>
public sealed record CellLocator(string Sheet, string Range) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => $"cell:{Sheet}!{Range}";

    /// <inheritdoc/>
    public override string ToLabel() => $"シート「{Sheet}」{Range}";

    internal static CellLocator? ParseRest(string rest)
    {
        // The last mark divides: a sheet name may hold one, a range never does.
        var mark = rest.LastIndexOf('!');
        return mark < 0 || mark == rest.Length - 1 ? null : new CellLocator(rest[..mark], rest[(mark + 1)..]);
    }
}

/// <summary>A provision.</summary>
/// <param name="Path">Normal form: "第12条第2項第3号", "附則第1項", "別表第1".</param>
public sealed record ArticleLocator(string Path) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => $"article:{Path}";

    /// <inheritdoc/>
    public override string ToLabel() => Path;
}

/// <summary>A line of a text file, from 1.</summary>
public sealed record LineLocator(int Line) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => string.Create(CultureInfo.InvariantCulture, $"line:{Line}");

    /// <inheritdoc/>
    public override string ToLabel() => string.Create(CultureInfo.InvariantCulture, $"{Line}行目");
}

/// <summary>A slide, from 1.</summary>
public sealed record SlideLocator(int Slide) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => string.Create(CultureInfo.InvariantCulture, $"slide:{Slide}");

    /// <inheritdoc/>
    public override string ToLabel() => string.Create(CultureInfo.InvariantCulture, $"スライド{Slide}");
}

/// <summary>An entry of a question table, from 1 in the order of the file.</summary>
public sealed record EntryLocator(int Entry) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => string.Create(CultureInfo.InvariantCulture, $"entry:{Entry}");

    /// <inheritdoc/>
    public override string ToLabel() => string.Create(CultureInfo.InvariantCulture, $"{Entry}件目");
}

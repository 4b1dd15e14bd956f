namespace Yakuba.Evidence;

/// <summary>One checkable fact of a text.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Canonical">One spelling for all ways to write the fact: 1万円 and 10,000円 are <c>10000円</c>; 令和6年度 and 2024年度 are <c>FY2024</c>;
/// 第十二条の二第三項 is <c>12の2条3項</c>; a date without its year is <c>--04-01</c>; a time is <c>17:15</c>.</param>
/// <param name="Start">First UTF-16 code unit in the text that was read.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
public sealed record Fact(FactKind Kind, string Canonical, int Start, int Length)
{
    /// <summary>The comparator tied to the value; <see cref="Bound.Exact"/> where there is none.</summary>
    public Bound Bound { get; init; }

    /// <summary>Facts with the same kind and group could stand in each other's place: the unit, the class of a name, the predicate of a polarity.</summary>
    public string Group { get; init; } = "";

    /// <summary>True when both state the same fact, wherever they stand.</summary>
    public bool SameAs(Fact other) =>
        Kind == other.Kind && Bound == other.Bound && string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <summary>The comparator comes from a label (期限は7月31日), so the value without one agrees.</summary>
    internal bool IsLabelled { get; init; }

    internal int End => Start + Length;

    internal string Key => $"{Kind}:{Canonical}:{Bound}";
}

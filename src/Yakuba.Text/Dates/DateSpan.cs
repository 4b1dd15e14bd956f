namespace Yakuba.Text;

/// <summary>A date expression in a text.</summary>
/// <param name="Start">UTF-16 index in the normal text.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before <paramref name="From"/>.</param>
/// <param name="Kind">What the expression names.</param>
/// <param name="IsValid">False if there is no such date: 2月30日, 13月, 平成35年, 令和元年4月1日, a range that ends before it starts.
/// <paramref name="From"/> and <paramref name="To"/> then hold the nearest that exists (28 or 29 February, 2023) and must not be taken for what was meant.</param>
/// <param name="HasYear">False if the text names no year (4月1日); the year is then that of the date before it in a range, or else of today.</param>
public readonly record struct DateSpan(int Start, int Length, DateOnly From, DateOnly To, DateKind Kind, bool IsValid = true, bool HasYear = true);

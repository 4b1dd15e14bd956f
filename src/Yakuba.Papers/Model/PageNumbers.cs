namespace Yakuba.Papers;

/// <summary>Which pages bear their number, in the middle of the foot.</summary>
public enum PageNumbers
{
    /// <summary>None.</summary>
    None,

    /// <summary>All but the first: a letter of one page bears none.</summary>
    FromSecond,

    /// <summary>Every page.</summary>
    All,
}

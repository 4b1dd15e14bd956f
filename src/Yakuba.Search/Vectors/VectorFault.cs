namespace Yakuba.Search.Vectors;

/// <summary>What can be wrong with a vector that was given.</summary>
public enum VectorFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has another number of values than the index.</summary>
    WrongDimension,

    /// <summary>A value is not a number, infinite, or of a magnitude above 1e20.</summary>
    NotFinite,

    /// <summary>It has no direction: all values are 0, or too near to 0 to be told from it (below 1e-30).</summary>
    Zero,
}

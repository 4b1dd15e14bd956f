namespace Yakuba.Search.Vectors;

/// <summary>A vector that cannot be stored or searched by. <see cref="VectorCode.Check"/> tells beforehand.</summary>
public sealed class VectorRefusedException : ArgumentException
{
    internal VectorRefusedException(VectorFault fault, int length, int dimension)
        : base($"{fault}: a vector of {length} values was given where {dimension} finite values, not all 0, are needed.") => Fault = fault;

    /// <summary>What is wrong.</summary>
    public VectorFault Fault { get; }
}

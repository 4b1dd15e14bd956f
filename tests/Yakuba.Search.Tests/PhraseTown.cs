namespace Yakuba.Search.Tests;

/// <summary>The fields of <see cref="Town"/>, with positions in the body.</summary>
internal static class PhraseTown
{
    internal static IndexSchema Schema { get; } = new([new("title", 2), new("body", 1, HasPositions: true)]);
}

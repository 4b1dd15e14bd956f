namespace Yakuba.Search;

/// <summary>One passage as the index takes it in.</summary>
/// <param name="Group">Number of the document version that the passage belongs to. Rights and removals act on groups.</param>
/// <param name="Ordinal">Number of the passage in its group; unique there.</param>
/// <param name="Terms">For each field of the schema, in its order, the terms of the passage in text order; a list may be empty.</param>
public sealed record IndexEntry(uint Group, uint Ordinal, IReadOnlyList<IReadOnlyList<string>> Terms);

namespace Yakuba.Papers;

/// <summary>One row of a 新旧対照表: the same provision in both versions, what changed in it underlined by the caller.</summary>
/// <param name="New">Lines of the newer version; none where it was taken out.</param>
/// <param name="Old">Lines of the older version; none where it was put in.</param>
public sealed record ComparedProvision(IReadOnlyList<PaperLine> New, IReadOnlyList<PaperLine> Old);

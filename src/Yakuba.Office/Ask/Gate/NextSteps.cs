using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Gate;

/// <summary>Where the asker can turn.</summary>
internal static class NextSteps
{
    /// <summary>The owner sections of the passages found, nearest first, at most two.</summary>
    internal static IReadOnlyList<NextStep> To(IEnumerable<FoundPassage> passages) =>
        [.. passages.Take(5).Select(p => p.Version.Section).Distinct().Take(2).Select(s => new NextStep("担当課にお問い合わせください。", s))];
}

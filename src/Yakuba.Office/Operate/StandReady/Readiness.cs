using Yakuba.Platform;

namespace Yakuba.Office.Operate.StandReady;

/// <summary>Whether questions can be answered, as it was found lately. Asking costs nothing and never waits for the store.</summary>
public sealed class Readiness
{
    /// <summary>What stands in the way; null when nothing does, or nobody looks: a town behind a front is served only once it has been opened and its record signed.</summary>
    public Problem? Problem { get; private set; }

    internal void Say(Problem? problem) => Problem = problem;
}

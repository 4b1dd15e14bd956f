using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>Something that the program is told to do, and that a fault falls into.</summary>
/// <param name="Name">For people.</param>
/// <param name="Town">The data directory to begin with.</param>
/// <param name="Command">What is typed, given the stage.</param>
internal sealed record Deed(string Name, string Town, Func<Stage, string[]> Command)
{
    /// <summary>Puts what is needed on the stage.</summary>
    internal Action<Stage> Prepare { get; init; } = _ => { };

    /// <summary>Takes what was said into the history. Called only after exit code 0.</summary>
    internal Action<Stage, Ran, History> Acknowledge { get; init; } = (_, _, _) => { };

    /// <summary>Looks at what lies beside the town afterwards; gives what is wrong. Told whether the deed was acknowledged.</summary>
    internal Func<Stage, bool, History, Task<IReadOnlyList<string>>> LookBeside { get; init; } = (_, _, _) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Whether a person would do it once more now: then it must succeed, and nothing is there twice.</summary>
    internal Func<Stage, bool> IsRepeated { get; init; } = _ => false;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

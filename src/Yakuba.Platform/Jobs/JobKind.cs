namespace Yakuba.Platform.Jobs;

/// <summary>A kind of long work that a room offers.</summary>
/// <param name="Name">Stable name: <c>library-import</c>.</param>
/// <param name="Title">What people see it called, in Japanese.</param>
/// <param name="RunAsync">Does the work, from its beginning or from where a dead process left it; must be able to run twice. Returns the output as JSON, or the problem that ended it.</param>
public sealed record JobKind(string Name, string Title, Func<JobRun, CancellationToken, Task<Result<string>>> RunAsync);

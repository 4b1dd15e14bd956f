namespace Yakuba.Platform;

/// <summary>A refusal that a person can act on: what was not done, why, and what to do next.</summary>
/// <param name="Name">Stable name in kebab-case, first part the room: <c>library-no-active-document</c>. Scripts rely on it.</param>
/// <param name="Status">HTTP status, 400 to 599. 4xx: the caller can mend it (exit code 2). 5xx: the machine must be mended (exit code 1).</param>
/// <param name="Message">What happened and the next step, in Japanese, in full sentences.</param>
public sealed record Problem(string Name, int Status, string Message)
{
    /// <summary>Facts that help to act, such as the file name or the limit; never document text. Empty when there is nothing to add.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The same refusal with facts that help to act.</summary>
    public Problem With(string detail) => this with { Detail = detail };

    /// <summary>Exit code of a command that ends with this problem: 2 for bad input, 1 for failure.</summary>
    public int ExitCode => Status < 500 ? 2 : 1;

    /// <inheritdoc/>
    public override string ToString() => Detail.Length == 0 ? Message : $"{Message}（{Detail}）";
}

namespace Yakuba.Documents;

/// <summary>Stops a reader deep inside a parse. <see cref="DocumentReader"/> turns it into the value it carries; it never leaves this library.</summary>
internal sealed class UnreadableException(Unreadable outcome) : Exception(outcome.Name)
{
    internal Unreadable Outcome { get; } = outcome;
}

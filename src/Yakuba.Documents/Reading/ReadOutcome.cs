namespace Yakuba.Documents;

/// <summary>What reading a file came to: a document with its report, or a named refusal.</summary>
public abstract record ReadOutcome;

/// <summary>The file was read.</summary>
/// <param name="Document">At least one block or one entry.</param>
/// <param name="Report">What was read, what is doubtful and what was left out.</param>
public sealed record ReadDocument(Document Document, ReadingReport Report) : ReadOutcome;

/// <summary>The file could not be read.</summary>
/// <param name="Name">Stable, kebab-case; the list stands in <see cref="Refusals"/>.</param>
/// <param name="Message">Japanese: the file and what is wrong.</param>
/// <param name="NextStep">Japanese: what to do.</param>
public sealed record Unreadable(string Name, string Message, string NextStep) : ReadOutcome;

using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Which answers' texts go.</summary>
/// <param name="Entries">Intents and results of the answers; empty for all up to <paramref name="Through"/>.</param>
/// <param name="Through">The last entry; -1 where entries are named one by one.</param>
public sealed record TextsToErase(IReadOnlyList<long> Entries, long Through);

/// <summary>Blanks what a room keeps of answers outside the record, in the transaction that erases them in it. A room that keeps such text registers one.</summary>
/// <param name="Tables">The tables in which it blanks.</param>
/// <param name="Run">Blanks the texts.</param>
public sealed record TextEraser(IReadOnlyList<string> Tables, Func<UnitOfWork, TextsToErase, CancellationToken, Task> Run)
{
    /// <summary>Every table in which erasing blanks text, the record's own among them.</summary>
    public static IReadOnlyList<string> AllTables(IEnumerable<TextEraser> erasers) => [.. erasers.SelectMany(e => e.Tables), "audit_body"];
}

using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Rights;

/// <summary>Every change of what may be read counts here, in its own transaction.</summary>
internal static class LibraryGeneration
{
    internal static Task BumpAsync(UnitOfWork work, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE library_state SET generation = generation + 1 WHERE id = 1", cancel: cancel);

    internal static Task<long> ReadAsync(Session session, CancellationToken cancel) =>
        session.CountAsync("SELECT generation FROM library_state WHERE id = 1", cancel: cancel);
}

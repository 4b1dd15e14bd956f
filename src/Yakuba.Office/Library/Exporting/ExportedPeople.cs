using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Exporting;

/// <summary>People of another store whom versions name that came in by an export.</summary>
internal static class ExportedPeople
{
    /// <summary>Names by id.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> NamesAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<ExportedPerson>("SELECT id AS Id, name AS Name FROM library_person", cancel: cancel)).ToDictionary(p => p.Id, p => p.Name);

    internal static Task KeepAsync(UnitOfWork work, ExportedPerson person, CancellationToken cancel) =>
        work.ExecuteAsync("INSERT INTO library_person (id, name) VALUES (@Id, @Name) ON CONFLICT (id) DO UPDATE SET name = excluded.name", person, cancel);
}

using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Exporting;

/// <summary>Reads the library as an export tells it, at one moment.</summary>
internal sealed class ExportReader(Database database, LibraryCatalogue catalogue, SectionList sections, PeopleList people, TimeProvider time)
{
    /// <summary>The library.</summary>
    /// <param name="reader">Whose rights bound it; null for the operator at the machine, who holds the data anyway.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<LibraryExport> ReadAsync(Principal? reader, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await read.QueryAsync<Row>(Row.Select, cancel: cancel);
        if (reader is not null)
        {
            var seen = await catalogue.AsSeenByAsync(read, reader, cancel);
            rows = [.. rows.Where(r => seen((uint)r.number) is not null)];
        }

        var reviews = await KeptReview.AllAsync(read, cancel);
        var reorganisations = reader is null ? await ReorganisationRows.ReadAsync(read, cancel) : null; // they name documents and people of every section
        var documents = rows.GroupBy(r => r.id).Select(d => Document(d, reviews)).OrderBy(d => d.SourceKey, StringComparer.Ordinal).ToList();
        var codes = documents.SelectMany(d => d.Readers.Append(d.Section)).ToHashSet();
        var named = documents.SelectMany(d => d.Versions).SelectMany(Names).Concat((reorganisations ?? []).SelectMany(r => r.Names()));
        return new LibraryExport(
            LibraryExport.Name,
            LibraryExport.Newest,
            time.GetUtcNow().ToStore(),
            typeof(LibraryExport).Assembly.GetName().Version?.ToString(3) ?? "",
            reader is null ? "all" : "readable",
            [.. (await sections.ListAsync(read, cancel)).Where(s => codes.Contains(s.Code)).Select(s => new ExportedSection(s.Code, s.Name)).OrderBy(s => s.Code, StringComparer.Ordinal)],
            [.. await PeopleAsync(read, named, cancel)],
            documents)
        {
            Reorganisations = reorganisations,
        };
    }

    private async Task<IEnumerable<ExportedPerson>> PeopleAsync(Session read, IEnumerable<string> ids, CancellationToken cancel)
    {
        var names = await people.NamesAsync(read, cancel);
        var foreign = await ExportedPeople.NamesAsync(read, cancel);
        return ids.Where(id => id is not ("" or "console" or "system"))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(id => new ExportedPerson(id, names.GetValueOrDefault(id) ?? foreign.GetValueOrDefault(id, "")));
    }

    private static IEnumerable<string> Names(ExportedVersion version) =>
        new[] { version.Imported.By, version.Confirmed?.By, version.Reviewed?.By, version.Published?.By, version.Retired?.By }.OfType<string>()
            .Concat((version.Reviews ?? []).SelectMany(r => new[] { r.By, r.WasBy, r.UndoneBy }));

    private static ExportedDocument Document(IGrouping<string, Row> rows, ILookup<long, KeptReview> reviews)
    {
        var first = rows.First();
        return new ExportedDocument(
            first.id,
            first.source_key,
            first.section,
            ((Label)first.label).ToName(),
            first.readers.Split(',', StringSplitOptions.RemoveEmptyEntries),
            first.created_at,
            [.. rows.OrderBy(r => r.ordinal).Select(r => Version(r, [.. reviews[r.number]]))]);
    }

    private static ExportedVersion Version(Row row, IReadOnlyList<KeptReview> reviews) => new(
        row.ordinal, row.title, row.file_name, row.kind, row.sha256, row.bytes, OriginalName.Of(row.sha256, row.file_name), row.state, new ExportedStep(row.imported_at, row.imported_by), row.changed_at)
    {
        ValidFrom = Day(row.valid_from),
        ValidTo = Day(row.valid_to),
        ReviewOn = Day(row.review_on),
        Confirmed = Step(row.confirmed_at, row.confirmed_by),
        Reviewed = Step(row.reviewed_at, row.reviewed_by),
        Published = Step(row.published_at, row.published_by),
        Reviews = reviews.Count > 0 ? reviews : null,
        Retired = row.retired_at.Length > 0 ? new ExportedRetirement(row.retired_at, row.retired_by, row.retired_from, row.retired_reason) : null,
    };

    private static string? Day(string stored) => stored.Length > 0 ? stored : null;

    private static ExportedStep? Step(string at, string by) => at.Length > 0 ? new ExportedStep(at, by) : null;

    private sealed record Row(
        string id,
        string source_key,
        string section,
        long label,
        string readers,
        string created_at,
        long number,
        long ordinal,
        string title,
        string file_name,
        string kind,
        string sha256,
        long bytes,
        string state,
        string valid_from,
        string valid_to,
        string review_on,
        string imported_at,
        string imported_by,
        string confirmed_at,
        string confirmed_by,
        string reviewed_at,
        string reviewed_by,
        string published_at,
        string published_by,
        string retired_from,
        string retired_at,
        string retired_by,
        string retired_reason,
        string changed_at)
    {
        internal const string Select =
            "SELECT d.id, d.source_key, d.section, d.label, d.readers, d.created_at, v.number, v.ordinal, v.title, v.file_name, v.kind, v.sha256, v.bytes, v.state, v.valid_from, v.valid_to, v.review_on, "
            + "v.imported_at, v.imported_by, v.confirmed_at, v.confirmed_by, v.reviewed_at, v.reviewed_by, v.published_at, v.published_by, v.retired_from, v.retired_at, v.retired_by, v.retired_reason, v.changed_at "
            + "FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = 1";
    }
}

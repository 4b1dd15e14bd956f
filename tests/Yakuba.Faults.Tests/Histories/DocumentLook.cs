using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>Every file that was taken in is there once, whole, with its original, and found; none is found in part.</summary>
internal static class DocumentLook
{
    private const int Looked = 50; // a fault's town has some dozen passages

    internal static async Task<IReadOnlyList<string>> RunAsync(OpenTown town, History history)
    {
        IReadOnlyList<Row> rows;
        await using (var read = await town.Database.ReadAsync())
        {
            rows = await read.QueryAsync<Row>(
                "SELECT v.number AS Number, v.document_id AS Document, v.file_name AS FileName, v.sha256 AS Sha256, v.state AS State, v.indexed AS Indexed, v.passages AS Passages, v.effective_to AS EffectiveTo, "
                + "(SELECT count(*) FROM passage p WHERE p.version = v.number) AS PassagesThere, (SELECT count(*) FROM block b WHERE b.version = v.number) AS BlocksThere, "
                + "(SELECT count(*) FROM audit_entry e WHERE e.action = 'document-imported') AS Recorded, (SELECT count(*) FROM job j WHERE j.id = v.import_job AND j.state = 'failed') AS Failed FROM version v ORDER BY v.number");
        }

        var findings = new List<string>();
        foreach (var file in history.Of(PromiseKind.Document))
        {
            findings.AddRange(StoreLook.Once(rows.Count(r => r.FileName == file.Key && r.Sha256 == file.Value && r.Indexed == 1), $"document {file.Key}"));
        }

        findings.AddRange(rows.GroupBy(r => (r.FileName, r.Sha256)).Where(g => g.Count() > 1).Select(g => $"there {g.Count()} times: document {g.Key.FileName}"));
        findings.AddRange(rows.GroupBy(r => r.FileName).Where(g => g.Select(r => r.Document).Distinct().Count() > 1).Select(g => $"one file became several documents: {g.Key}"));

        // An import that failed leaves what it could not show: no list names it and no search finds it, and the next import drops it.
        var whole = rows.Count(r => r.Indexed != 0 || r.Failed == 0);
        if (rows.Count > 0 && rows[0].Recorded != whole)
        {
            findings.Add($"{whole} versions are there, {rows[0].Recorded} are in the record");
        }

        foreach (var row in rows)
        {
            findings.AddRange(await OneAsync(town, row));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<string>> OneAsync(OpenTown town, Row row)
    {
        var findings = new List<string>();
        if (row.PassagesThere != row.Passages || row.BlocksThere == 0)
        {
            findings.Add($"partial: {row.FileName} has {row.PassagesThere} of {row.Passages} passages and {row.BlocksThere} blocks");
        }

        if (row.State == "published" && row.Indexed == 0)
        {
            findings.Add($"published and not in the index: {row.FileName}");
        }

        await using (var original = await town.Get<Originals>().OpenAsync(row.Sha256, default))
        {
            if (original is null)
            {
                findings.Add($"lost: original of {row.FileName}");
            }
        }

        var found = await FoundAsync(town, row);
        var whole = row.State == "published" && row.Indexed == 1 && row.EffectiveTo.Length == 0;
        if (whole && found < row.Passages)
        {
            findings.Add($"{found} of {row.Passages} passages are found: {row.FileName}");
        }
        else if (found > 0 && row.Indexed != 1)
        {
            findings.Add($"found before it is whole: {row.FileName}");
        }

        return findings;
    }

    /// <summary>How many of its passages a resident finds by their own words.</summary>
    private static async Task<int> FoundAsync(OpenTown town, Row row)
    {
        IReadOnlyList<Passage> passages;
        await using (var read = await town.Database.ReadAsync())
        {
            passages = await read.QueryAsync<Passage>("SELECT ordinal AS Ordinal, text AS Text FROM passage WHERE version = @Number ORDER BY ordinal", new { row.Number });
        }

        var found = 0;
        foreach (var passage in passages)
        {
            var words = passage.Text.Length > 80 ? passage.Text[..80] : passage.Text;
            var hits = await town.Get<LibrarySearch>().FindAsync(Principal.Resident, words, TimeProvider.System.Today(), Standing.InForce, Looked, default);
            found += hits.Any(h => h.Version.Number == row.Number && h.Ordinal == passage.Ordinal) ? 1 : 0;
        }

        return found;
    }

    private sealed record Row(long Number, string Document, string FileName, string Sha256, string State, long Indexed, long Passages, string EffectiveTo, long PassagesThere, long BlocksThere, long Recorded, long Failed);

    private sealed record Passage(long Ordinal, string Text);
}

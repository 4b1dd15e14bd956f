namespace Yakuba.Search.Tests.Segments;

/// <summary>The small index in tests/data/segment/v3, whose bytes this format version must always be able to read, and to write.</summary>
internal static class GoldenIndex
{
    /// <summary>The committed files.</summary>
    internal static string Folder { get; } = Path.Combine(Repository(), "tests", "data", "segment", "v3");

    /// <summary>The same, as format version 2 wrote it, which is still read.</summary>
    internal static string FormerFolder { get; } = Path.Combine(Repository(), "tests", "data", "segment", "v2");

    /// <summary>The same, as format version 1 wrote it, which is no longer read.</summary>
    internal static string OldFolder { get; } = Path.Combine(Repository(), "tests", "data", "segment", "v1");

    internal static IndexSchema Schema { get; } = new([new("title.words", 2), new("body.words", 1, HasPositions: true), new("body.bigrams", 0.25)]);

    /// <summary>What the index must answer, in a form that shows every difference.</summary>
    internal static string Answers(string folder)
    {
        using var index = SearchIndex.Open(folder);
        using var snapshot = index.Snapshot();
        var lines = new List<string> { $"{snapshot.Passages} passages, {snapshot.Segments} segments" };
        foreach (var term in new[] { "ごみ", "収集", "申請", "𠮷野", "ない" })
        {
            for (var field = 0; field < Schema.Fields.Count; field++)
            {
                var hits = snapshot.Search(new IndexQuery([new(field, term, 1)]), PermittedGroups.All, 200);
                lines.Add($"{field} {term}: {string.Join(' ', hits.Select(hit => $"{hit.Group}/{hit.Ordinal}={hit.Score:F4}"))}");
            }
        }

        foreach (var phrase in new[] { "収集 日", "日 収集", "申請 書" })
        {
            var hits = snapshot.Search(new IndexQuery([]) { Phrases = [new(1, Words(phrase), 1)] }, PermittedGroups.All, 200);
            lines.Add($"「{phrase}」: {string.Join(' ', hits.Select(hit => $"{hit.Group}/{hit.Ordinal}={hit.Score:F4}"))}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>Writes the same index anew.</summary>
    internal static void Write(string folder)
    {
        using var writer = IndexWriter.Open(folder, Schema);
        for (uint passage = 0; passage < 150; passage++)
        {
            // 「収集」 is in every second passage and so in windows; the others are flat lists.
            writer.Add(Entry(10 + (passage / 3), passage % 3, passage % 5 == 0 ? "ごみ" : "", passage % 2 == 0 ? "収集 日 収集" : "申請 書"));
        }

        writer.Commit();
        writer.RemoveGroup(11);
        writer.RemoveGroup(59);
        writer.Add(Entry(100, 0, "𠮷野 申請", "申請"));
        writer.Commit();
    }

    /// <summary>Names of the index's own files in a folder.</summary>
    internal static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Where(name => name is not ("writer.lock" or "answers.txt")).Order(StringComparer.Ordinal)];

    internal static void CopyTo(string folder) => Copy(Folder, folder);

    internal static void Copy(string from, string folder)
    {
        foreach (var name in Names(from))
        {
            File.Copy(Path.Combine(from, name), Path.Combine(folder, name), overwrite: true);
        }
    }

    private static IndexEntry Entry(uint group, uint ordinal, string title, string body) =>
        new(group, ordinal, [Words(title), Words(body), Words(body.Length > 3 ? body[..2] : "")]);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Yakuba.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}

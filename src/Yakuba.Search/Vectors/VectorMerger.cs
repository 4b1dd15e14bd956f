namespace Yakuba.Search.Vectors;

/// <summary>Writes what remains of files into one new file. Codes are copied, never made again.</summary>
internal static unsafe class VectorMerger
{
    /// <returns>False when nothing remained and no file was written.</returns>
    internal static bool Rewrite(IReadOnlyList<VectorPart> parts, HashSet<uint> removed, string path)
    {
        var rows = parts
            .SelectMany(part => Enumerable.Range(0, part.File.Header.Groups).Select(row => (part.File, Row: part.File.Row(row), IsKept: !part.Hides(part.File.Row(row).Group))))
            .Where(found => found.IsKept && !removed.Contains(found.Row.Group))
            .OrderBy(found => found.Row.Group)
            .ToList();
        if (rows.Count == 0)
        {
            return false;
        }

        var first = rows[0].File;
        using var writer = new VectorFileWriter(path, first.Header.Dimension, first.Label);
        foreach (var (file, (group, from, to), _) in rows)
        {
            for (var i = from; i < to; i++)
            {
                writer.AddCoded(group, file.Ordinals[i], new ReadOnlySpan<byte>(file.Codes + ((long)i * file.Header.Stride), file.Header.Stride), file.Scales[i]);
            }
        }

        writer.Publish();
        return true;
    }
}

namespace Yakuba.Documents;

/// <summary>What a ZIP directory may not say.</summary>
internal static class ZipChecks
{
    private const long SmallEntry = 1 << 20;

    internal static void Check(ReadSource source, IReadOnlyList<ZipEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0, packedEnd = 0;
        foreach (var entry in entries)
        {
            if (Escapes(entry.Name))
            {
                throw ZipDirectory.Unsafe(source, "外のフォルダーを指す名前がある");
            }

            if (!names.Add(entry.Name))
            {
                throw ZipDirectory.Unsafe(source, "同じ名前の項目が二つある");
            }

            total += entry.Expanded;
            if (entry.Expanded < 0 || total > source.Limits.MaxExpandedBytes
                || (entry.Expanded > SmallEntry && entry.Expanded / Math.Max(1, entry.Packed) > source.Limits.MaxZipRatio))
            {
                throw new UnreadableException(Refusals.Bomb(source.FileName));
            }
        }

        foreach (var entry in entries.OrderBy(e => e.HeaderAt))
        {
            if (entry.HeaderAt < packedEnd)
            {
                throw ZipDirectory.Unsafe(source, "項目どうしが重なっている");
            }

            packedEnd = ZipDirectory.DataAt(source, entry) + entry.Packed;
        }
    }

    private static bool Escapes(string name)
    {
        var path = name.Replace('\\', '/');
        return path.Length == 0
            || path.StartsWith('/')
            || path.Contains('\0', StringComparison.Ordinal)
            || path.Contains(':', StringComparison.Ordinal)
            || path.Split('/').Contains("..");
    }
}

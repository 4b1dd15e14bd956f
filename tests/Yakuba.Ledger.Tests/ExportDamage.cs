namespace Yakuba.Ledger.Tests;

/// <summary>Says which entry is the first one concerned when a byte of an export file is changed.</summary>
internal static class ExportDamage
{
    /// <returns>Null for the checkpoint, where no entry can be named.</returns>
    internal static long? FirstIndex(string path, byte[] original, int position)
    {
        if (path == TilePath.Checkpoint)
        {
            return null;
        }

        var parts = path.Split('/');
        var number = parts.Where(part => part.EndsWith(".p", StringComparison.Ordinal)).Select(part => part[..^2]).FirstOrDefault() ?? parts[^1];
        var first = long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) * 256; // the sample logs have fewer than 1,000 tiles
        return parts[1] switch
        {
            "entries" => first + EntryAt(original, position),
            var level => (first + (position / 32)) << (8 * int.Parse(level, System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private static int EntryAt(byte[] bundle, int position)
    {
        var entry = 0;
        for (var at = 0; ; entry++)
        {
            at += 2 + (bundle[at] << 8) + bundle[at + 1];
            if (position < at)
            {
                return entry;
            }
        }
    }
}

using System.Globalization;

namespace Yakuba.Ledger;

/// <summary>Where a tile or an entry bundle lies in an export (C2SP tlog-tiles), with forward slashes.</summary>
public static class TilePath
{
    /// <summary>Hashes in a full tile and entries in a full bundle.</summary>
    public const int FullWidth = 256;

    /// <summary>File name of the signed checkpoint.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>Where an export keeps the checkpoint by which a key handed over. Not part of tlog-tiles; other readers pass it over.</summary>
    /// <param name="number">From 1.</param>
    public static string Handover(int number) => $"handover/{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Path of a tile.</summary>
    /// <param name="level">0 (leaf hashes) to 63.</param>
    /// <param name="index">Place in the level; at least 0.</param>
    /// <param name="width">Hashes in it; 1 to 256, where 256 is a full tile.</param>
    public static string Tile(int level, long index, int width) =>
        $"tile/{level.ToString(CultureInfo.InvariantCulture)}/{Number(index)}{Partial(width)}";

    /// <summary>Path of an entry bundle.</summary>
    /// <param name="index">Place among the bundles; at least 0.</param>
    /// <param name="width">Entries in it; 1 to 256, where 256 is a full bundle.</param>
    public static string Entries(long index, int width) => $"tile/entries/{Number(index)}{Partial(width)}";

    private static string Number(long index)
    {
        var path = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000)
        {
            path = $"x{(rest % 1000).ToString("000", CultureInfo.InvariantCulture)}/{path}";
        }

        return path;
    }

    private static string Partial(int width) =>
        width == FullWidth ? "" : $".p/{width.ToString(CultureInfo.InvariantCulture)}";
}

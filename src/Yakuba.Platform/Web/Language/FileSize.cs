using System.Globalization;

namespace Yakuba.Platform.Web.Language;

/// <summary>The size of a file as people say it.</summary>
public static class FileSize
{
    private const double Step = 1024;

    private static readonly string[] s_units = ["KB", "MB", "GB", "TB"];

    /// <summary>KB, MB, GB or TB of 1,024 each with one decimal, as file managers show it; below 1 KB the bytes.</summary>
    /// <param name="bytes">At least 0.</param>
    public static string ToPeople(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes < Step)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bytes} B");
        }

        var (size, unit) = (bytes / Step, 0);
        while (Math.Round(size, 1) >= Step && unit < s_units.Length - 1)
        {
            (size, unit) = (size / Step, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {s_units[unit]}");
    }
}

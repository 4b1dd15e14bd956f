using System.Diagnostics;

namespace Yakuba.Text.Tests;

/// <summary>Files of the Unicode Character Database as Debian's package unicode-data installs them.</summary>
internal static class UnicodeData
{
    /// <summary>The lines of NormalizationTest.txt, which the package holds packed by bzip2; null where it is not installed.</summary>
    internal static IReadOnlyList<string>? NormalizationTest()
    {
        const string file = "/usr/share/unicode/NormalizationTest.txt";
        if (!File.Exists(file + ".bz2"))
        {
            return File.Exists(file) ? File.ReadAllLines(file) : null;
        }

        using var unpacking = Process.Start(new ProcessStartInfo("bzip2", ["-dc", file + ".bz2"]) { RedirectStandardOutput = true })!;
        var text = unpacking.StandardOutput.ReadToEnd();
        unpacking.WaitForExit();
        Assert.Equal(0, unpacking.ExitCode);
        return text.Split('\n');
    }
}

namespace Yakuba.Documents.Tests;

/// <summary>Real files against their rendered pages, markup or raw values. Golden/README.md tells the form of the lines.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.tsv").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(RealFiles.Repository(), "tests", "Yakuba.Documents.Tests", "Golden");

    [Theory, MemberData(nameof(Files))]
    public void A_real_file_reads_as_it_is(string golden)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, golden + ".tsv"));
        if (RealFiles.Read(lines[0].Split('\t')[1]) is not { } read)
        {
            return;
        }

        var unlike = lines.Skip(1).Where(l => l.Length > 0 && !new GoldenLine(l).Holds(read)).ToList();
        Assert.True(unlike.Count == 0, string.Join('\n', unlike.Prepend(golden)));
    }
}

namespace Yakuba.Text.Tests;

/// <summary>Real public text beside the repository, where a machine has it. Tests pass without, and write what they skipped.</summary>
internal static class SharedData
{
    internal static string Root { get; } = Environment.GetEnvironmentVariable("YAKUBA_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared");

    /// <summary>The non-empty lines of files under <c>data</c> that exist.</summary>
    internal static IEnumerable<string> Lines(params string[] files) =>
        files.Select(file => Path.Combine(Root, "data", file)).Where(File.Exists).SelectMany(File.ReadLines).Where(line => line.Length > 0);

    internal static void Skipped(string what) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"skipped: {what} is not on this machine");

    private static string RepositoryRoot()
    {
        // Source paths are mapped in deterministic builds, so look upward from the program.
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Yakuba.slnx")))
            {
                return at;
            }
        }

        throw new InvalidOperationException("no Yakuba.slnx above " + AppContext.BaseDirectory);
    }
}

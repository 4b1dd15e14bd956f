using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>The acts that random edits are made of: the ordinances of the hand-written cases, and the acts of the public test data that are plain text.</summary>
internal static class AmendedTexts
{
    internal static IReadOnlyList<(string Name, Enactment Enactment)> All
    {
        get
        {
            var folder = Path.Combine(Environment.GetEnvironmentVariable("YAKUBA_SHARED") ?? Path.GetFullPath(Path.Combine(Root(), "..", "shared")), "data", "documents", "law-text");
            IEnumerable<string> acts = Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : [];
            return
            [
                .. acts.Select(f => (Path.GetFileName(f), EnactmentParser.Parse(File.ReadAllText(f)).Enactment)),
                .. AmendmentCase.Right.Select(c => (c.Name, c.Old)).Where(c => EnactmentParser.Parse(EnactmentText.Write(c.Old)).Enactment == c.Old),
            ];
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "Yakuba.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

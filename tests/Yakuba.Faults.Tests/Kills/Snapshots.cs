using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>The copies of the state from before a migration: each that has its name is whole, in the old shape, and carries the town when it is put back.</summary>
internal static class Snapshots
{
    internal static async Task<IReadOnlyList<string>> CheckAsync(string data, History history)
    {
        var copies = Directory.Exists(Path.Combine(data, "snapshots")) ? Directory.GetFiles(Path.Combine(data, "snapshots"), "before-*.db") : [];
        if (copies.Length == 0)
        {
            return ["brought forward without a copy of before"];
        }

        var findings = new List<string>();
        foreach (var copy in copies)
        {
            findings.AddRange((await OneAsync(copy, history)).Select(f => $"{Path.GetFileName(copy)}: {f}"));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<string>> OneAsync(string copy, History history)
    {
        using var stage = new Stage(BaseTown.Older); // its folders, and the copy in the place of its database
        foreach (var part in Directory.GetFiles(stage.Data, "yakuba.db*"))
        {
            File.Delete(part);
        }

        var placed = Path.Combine(stage.Data, "yakuba.db");
        File.Copy(copy, placed);
        await using (var database = SqliteDatabase.Open(placed))
        {
            if (!(await Migrations.MissingAsync(database)).Contains(BaseTown.Missing))
            {
                return ["not in the shape of before"];
            }
        }

        return await TownCheck.RunAsync(stage.Data, history);
    }
}

using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>A clerk who hands files in at one town after the other, by the command, and notes what was acknowledged.</summary>
internal sealed class TownImporter(SharedTowns towns)
{
    private readonly Dictionary<string, History> _histories = towns.Towns.ToDictionary(t => t.Code, _ => new History());

    internal History HistoryOf(SharedTown town) => _histories[town.Code];

    internal async Task ImportOnAsync(CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var town = towns.Towns[i % towns.Towns.Count];
            var files = towns[$"files{i}"];
            FaultPapers.Write(files, 1 + (i % 40));
            var ran = await Run.YakubaAsync("import", files, "--section", "040", "--publish", "--json", "--data", towns.FolderOf(town));
            if (ran.Code == 0)
            {
                Promises.Import(HistoryOf(town), files, ran);
            }
            else
            {
                Assert.True(Run.IsNamed(ran), ran.ToString());
            }
        }
    }
}

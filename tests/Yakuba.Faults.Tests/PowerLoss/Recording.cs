using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.PowerLoss;

/// <summary>One deed with all that it did to files, and what had been promised before and after it.</summary>
internal sealed record RecordedDeed(Deed Deed, IReadOnlyList<TracedCall> Calls, History Before, History After);

/// <summary>Deeds of the real program, one after another on one town, with everything that they wrote, synced and renamed.</summary>
internal sealed class Recording : IDisposable
{
    private readonly Stage _stage;

    private Recording(Stage stage, Disk start, IReadOnlyList<RecordedDeed> deeds) => (_stage, Start, Deeds) = (stage, start, deeds);

    /// <summary>The disk before the first deed. Calls are let happen on it once.</summary>
    internal Disk Start { get; }

    internal IReadOnlyList<RecordedDeed> Deeds { get; }

    internal static async Task<Recording> MakeAsync(string town, params Deed[] deeds)
    {
        var history = (await BaseTown.GetAsync()).History;
        var stage = new Stage(town);
        foreach (var deed in deeds)
        {
            deed.Prepare(stage);
        }

        var start = Disk.Of(stage.Root);
        var recorded = new List<RecordedDeed>();
        foreach (var deed in deeds)
        {
            var (ran, lines) = await Strace.RecordAsync(deed.Command(stage));
            Assert.True(ran.Code == 0, $"{deed}: {ran}");
            var after = new History(history);
            deed.Acknowledge(stage, ran, after);
            recorded.Add(new RecordedDeed(deed, [.. TracedCall.Read(lines)], history, after));
            history = after;
        }

        return new Recording(stage, start, recorded);
    }

    public void Dispose() => _stage.Dispose();
}

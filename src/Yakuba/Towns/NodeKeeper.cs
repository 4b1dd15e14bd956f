using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>What a node does each second for the others: it takes over changes of the list of towns, and lets towns go home. One that serves alone only ends towns whose store was taken.</summary>
internal sealed class NodeKeeper(Installation installation) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Closes the towns that their homes ask for, and those whose store another node has taken.</summary>
    internal async Task LetGoAsync()
    {
        foreach (var town in installation.Served)
        {
            town.EndTaken();
        }

        await Task.WhenAll(installation.Served.Where(t => t.IsOpen && t.Homing.IsAsked).ToList().Select(async town =>
        {
            if (!await town.CloseWhenIdleAsync() && town.Homing.IsOverdue)
            {
                await town.MoveAsync();
                town.Homing.Stay();
            }
        }));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, installation.Time, stoppingToken);
                try
                {
                    installation.Refresh();
                }
                catch (Exception e) when (StorageProblems.From(e) is not null || e is IOException)
                {
                    // The shared storage does not answer: as soon as it does, what was missed is read.
                }

                await LetGoAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}

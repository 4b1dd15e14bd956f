using Yakuba.Platform.Audit;

namespace Yakuba.Platform.Tests.Audit.Tampering;

/// <summary>Whatever is changed behind the program's back is found, and the first entry concerned is named.</summary>
public sealed class TamperingTests
{
    [Fact]
    public Task Five_hundred_random_tamperings_are_all_found() => RunAsync(seed: 17, rounds: 500);

    [Fact, Trait("Run", "nightly")]
    public Task Ten_thousand_random_tamperings_are_all_found() => RunAsync(Random.Shared.Next(), rounds: 10_000);

    [Fact]
    public async Task A_clock_that_goes_back_or_ahead_is_remarked_at_the_entry()
    {
        await using var town = await TamperedTown.OpenAsync();
        var random = new Random(3);
        for (var round = 0; round < 10; round++)
        {
            var start = town.Town.Clock.GetUtcNow();
            var step = TimeSpan.FromSeconds(random.Next(10, 1_000_000));
            var (before, after) = (random.Next(5), random.Next(1, 5));
            await TamperedTown.AppendAsync(town.Town, before);
            town.Town.Clock.Set(round % 2 == 0 ? start - step : start + step);
            await TamperedTown.AppendAsync(town.Town, after);
            town.Town.Clock.Set(round % 2 == 0 ? start + TimeSpan.FromHours(1) : start); // checked by a right clock

            var verdict = await town.VerifyAsync();

            Assert.Empty(verdict.Findings); // nothing was changed: the clock is what to ask about
            Assert.Equal(TamperedTown.Size + before, verdict.FirstRemark);
            await town.PutBackAsync();
        }
    }

    [Fact]
    public async Task A_head_file_exchanged_for_an_older_one_is_found()
    {
        await using var town = await TamperedTown.OpenAsync();
        await TamperedTown.AppendAsync(town.Town, 5);
        Assert.True((await town.Town.Get<RecordKeeper>().SignAsync(default)).IsSuccess);
        Assert.Empty((await town.VerifyAsync()).Findings);

        var head = Path.Combine(town.Town.Directory.Record, "checkpoint");
        await File.WriteAllBytesAsync(head, town.Files[head]);

        Assert.Contains("605", Assert.Single((await town.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    private static async Task RunAsync(int seed, int rounds)
    {
        await using var town = await TamperedTown.OpenAsync();
        var tampering = new RandomTampering(town, new Random(seed));
        for (var round = 0; round < rounds; round++)
        {
            if (round % 4 == 3)
            {
                var export = tampering.ExportFile();
                var report = town.VerifyExport();
                export.Check(report.IsWhole, report.FirstBadIndex);
            }
            else
            {
                var expected = round % 4 == 2 ? await tampering.FileAsync() : await tampering.DatabaseAsync();
                var verdict = await town.VerifyAsync();
                expected.Check(verdict.IsWhole, verdict.FirstBad);
            }

            await town.PutBackAsync();
        }

        // The control: everything was put back, and nothing is found.
        Assert.Empty((await town.VerifyAsync()).Findings);
        Assert.True(town.VerifyExport().IsWhole);
    }
}

using System.Diagnostics;
using System.Net;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.FullDisks;

/// <summary>No room for the database, the index, the originals, a backup: it is said in Japanese, nothing is lost, reading goes on, and with room again so does all else.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public Task A_server_without_room_answers_nothing_unrecorded_and_goes_on_by_itself() => FillAsync(2);

    [Fact, Trait("Run", "nightly")]
    public Task The_same_twenty_times() => FillAsync(20);

    [Theory]
    [InlineData("index", 1024)]
    [InlineData("originals", 1024)]
    public async Task An_import_without_room_is_refused_by_name_and_taken_up_again(string folder, int kilobytes)
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        Deeds.Import.Prepare(stage);
        var history = new History(town.History);
        using (var disk = SmallDisk.Over(Path.Combine(stage.Data, folder), kilobytes))
        {
            disk.Fill();
            var ran = await Run.YakubaAsync(Deeds.Import.Command(stage));
            Assert.True(Run.IsNamed(ran), ran.ToString());
            Assert.Contains("空き容量", ran.Output + ran.Errors);

            disk.Free();
            var again = await Run.YakubaAsync(Deeds.Import.Command(stage));
            Assert.True(again.Code == 0, again.ToString());
            Promises.Import(history, stage["files"], again);
            Assert.Empty(await TownCheck.RunAsync(stage.Data, history));
        }
    }

    [Fact]
    public async Task A_backup_without_room_is_refused_and_leaves_nothing_behind()
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        using var disk = SmallDisk.Over(stage["disk"], 256);
        var ran = await Run.YakubaAsync("backup", stage["disk/b.tar"], "--data", stage.Data);

        Assert.True(Run.IsNamed(ran), ran.ToString());
        Assert.Contains("空き容量", ran.Output + ran.Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stage["disk"]));
        Assert.Empty(await TownCheck.RunAsync(stage.Data, town.History));
    }

    private static async Task FillAsync(int times)
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        var history = new History(town.History);
        using var disk = SmallDisk.Over(stage.Data, 12 << 10);
        var (open, fault) = await OpenTown.OpenAsync(stage.Data);
        Assert.True(open is not null, fault);
        var asker = new Asker(1);
        await using (open)
        {
            using var client = new HttpClient { BaseAddress = open.Address };
            await asker.AskAsync(client);
            for (var time = 0; time < times; time++)
            {
                disk.Fill();
                for (var clock = Stopwatch.StartNew(); asker.Refusals.Count == time;)
                {
                    Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), "a full disk was never refused");
                    await asker.AskAsync(client); // what the write-ahead log has room for is still answered and recorded
                }

                Assert.StartsWith("503 ", asker.Refusals.Last());
                Assert.Contains("ください", asker.Refusals.Last());
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/passages?q=" + Uri.EscapeDataString(FaultPapers.Question(1)))).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/answers/{asker.Answers.First().GetProperty("id").GetString()}")).StatusCode);

                disk.Free();
                var answered = asker.Answers.Count;
                await asker.AskAsync(client);
                Assert.Equal(answered + 1, asker.Answers.Count);
            }
        }

        foreach (var answer in asker.Answers)
        {
            Promises.Answer(history, answer);
        }

        Assert.Empty(await TownCheck.RunAsync(stage.Data, history));
    }
}

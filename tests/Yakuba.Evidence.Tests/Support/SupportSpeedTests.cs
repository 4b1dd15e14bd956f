using System.Diagnostics;

namespace Yakuba.Evidence.Tests;

public sealed class SupportSpeedTests
{
    [Fact]
    public void A_claim_is_checked_in_milliseconds()
    {
        var checker = new SupportChecker(Dictionary.Lexicon);
        var clock = new Stopwatch();
        for (var round = 0; round < 3; round++)
        {
            clock.Restart();
            foreach (var pair in TruePairs.All)
            {
                checker.Check(pair.Claim, pair.Evidence, Dictionary.Today);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{clock.Elapsed.TotalMilliseconds / TruePairs.All.Count:0.00} ms a claim");
        Assert.True(clock.Elapsed.TotalMilliseconds / TruePairs.All.Count < 50);
    }
}

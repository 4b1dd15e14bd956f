using System.Diagnostics;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>Opens a data directory through the real doors and compares it with what was promised: nothing lost, nothing twice, no partial document found, every answer recorded, every citation there, the record whole.</summary>
internal static class TownCheck
{
    // Ten seconds are what a start may take on a quiet machine; a test must not fail because others build beside it.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private static TimeSpan _longestSeen;

    /// <summary>The longest start so far, to be reported.</summary>
    internal static string LongestSeen => $"longest start {_longestSeen.TotalSeconds:F1} s";

    /// <summary>Checks.</summary>
    /// <param name="data">The data directory, which nobody has open.</param>
    /// <param name="history">What was promised.</param>
    /// <param name="isVerifiedApart">True to run <c>yakuba-verify</c> as a process of its own, which takes half a second; else its entry point is called.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    internal static async Task<IReadOnlyList<string>> RunAsync(string data, History history, bool isVerifiedApart = false)
    {
        var clock = Stopwatch.StartNew();
        var (town, fault) = await OpenAsync(data);
        if (town is null)
        {
            return ["does not start: " + fault];
        }

        await using (town)
        {
            var findings = new List<string>();
            var start = clock.Elapsed;
            _longestSeen = start > _longestSeen ? start : _longestSeen;
            if (start > LongestStart)
            {
                findings.Add($"started only after {start.TotalSeconds:F1} s");
            }

            if (!await town.QuietAsync())
            {
                findings.Add("a job does not come to its end");
            }

            findings.AddRange(await StoreLook.RunAsync(town, history));
            findings.AddRange(await DocumentLook.RunAsync(town, history));
            findings.AddRange(await AnswerLook.RunAsync(town, history));
            findings.AddRange(await RecordLook.RunAsync(town, history, isVerifiedApart));
            findings.AddRange(town.Errors.Lines.Select(line => "the server logged: " + line));
            return findings;
        }
    }

    private static async Task<(OpenTown? Town, string Fault)> OpenAsync(string data)
    {
        try
        {
            return await OpenTown.OpenAsync(data);
        }
        catch (Exception e) // whatever it is, it is what is wrong
        {
            return (null, e.ToString());
        }
    }
}

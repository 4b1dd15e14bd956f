using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Yakuba.Documents.Tests.Fuzzing;

/// <summary>Tests that measure time run when no other does: Chromium and LibreOffice beside them would be measured too.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>Valid files, harmed at random, through each of our own readers: no exception but those that name a refusal, and none that runs for 5 seconds.</summary>
[Collection("Alone")]
public sealed class FuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Harmed_files_are_read_or_refused() =>
        Run(TimeSpan.FromSeconds(10), Environment.GetEnvironmentVariable("YAKUBA_FUZZ_SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 20_261_122);

    [Fact, Trait("Run", "nightly")]
    public void Harmed_files_are_read_or_refused_for_ten_minutes() => Run(TimeSpan.FromMinutes(10), Random.Shared.Next(1_000_000_000));

    /// <summary>Tries files until the time is over: always the same ones in the usual run, others each night. <c>YAKUBA_FUZZ_SEED</c> begins with a seed that a night found.</summary>
    private static void Run(TimeSpan time, int first)
    {
        var faults = new Dictionary<string, string>();
        var (tried, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed < time && faults.Count < 20; tried++)
        {
            var at = first + tried;
            // A stall of the machine is no fault of the file: what fails must fail twice.
            if (Try(at) is not null && Try(at) is { } fault)
            {
                faults.TryAdd(fault.Kind, $"seed {at}: {fault.Words}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} files from seed {first} on");
        Assert.True(tried > 0 && faults.Count == 0, string.Join("\n\n", faults.Values));
    }

    private static (string Kind, string Words)? Try(int seed)
    {
        var random = new Random(seed);
        var (name, content) = ValidFiles.All[random.Next(ValidFiles.All.Count)];
        var harmed = Mutation.Of(content, random);
        Exception? fault = null;
        var thread = new Thread(() => fault = Read(name, harmed), 64 << 20) { IsBackground = true };
        thread.Start();
        return !thread.Join(Longest + Longest) ? ("hangs " + Path.GetExtension(name), $"{name} still runs after 10 s")
            : fault is null ? null
            : (fault.GetType().Name + fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Yakuba.", StringComparison.Ordinal)), $"{name}: {fault}");
    }

    private static Exception? Read(string name, byte[] content)
    {
        using var clock = new CancellationTokenSource(Longest);
        var source = new ReadSource(name, content, ReadLimits.Default, clock.Token);
        try
        {
            var document = TagCharacters.TakeOut(name.EndsWith(ValidFiles.Layout, StringComparison.Ordinal) ? LaidOut(source) : FormatDetector.Open(source), source.Notes);
            PassageCutter.Cut(document);
            _ = source.Notes.ToReport(name, document).Lines;
            return clock.IsCancellationRequested ? new TimeoutException(name) : null;
        }
        catch (Exception e) when (e is UnreadableException or TableTooLargeException or XmlException)
        {
            return null;
        }
        catch (Exception e) when (e is OperationCanceledException or RegexMatchTimeoutException)
        {
            return new TimeoutException(name, e);
        }
        catch (Exception e) // What this test is for.
        {
            return e;
        }
    }

    /// <summary>What the pages of a PDF become, from the layout that poppler prints; nothing is drawn.</summary>
    private static Document LaidOut(ReadSource source)
    {
        using var file = new ScratchFile([]);
        using var ink = new PdfInk(source, file, 0);
        var blocks = new PdfBlocks(source, new Dictionary<int, double>());
        foreach (var page in PdfLayout.Pages(source, new MemoryStream(source.Content)))
        {
            blocks.Add(page, ink);
        }

        return new Document("紙面", DocumentKind.Pdf, blocks.Finish(), [], DocumentDates.None);
    }
}

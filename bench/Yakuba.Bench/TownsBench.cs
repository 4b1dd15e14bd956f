using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Yakuba.Bench;

/// <summary>Many towns on one machine, against the running program: what opening one takes, what each holds, and what a noisy one costs the others: <c>towns FOLDER PROGRAM [TOWNS]</c>.</summary>
/// <remarks>FOLDER holds <c>template</c>, a data directory, or what an earlier run made of it. The program runs in a process of its own, the callers in this one.</remarks>
internal static class TownsBench
{
    private const int Quiet = 8;
    private const string Question = "粗大ごみの出し方は";
    private static readonly HttpClient Client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { Timeout = TimeSpan.FromSeconds(120) };

    internal static async Task<int> RunAsync(string[] args)
    {
        var (folder, program) = (args[0], args[1]);
        var codes = Codes(int.Parse(args.ElementAtOrDefault(2) ?? "200", CultureInfo.InvariantCulture));
        Make(folder, codes);
        Console.WriteLine($"machine: {Environment.ProcessorCount} CPUs, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start; {codes.Count} towns");
        using var server = await StartAsync(folder, program, codes.Count);
        try
        {
            await OpenAsync(server, codes);
            await NoiseAsync(server, codes);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        return 0;
    }

    private static async Task OpenAsync(Process server, IReadOnlyList<string> codes)
    {
        Console.WriteLine($"registered, none open: {Resident(server)}");
        var first = await TimeAsync(() => GetAsync(codes[0]));
        Console.WriteLine($"the first town of the process: {first:N0} ms");
        var times = new List<double>();
        var worked = Worked(server);
        for (var i = 1; i < codes.Count; i++)
        {
            times.Add(await TimeAsync(() => GetAsync(codes[i])));
            await Task.Delay(100); // what a town looks over once it is open is no part of the next one's opening
            if (i is 19 or 99 || i == codes.Count - 1)
            {
                Console.WriteLine($"{i + 1} open, one page each: {Resident(server)}");
            }
        }

        Console.WriteLine($"first page of a closed town: {Shares(times)}; processor time {(Worked(server) - worked).TotalMilliseconds / times.Count:N0} ms each, with all that goes on behind it");
        Console.WriteLine($"the same page again: {Shares([.. await Task.WhenAll(codes.Take(1).SelectMany(c => Enumerable.Repeat(c, 50)).Select((c, i) => SecondAsync(c, i)))])}");
    }

    private static async Task<double> SecondAsync(string code, int place)
    {
        await Task.Delay(place * 20);
        return await TimeAsync(() => GetAsync(code));
    }

    private static async Task NoiseAsync(Process server, IReadOnlyList<string> codes)
    {
        var (medians, ends) = (new List<double>(), new List<double>());
        var quiet = codes.Take(Quiet).ToList();
        foreach (var code in codes.Take(Quiet + 1))
        {
            await AskAsync(code); // opens its index
        }

        await MeasureAsync(quiet, TimeSpan.FromSeconds(10));
        for (var round = 1; round <= 5; round++)
        {
            var worked = Worked(server);
            var alone = await MeasureAsync(quiet, TimeSpan.FromSeconds(15));
            Console.WriteLine($"round {round}, {Quiet} quiet towns: {Shares(alone)} (the program works {(Worked(server) - worked).TotalSeconds / 15:P0} of a processor)");
            using var stop = new CancellationTokenSource();
            var noise = Enumerable.Range(0, 64).Select(_ => HammerAsync(codes[Quiet], stop.Token)).ToList();
            await Task.Delay(1000);
            var beside = await MeasureAsync(quiet, TimeSpan.FromSeconds(15));
            await stop.CancelAsync();
            var counts = await Task.WhenAll(noise);
            Console.WriteLine($"round {round}, beside 64 callers of one town: {Shares(beside)} (that town: {counts.Sum(c => c.Answered) / 16.0:N0} answers/s, {counts.Sum(c => c.Refused)} told to wait)");
            medians.Add(At(beside, 0.5) / At(alone, 0.5));
            ends.Add(At(beside, 0.95) / At(alone, 0.95));
        }

        Console.WriteLine(FormattableString.Invariant($"beside a noisy one the others' median is {At(medians, 0.5):N2} times as long, their p95 {At(ends, 0.5):N2} times (medians of {ends.Count} rounds: {string.Join(", ", ends.Select(e => e.ToString("N2", CultureInfo.InvariantCulture)))})"));
    }

    /// <summary>Each town asks twice a second.</summary>
    private static async Task<List<double>> MeasureAsync(IReadOnlyList<string> towns, TimeSpan time)
    {
        var end = Stopwatch.StartNew();
        var all = await Task.WhenAll(towns.Select(async (code, place) =>
        {
            var times = new List<double>();
            await Task.Delay(place * 500 / towns.Count);
            while (end.Elapsed < time)
            {
                var next = Task.Delay(500);
                times.Add(await TimeAsync(() => AskAsync(code)));
                await next;
            }

            return times;
        }));
        return [.. all.SelectMany(t => t)];
    }

    private static async Task<(int Answered, int Refused)> HammerAsync(string code, CancellationToken stop)
    {
        var (answered, refused) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            using var response = await Client.PostAsJsonAsync($"/t/{code}/api/v1/questions", new { question = Question }, CancellationToken.None);
            (answered, refused) = response.IsSuccessStatusCode ? (answered + 1, refused) : (answered, refused + 1);
        }

        return (answered, refused);
    }

    private static async Task AskAsync(string code)
    {
        using var response = await Client.PostAsJsonAsync($"/t/{code}/api/v1/questions", new { question = Question });
        response.EnsureSuccessStatusCode();
    }

    private static async Task GetAsync(string code) => await Client.GetStringAsync($"/t/{code}/signin");

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var begin = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static string Shares(IReadOnlyList<double> times) =>
        FormattableString.Invariant($"{times.Count} times, median {At(times, 0.5):N0} ms, p95 {At(times, 0.95):N0} ms, most {times.Max():N0} ms");

    private static double At(IReadOnlyList<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    private static TimeSpan Worked(Process server)
    {
        server.Refresh();
        return server.TotalProcessorTime;
    }

    private static string Resident(Process server)
    {
        string Line(string name) => File.ReadLines($"/proc/{server.Id}/status").Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':')[1].Trim().Split(' ')[0];
        return FormattableString.Invariant($"{int.Parse(Line("VmRSS"), CultureInfo.InvariantCulture) / 1024} MB resident, {Line("Threads")} threads");
    }

    private static async Task<Process> StartAsync(string folder, string program, int most)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var argument in new[] { "serve", "--installation", folder, "--urls", "http://127.0.0.1:0", "--most-open", most.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        var server = Process.Start(start)!;
        var said = await server.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("The program ended.");
        _ = server.StandardError.ReadToEndAsync();
        Client.BaseAddress = new Uri(said.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal)).Split('（')[0]);
        return server;
    }

    private static void Make(string folder, IReadOnlyList<string> codes)
    {
        var template = Path.Combine(folder, "template");
        foreach (var code in codes.Where(c => !Directory.Exists(Path.Combine(folder, "towns", c))))
        {
            foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("lock" or "control.sock")))
            {
                var copy = Path.Combine(folder, "towns", code, Path.GetRelativePath(template, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        var towns = codes.Select(code => new { code, name = code, host = "", state = "open", reason = "", changedAt = "", exportedAt = "" });
        File.WriteAllText(Path.Combine(folder, "installation.json"), JsonSerializer.Serialize(new { version = 1, towns }));
    }

    private static List<string> Codes(int count) => [.. Enumerable.Range(10001, count).Select(n =>
    {
        var five = n.ToString(CultureInfo.InvariantCulture);
        return five + ((11 - (five.Select((c, i) => (c - '0') * (6 - i)).Sum() % 11)) % 10).ToString(CultureInfo.InvariantCulture);
    })];
}

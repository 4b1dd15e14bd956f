using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Yakuba.Bench;

/// <summary>Many browsers that are open and say nothing, beside some that ask: <c>idle URL PID [CONNECTIONS] [ASKS-A-SECOND] [SECONDS] [QUESTION]</c>. The server is a process of its own.</summary>
/// <remarks>The product holds no stream open that has nothing to say: an answer is one stream of events that ends with it. What stays open is the connection.</remarks>
internal static class IdleBench
{
    private static readonly TimeSpan Touch = TimeSpan.FromSeconds(60); // the server closes a connection after 130 s of silence

    internal static async Task<int> RunAsync(string[] args)
    {
        var (url, process) = (new Uri(args[0]), int.Parse(args[1], CultureInfo.InvariantCulture));
        var count = Number(args, 2, 10_000);
        var (rate, seconds) = (Number(args, 3, 50), Number(args, 4, 60));
        var question = args.ElementAtOrDefault(5) ?? "受付時間は何時までですか";
        Console.WriteLine($"before: {Resident(process):N1} MiB");
        await AskAsync(url, rate, Math.Min(10, seconds), question, "warm-up");
        var before = Resident(process);
        Console.WriteLine($"warm: {before:N1} MiB");

        var connections = new TcpClient[count];
        var dropped = 0;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            connections[i] = new TcpClient();
            await connections[i].ConnectAsync(url.Host, url.Port);
            Interlocked.Add(ref dropped, await SpeakAsync(connections[i], url, "/") ? 0 : 1);
        });
        var with = Resident(process);
        Console.WriteLine(FormattableString.Invariant($"{count} idle connections, {Open(process)} files open in the server: {with:N1} MiB, {(with - before) * 1024 / count:N1} KiB each"));
        var asking = AskAsync(url, rate, seconds, question, "beside them");
        for (var touched = Stopwatch.StartNew(); !asking.IsCompleted; await Task.WhenAny(asking, Task.Delay(TimeSpan.FromSeconds(1))))
        {
            if (touched.Elapsed > Touch)
            {
                touched.Restart();
                dropped += await TouchAsync(connections, url);
            }
        }

        var failed = await asking;
        dropped += await TouchAsync(connections, url);
        Console.WriteLine(FormattableString.Invariant($"dropped: {dropped}; most memory {Most(process):N1} MiB, at the end {Resident(process):N1} MiB"));
        return failed + dropped == 0 ? 0 : 1;
    }

    /// <returns>How many are gone.</returns>
    private static async Task<int> TouchAsync(TcpClient[] connections, Uri url)
    {
        var gone = 0;
        await Parallel.ForEachAsync(connections, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (connection, _) => Interlocked.Add(ref gone, await SpeakAsync(connection, url, "/healthz") ? 0 : 1));
        return gone;
    }

    /// <summary>One request on a connection that stays open, read to its end.</summary>
    private static async Task<bool> SpeakAsync(TcpClient connection, Uri url, string path)
    {
        var buffer = new byte[8192];
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {url.Authority}\r\n\r\n"));
            var (said, isFirst) = (new StringBuilder(), true);
            do
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                {
                    return false;
                }

                said.Append(Encoding.Latin1.GetString(buffer, 0, read));
                if (isFirst && !said.ToString().StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                {
                    return false;
                }

                isFirst = false;
            }
            while (!IsWhole(said.ToString()));
            return true;
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsWhole(string said)
    {
        var body = said.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        if (body < 4)
        {
            return false;
        }

        var length = said.IndexOf("Content-Length: ", 0, body, StringComparison.OrdinalIgnoreCase);
        return length < 0
            ? said.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
            : said.Length - body >= int.Parse(said.AsSpan(length + 16, said.IndexOf('\r', length) - length - 16), CultureInfo.InvariantCulture);
    }

    /// <summary>Asks at a steady rate; tells how long the first event takes and the whole answer.</summary>
    private static async Task<int> AskAsync(Uri url, int rate, int seconds, string question, string what)
    {
        using var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
        var (asked, clock) = (new List<Task<(double First, double All)?>>(), Stopwatch.StartNew());
        for (var i = 0; i < rate * seconds; i++)
        {
            if (TimeSpan.FromSeconds((double)i / rate) - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            asked.Add(OneAsync(client, question, i));
        }

        var took = (await Task.WhenAll(asked)).OfType<(double First, double All)>().ToList();
        var failed = asked.Count - took.Count;
        var (first, all) = (took.Select(t => t.First).Order().ToArray(), took.Select(t => t.All).Order().ToArray());
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {asked.Count} asked in {clock.Elapsed.TotalSeconds:N0} s, {failed} failed; first event p50 {first[first.Length / 2]:N0} ms, p95 {first[first.Length * 95 / 100]:N0} ms; whole answer p95 {all[all.Length * 95 / 100]:N0} ms"));
        return failed;
    }

    private static async Task<(double First, double All)?> OneAsync(HttpClient client, string question, int number)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions")
        {
            Content = JsonContent.Create(new { model = "yakuba", stream = true, messages = new[] { new { role = "user", content = question } } }),
        };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")); // one address may not ask so often
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
            await events.ReadLineAsync();
            var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var isWhole = (await events.ReadToEndAsync()).TrimEnd().EndsWith("[DONE]", StringComparison.Ordinal);
            return response.IsSuccessStatusCode && isWhole ? (first, Stopwatch.GetElapsedTime(start).TotalMilliseconds) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    private static int Number(string[] args, int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Memory of a process that lies in RAM, in MiB.</summary>
    private static double Resident(int process) => Status(process, "VmRSS");

    private static double Most(int process) => Status(process, "VmHWM");

    private static int Open(int process) => Directory.GetFiles($"/proc/{process}/fd").Length;

    private static double Status(int process, string name) => File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith(name, StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();
}

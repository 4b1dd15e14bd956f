using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Tests.Library.Workers;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>A real server, ended by SIGKILL while a browser sends it a folder in pieces.</summary>
public sealed class KilledUploadTests
{
    private const int Small = 400;
    private const int Piece = 256 << 10;

    private static readonly (string Path, byte[] Bytes)[] Folder =
    [
        ("送る/大きい.txt", LibraryTown.Text("大きな案内\n\n" + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"窓口{i}番の受付時間は午前9時から午後5時までとする。\n")))),
        .. Enumerable.Range(0, Small).Select(i => ($"送る/{i % 7}/{i:D3}.txt", LibraryTown.Text($"案内その{i}\n\n窓口{i}番の受付時間は午前9時から午後5時までとする。"))),
    ];

    [Fact]
    public async Task A_folder_sent_to_a_server_that_is_killed_again_and_again_comes_in_whole_and_once()
    {
        using var data = new TemporaryFolder();
        await KilledImportTests.MakeTownAsync(data.Path);
        await AddHeadAsync(data.Path);
        var cookies = new CookieContainer(); // the browser stays the same, and so does its session
        string upload;
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            using var browser = Browser(server, cookies);
            (await browser.PostAsJsonAsync("/api/v1/session", new { userName = "kudo", password = TestTown.Password })).EnsureSuccessStatusCode();
            var files = Folder.Select(f => new { path = f.Path, bytes = f.Bytes.Length, modified = 1 });
            var announced = await browser.PostAsJsonAsync("/api/v1/uploads", new { section = "040", label = "公開", publish = true, files });
            upload = "/api/v1/uploads/" + (await announced.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            await KillInAPieceAsync(server, browser, upload, 0);
        }

        // Half a piece is here: it counts, and the next one begins behind it.
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            using var browser = Browser(server, cookies);
            var received = Received(await StateAsync(browser, upload), 0);
            Assert.InRange(received, 1, Folder[0].Bytes.Length - 1);
            var page = await browser.GetStringAsync("/library/add");
            Assert.Contains("送信の途中の登録があります", page);
            Assert.Contains($"{Folder.Length}件のうち0件が届いています", page);
            Assert.Contains("続きを送る: 前と同じフォルダを選ぶ", page);
            Assert.Equal("library-upload-incomplete", await LibraryTown.ProblemAsync(await browser.PostAsync($"{upload}/import", null)));
            await SendAsync(browser, upload, files: 30);
            await server.KillAsync();
        }

        string job;
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            using var browser = Browser(server, cookies);
            Assert.Contains($"{Folder.Length}件のうち30件が届いています", await browser.GetStringAsync("/library/add"));
            await SendAsync(browser, upload, files: Folder.Length);
            job = await StartAsync(browser, upload);
            await WorkerProcesses.UntilAsync(() => RunningServer.Kept(data.Path) > 10, "no file was kept");
            await server.KillAsync();
        }

        Assert.InRange(RunningServer.Kept(data.Path), 1, Folder.Length - 1);
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            using var browser = Browser(server, cookies);
            Assert.Equal(job, await StartAsync(browser, upload)); // whose answer may have been lost
            var end = await LibraryTown.EndOfAsync(browser, job);
            Assert.Equal(Folder.Length, end.GetProperty("summary").GetProperty("added").GetInt32());
            Assert.DoesNotContain("送信の途中の登録があります", await browser.GetStringAsync("/library/add"));
            await server.KillAsync();
        }

        await KilledImportTests.CheckAsync(data.Path, Folder.Length);
        Assert.Equal(Folder.Select(f => Convert.ToHexStringLower(SHA256.HashData(f.Bytes))).Order(StringComparer.Ordinal), RunningServer.Originals(data.Path).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(data.Path, "uploads")));
    }

    private static async Task AddHeadAsync(string path)
    {
        await using var directory = (await DataDirectory.OpenAsync(path, null, TimeProvider.System)).Value;
        await using var services = new ServiceCollection().AddLogging().AddPlatform(directory).AddAudit().AddAccounts().BuildServiceProvider();
        var head = new PersonInput("kudo", [Role.SectionHead.ToKey()], ["040"], Label.Section.ToName());
        Assert.True((await services.GetRequiredService<KeepPeopleHandler>().AddAsync("kudo", head, TestTown.Password, Actor.Console("test"), default)).IsSuccess);
    }

    private static HttpClient Browser(RunningServer server, CookieContainer cookies) => new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = server.Address };

    private static Task<JsonElement> StateAsync(HttpClient browser, string upload) => browser.GetFromJsonAsync<JsonElement>(upload);

    private static long Received(JsonElement state, int index) => state.GetProperty("files")[index].GetProperty("received").GetInt64();

    /// <summary>Sends as the page does, from where each file ends here, until so many files are here.</summary>
    private static async Task SendAsync(HttpClient browser, string upload, int files)
    {
        foreach (var file in (await StateAsync(browser, upload)).GetProperty("files").EnumerateArray().Take(files).Where(f => !f.GetProperty("isHere").GetBoolean()))
        {
            var bytes = Folder.Single(f => f.Path == file.GetProperty("path").GetString()).Bytes;
            for (var from = (int)Math.Max(0, file.GetProperty("received").GetInt64()); from < bytes.Length; from += Piece)
            {
                var piece = new ByteArrayContent(bytes, from, Math.Min(Piece, bytes.Length - from));
                (await browser.PutAsync($"{upload}/files/{file.GetProperty("index").GetInt64()}?from={from}", piece)).EnsureSuccessStatusCode();
            }
        }
    }

    private static async Task KillInAPieceAsync(RunningServer server, HttpClient browser, string upload, int index)
    {
        using var stalled = new StalledPiece(Folder[index].Bytes.AsMemory(0, 2 * Piece), sent: Piece + 1_001);
        var sending = browser.PutAsync($"{upload}/files/{index}?from=0", stalled);
        await WorkerProcesses.UntilAsync(() => Directory.EnumerateFiles(Path.Combine(server.Data, "uploads"), "*", SearchOption.AllDirectories).Any(f => new FileInfo(f).Length > 0), "nothing of the piece came");
        await server.KillAsync();
        stalled.End();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
    }

    private static async Task<string> StartAsync(HttpClient browser, string upload) =>
        (await (await browser.PostAsync($"{upload}/import", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!;

    /// <summary>A piece whose second half never comes.</summary>
    private sealed class StalledPiece(ReadOnlyMemory<byte> piece, int sent) : HttpContent
    {
        private readonly TaskCompletionSource _end = new();

        internal void End() => _end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(piece[..sent]);
            await stream.FlushAsync();
            await _end.Task;
            throw new IOException("the connection is gone");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = piece.Length;
            return true;
        }
    }
}

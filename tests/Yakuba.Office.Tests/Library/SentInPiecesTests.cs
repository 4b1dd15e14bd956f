using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>A folder sent file by file over connections that break.</summary>
public sealed class SentInPiecesTests
{
    private static readonly (string Path, string Text)[] Folder =
    [
        ("例規/納期.txt", "納期の案内\n\n納期限は6月30日です。"),
        ("例規/減免/減免.txt", "減免の手引き\n\n申請は納期限の7日前までに受け付ける。"),
        ("例規/空.txt", ""),
    ];

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_folder_comes_in_piece_by_piece_and_again_changes_only_what_changed(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        using var browser = await town.BrowserAsync("nishi");
        var upload = await AnnounceAsync(browser, Folder.Append(("例規/.DS_Store", "x")));
        Assert.Equal((3, 1), (upload.GetProperty("files").GetArrayLength(), upload.GetProperty("leftOut").GetInt32()));

        await SendAsync(browser, upload, Folder, half: true);
        Assert.Equal("library-upload-incomplete", await LibraryTown.ProblemAsync(await browser.PostAsync($"{Address(upload)}/import", null)));

        // The page was closed: what the server says is all there is to go on with.
        var again = await browser.GetFromJsonAsync<JsonElement>(Address(upload));
        await SendAsync(browser, again, Folder, half: false);
        var job = await StartAsync(browser, upload);
        Assert.Equal(job, await StartAsync(browser, upload)); // an answer that was lost is asked for again
        var end = await LibraryTown.EndOfAsync(browser, job);

        Assert.Equal(["例規/納期.txt", "例規/減免/減免.txt", "例規/空.txt"], end.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()));
        Assert.Equal((2, 1), (end.GetProperty("summary").GetProperty("added").GetInt32(), end.GetProperty("summary").GetProperty("unreadable").GetInt32()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));

        (string, string)[] changed = [Folder[0], ("例規/減免/減免.txt", "減免の手引き\n\n申請は納期限の10日前までに受け付ける。"), ("例規/新しい.txt", "新しい案内\n\n納期限は8月31日です。")];
        var second = await AnnounceAsync(browser, changed);
        await SendAsync(browser, second, changed, half: false);
        var sum = (await LibraryTown.EndOfAsync(browser, await StartAsync(browser, second))).GetProperty("summary");
        Assert.Equal((1, 1, 1), (sum.GetProperty("unchanged").GetInt32(), sum.GetProperty("newVersions").GetInt32(), sum.GetProperty("added").GetInt32()));
    }

    [Fact]
    public async Task Two_files_of_an_impossible_size_are_too_large_and_not_an_error()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");

        var answer = await browser.PostAsJsonAsync("/api/v1/uploads", new { section = "040", files = new[] { ("a.img", long.MaxValue), ("b.img", long.MaxValue), ("c.txt", 3L) }.Select(f => new { path = f.Item1, bytes = f.Item2, modified = 0 }) });

        var state = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([true, true, false], state.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("tooLarge").GetBoolean()));
    }

    [Fact]
    public async Task A_piece_out_of_place_or_too_long_is_refused_and_what_was_there_stays()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        var upload = await AnnounceAsync(browser, Folder);
        Assert.Equal(HttpStatusCode.OK, (await PieceAsync(browser, upload, 0, 0, "納期"u8.ToArray())).StatusCode);

        Assert.Equal("library-piece-out-of-place", await LibraryTown.ProblemAsync(await PieceAsync(browser, upload, 0, 3, "案内"u8.ToArray())));
        Assert.Equal("library-piece-out-of-place", await LibraryTown.ProblemAsync(await PieceAsync(browser, upload, 0, 0, "納期"u8.ToArray()))); // the same once more
        Assert.Equal(6, Received(await browser.GetFromJsonAsync<JsonElement>(Address(upload)), 0));
        Assert.Equal("library-piece-too-long", await LibraryTown.ProblemAsync(await PieceAsync(browser, upload, 2, 0, "x"u8.ToArray())));
        Assert.Equal("library-no-such-upload", await LibraryTown.ProblemAsync(await PieceAsync(browser, upload, 99, 0, "x"u8.ToArray())));
    }

    [Fact]
    public async Task What_did_not_come_is_named_when_the_rest_is_taken_in()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        var upload = await AnnounceAsync(browser, Folder);
        await PieceAsync(browser, upload, 0, 0, Encoding.UTF8.GetBytes(Folder[0].Text));

        var started = await browser.PostAsync($"{Address(upload)}/import?partly=true", null);
        var end = await LibraryTown.EndOfAsync(browser, (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!);

        Assert.Equal(["", "library-not-sent", "library-not-sent"], end.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("problem").GetString()));
        Assert.Equal("library-no-such-upload", await LibraryTown.ProblemAsync(await PieceAsync(browser, upload, 1, 0, "遅れて"u8.ToArray())));
    }

    [Fact]
    public async Task An_upload_is_nobody_elses_and_can_be_thrown_away()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var nishi = await town.BrowserAsync("nishi");
        using var kudo = await town.BrowserAsync("kudo");
        var upload = await AnnounceAsync(nishi, Folder);

        Assert.Equal(HttpStatusCode.NotFound, (await kudo.GetAsync(Address(upload))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PieceAsync(kudo, upload, 0, 0, "x"u8.ToArray())).StatusCode);
        Assert.Contains("送信の途中の登録があります", await nishi.GetStringAsync("/library/add"));
        Assert.DoesNotContain("送信の途中の登録があります", await kudo.GetStringAsync("/library/add"));

        Assert.Equal(HttpStatusCode.NoContent, (await nishi.DeleteAsync(Address(upload))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nishi.GetAsync(Address(upload))).StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
    }

    [Fact]
    public async Task More_than_the_disk_takes_is_refused_before_anything_is_sent()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        Assert.True((await town.Town.Get<ChangeSettingsHandler>().HandleAsync(new Dictionary<string, string> { [ReadingLimits.FileMegabytes.Name] = "1000" }, Actor.Console("test"), default)).IsSuccess); // fewer files fill a large disk
        var most = (await town.Town.Get<ReadingLimits>().GetAsync(default)).MaxFileBytes;
        var room = new DriveInfo(town.Town.Directory.Root).AvailableFreeSpace;

        var answer = await browser.PostAsJsonAsync("/api/v1/uploads", new { section = "040", files = Enumerable.Range(0, (int)(room / most) + 50).Select(i => new { path = $"{i}.pdf", bytes = most, modified = 0 }) });

        Assert.Equal("library-upload-disk-full", await LibraryTown.ProblemAsync(answer));
    }

    [Theory]
    [InlineData("""{"section":"060","label":"公開","files":[{"path":"a.txt","bytes":1}]}""", "library-not-for-this-section")]
    [InlineData("""{"section":"040","label":"公開","publish":true,"files":[{"path":"a.txt","bytes":1}]}""", "library-may-not-publish")]
    [InlineData("""{"section":"040","label":"極秘","files":[{"path":"a.txt","bytes":1}]}""", "library-unknown-label")]
    [InlineData("""{"section":"040","files":[]}""", "library-nothing-to-import")]
    [InlineData("""{"section":"040","files":[{"path":"Thumbs.db","bytes":1}]}""", "library-nothing-to-import")]
    [InlineData("""{"section":"040","files":[{"path":"../..","bytes":1}]}""", "library-upload-plan")]
    [InlineData("""{"section":"040","files":[{"path":"a.txt","bytes":-1}]}""", "library-upload-plan")]
    [InlineData("""{"section":"040","files":[null]}""", "library-upload-plan")]
    [InlineData("""{"section":"040","files":[{"path":"a/b.txt","bytes":1},{"path":"a//b.txt","bytes":2}]}""", "library-same-path")]
    public async Task An_announcement_that_cannot_be_is_refused_by_name(string body, string problem)
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");

        var response = await browser.PostAsync("/api/v1/uploads", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(problem, await LibraryTown.ProblemAsync(response));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Directory.CreateDirectory(Path.Combine(town.Town.Directory.Root, "uploads")).FullName));
    }

    private static async Task<JsonElement> AnnounceAsync(HttpClient browser, IEnumerable<(string Path, string Text)> files)
    {
        var answer = await browser.PostAsJsonAsync("/api/v1/uploads", new { section = "040", label = "公開", files = files.Select(f => new { path = f.Path, bytes = Encoding.UTF8.GetByteCount(f.Text), modified = 1 }) });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task SendAsync(HttpClient browser, JsonElement upload, (string Path, string Text)[] folder, bool half)
    {
        foreach (var file in upload.GetProperty("files").EnumerateArray().Where(f => !f.GetProperty("isHere").GetBoolean()))
        {
            var bytes = Encoding.UTF8.GetBytes(folder.Single(f => f.Path == file.GetProperty("path").GetString()).Text);
            var from = (int)Math.Max(0, file.GetProperty("received").GetInt64());
            var end = half ? bytes.Length / 2 : bytes.Length;
            Assert.Equal(HttpStatusCode.OK, (await PieceAsync(browser, upload, file.GetProperty("index").GetInt64(), from, bytes[from..end])).StatusCode);
        }
    }

    private static Task<HttpResponseMessage> PieceAsync(HttpClient browser, JsonElement upload, long index, long from, byte[] piece) =>
        browser.PutAsync($"{Address(upload)}/files/{index}?from={from}", new ByteArrayContent(piece));

    private static async Task<string> StartAsync(HttpClient browser, JsonElement upload) =>
        (await (await browser.PostAsync($"{Address(upload)}/import", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!;

    private static string Address(JsonElement upload) => $"/api/v1/uploads/{upload.GetProperty("id").GetString()}";

    private static long Received(JsonElement upload, int index) => upload.GetProperty("files")[index].GetProperty("received").GetInt64();
}

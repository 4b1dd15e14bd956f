using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Tests.Walls;

/// <summary>What was deleted is not on the disk either, once deleted documents have been forgotten: every file of the data directory is read byte by byte.</summary>
public sealed class RawFilesTests
{
    [Fact]
    public async Task After_deleting_and_forgetting_no_file_holds_a_byte_of_it()
    {
        var deal = Paper.Deal(new Random(6));
        var (gone, kept) = (deal.Where(p => p.State == PaperState.Deleted).ToList(), deal.Where(p => p.Label == Label.Public && p.State == PaperState.Live).ToList());
        await using var town = await WallsTown.OpenAsync([.. gone, .. kept]);
        await UploadAndDeleteAsync(town);
        foreach (var paper in kept)
        {
            Assert.NotEmpty(Holding(town, paper)); // the search does see what lies there
        }

        var before = gone.Where(p => Holding(town, p).Count > 0).ToList();
        var said = await town.Knockers["operator"].CommandAsync("forget-deleted");

        TestContext.Current.TestOutputHelper?.WriteLine($"{gone.Count} deleted papers, of {before.Count} something lay on the disk before: {said}");
        Assert.StartsWith("0\n", said);
        Assert.Equal("", await RowsAsync(town, [.. gone.SelectMany(p => p.Canaries), Uploaded]));
        Assert.All(gone, paper => Assert.Empty(Holding(town, paper)));
        Assert.Empty(Holding(town, Encoding.UTF8.GetBytes(Uploaded)));
        foreach (var paper in kept)
        {
            Assert.Contains(paper.Canaries[3], await town.HeadOf(paper).GetStringAsync($"/documents/{paper.Version}"));
        }
    }

    private const string Uploaded = "VTQKXWZRJB";

    // Through the browser, so that staging and upload tables have held it too.
    private static async Task UploadAndDeleteAsync(WallsTown town)
    {
        var head = town.Knockers["section head"].Browser;
        var content = Encoding.UTF8.GetBytes($"# 送った案内 {Uploaded}\n\n{Uploaded}の手数料は、100円です。\n");
        using var form = new MultipartFormDataContent { { new StringContent("040"), "section" }, { new StringContent("公開"), "label" }, { new StringContent("on"), "publish" } };
        form.Add(new ByteArrayContent(content), "files", $"{Uploaded}.md");
        using var response = await head.PostAsync("/api/v1/imports", form);
        await EndAsync(head, response);
        using var announced = await head.PostAsJsonAsync("/api/v1/uploads", new { section = "040", label = "公開", files = new[] { new { path = $"{Uploaded}/写し.md", bytes = content.Length, modified = 1 } } });
        var upload = (await announced.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await WallsTown.DoneAsync(head.PutAsync($"/api/v1/uploads/{upload}/files/0?from=0", new ByteArrayContent(content)));
        using var started = await head.PostAsJsonAsync($"/api/v1/uploads/{upload}/import", new { });
        await EndAsync(head, started); // a duplicate, whose line names the other

        await using var read = await town.Town.Database.ReadAsync();
        var version = await read.CountAsync("SELECT max(number) FROM version WHERE file_name = @name", new { name = $"{Uploaded}.md" });
        await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{version}/retirement", new { reason = "test" }));
        await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{version}/deletion", new { reason = "test" }));
    }

    private static async Task EndAsync(HttpClient browser, HttpResponseMessage started)
    {
        var job = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!;
        for (var over = false; !over; await Task.Delay(50))
        {
            over = (await browser.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{job}")).GetProperty("isOver").GetBoolean();
        }
    }

    /// <summary>Columns in which a canary still stands, so that a failure says what was forgotten.</summary>
    private static async Task<string> RowsAsync(WallsTown town, IReadOnlyList<string> canaries)
    {
        await using var read = await town.Town.Database.ReadAsync();
        var found = new List<string>();
        foreach (var table in await read.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            foreach (var column in await read.QueryAsync<string>($"SELECT name FROM pragma_table_info('{table}')"))
            {
                foreach (var canary in canaries)
                {
                    found.AddRange(await read.QueryAsync<string>($"SELECT '{table}.{column}: ' || substr(CAST({column} AS TEXT), 1, 200) FROM {table} WHERE instr(CAST({column} AS TEXT), @canary) > 0 LIMIT 1", new { canary }));
                }
            }
        }

        return string.Join('\n', found.Distinct().Take(8));
    }

    private static List<string> Holding(WallsTown town, Paper paper) => [.. paper.Canaries.SelectMany(c => Holding(town, Encoding.UTF8.GetBytes(c))).Distinct()];

    private static List<string> Holding(WallsTown town, byte[] canary) =>
        [.. Directory.EnumerateFiles(town.Town.Directory.Root, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("control.sock" or "lock" or "writer.lock")).Where(f => Holds(f, canary))];

    // Also in lower case, as an index has it.
    private static bool Holds(string file, byte[] canary)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        return bytes.IndexOf(canary) >= 0 || bytes.IndexOf(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(canary).ToLowerInvariant())) >= 0;
    }
}

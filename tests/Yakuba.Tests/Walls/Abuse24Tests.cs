using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Testing;

namespace Yakuba.Tests.Walls;

/// <summary>A backup brings back what was deleted and revoked since: what the record of that time says is taken away again, before anybody asks; what nobody knows is said.</summary>
public sealed class Abuse24Tests : IAsyncLifetime
{
    private const string Person = "鴨志田栄之助";
    private const string Oddly = "1"; // a section of this code was taken for the mark of an older record that did not say where to
    private static readonly string[] Names = ["削除", "取下げ", "失効", "格上げ", "移管", "限定", "新しい版", "そのまま"];

    private readonly TemporaryFolder _files = new();
    private readonly Dictionary<string, long> _versions = [];
    private WallsTown _town = null!; // set before each test
    private Knocker _leaver = null!;
    private long _erased;

    public async ValueTask InitializeAsync()
    {
        _town = await WallsTown.OpenAsync([]);
        await _town.ImportAsync("040", Label.Public, true, [.. Names.Where(n => n != "限定").Select(n => ($"{n}.md", TextOf(n)))]);
        await _town.ImportAsync("040", Label.Section, true, ("限定.md", TextOf("限定")));
        await using (var read = await _town.Town.Database.ReadAsync())
        {
            foreach (var name in Names)
            {
                _versions[name] = await read.CountAsync("SELECT number FROM version WHERE file_name = @file", new { file = $"{name}.md" });
            }
        }

        await WallsTown.DoneAsync(_town.Knockers["administrator"].Browser.PostAsJsonAsync("/api/v1/sections", new { code = Oddly, name = "一課" }));
        await PatchAsync("限定", new { readers = new[] { "060" } });
        await _town.Town.AddPersonAsync("ishi", Role.Staff, "040", Label.Restricted);
        _leaver = await Knocker.OpenAsync(_town.Town, new Asker("leaver", "ishi", Role.Staff, "040", Label.Restricted));
        var answer = await (await _town.Knockers["staff"].Browser.PostAsJsonAsync("/api/v1/questions", new { question = $"{Person}ですが、{Matter("そのまま")}の手数料はいくらですか" })).Content.ReadFromJsonAsync<JsonElement>();
        _erased = answer.GetProperty("record").GetInt64();
        _ = (await _town.Town.Get<RecordKeeper>().SignAsync(default)).Value;
        _ = (await _town.Town.Get<MakeBackupHandler>().HandleAsync(_files["b.tar"], Actor.Console("test"), (_, _, _) => { }, default)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        _leaver.Dispose();
        await _town.DisposeAsync();
        _files.Dispose();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Abuse_24_what_was_taken_away_since_the_backup_is_taken_away_again_before_the_first_request(bool fromExport)
    {
        await TakeAwayAsync();
        var after = _files["after"];
        if (fromExport)
        {
            Assert.StartsWith("0\n", await _town.Knockers["operator"].CommandAsync("audit", "export", after), StringComparison.Ordinal);
        }
        else
        {
            Copy(_town.Town.Directory.Root, after); // as it lies there after the machine stopped
        }

        var restored = (await RestoreAsync(after)).Value;
        Assert.Equal((6, 1), (restored.After.Versions, restored.After.Accounts));
        Assert.True(restored.After.Texts > 0);
        Assert.Equal(fromExport, restored.After.UnknownFrom.Length > 0); // of what came after the export nobody knows
        Assert.Equal("", restored.After.ToLookAt);

        await using var directory = (await DataDirectory.OpenAsync(_files["r"], null, TimeProvider.System)).Value;
        await using var app = Server.Build(directory, "http://127.0.0.1:0");
        await app.StartAsync();
        using var resident = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Contains(Canary("そのまま"), await FoundAsync(resident, "そのまま"), StringComparison.Ordinal); // the control: search works
        foreach (var name in Names.Where(n => n is not ("そのまま" or "移管")))
        {
            Assert.DoesNotContain(Canary(name), await FoundAsync(resident, name), StringComparison.Ordinal);
            Assert.Equal(404, (int)(await resident.GetAsync($"/documents/{_versions[name]}")).StatusCode);
        }

        await using var read = await directory.Database.ReadAsync();
        Assert.Equal(Oddly, await read.SingleOrDefaultAsync<string>("SELECT d.section FROM document d JOIN version v ON v.document_id = d.id WHERE v.number = @v", new { v = _versions["移管"] }));
        Assert.Equal("", await read.SingleOrDefaultAsync<string>("SELECT d.readers FROM document d JOIN version v ON v.document_id = d.id WHERE v.number = @v", new { v = _versions["限定"] }));
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM version WHERE number = @v", new { v = _versions["削除"] }));
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM account_session"));
        using var program = new HttpClient { BaseAddress = resident.BaseAddress };
        program.DefaultRequestHeaders.Authorization = _leaver.Program.DefaultRequestHeaders.Authorization;
        Assert.Equal(401, (int)(await program.GetAsync("/api/v1/documents")).StatusCode);
        Assert.Equal(403, (int)(await resident.PostAsJsonAsync("/api/v1/session", new { userName = "ishi", password = TestTown.Password })).StatusCode);
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM audit_body WHERE idx = @_erased AND length(bytes) > 0", new { _erased }));
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM answer WHERE question LIKE @person", new { person = $"%{Person}%" }));
        Assert.Empty((await app.Services.GetRequiredService<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Findings);
    }

    [Fact]
    public async Task Abuse_24_where_nobody_knows_what_was_taken_away_the_record_and_the_health_page_say_so_until_somebody_has_looked()
    {
        await TakeAwayAsync();
        var restored = (await RestoreAsync("")).Value;
        Assert.Equal((restored.MadeAt, 0L), (restored.After.UnknownFrom, restored.After.Versions));

        await using var directory = (await DataDirectory.OpenAsync(_files["r"], null, TimeProvider.System)).Value;
        await using var app = Server.Build(directory, "http://127.0.0.1:0");
        await app.StartAsync();
        using var admin = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Contains(Canary("取下げ"), await FoundAsync(admin, "取下げ"), StringComparison.Ordinal); // that is what nobody could know
        Assert.True((await admin.PostAsJsonAsync("/api/v1/session", new { userName = "admin", password = TestTown.Password })).IsSuccessStatusCode);
        Assert.Contains("yakuba restored --list FILE", await admin.GetStringAsync("/health"), StringComparison.Ordinal);
        await using (var read = await directory.Database.ReadAsync())
        {
            var entry = System.Text.Encoding.UTF8.GetString((await read.FirstOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE action = 'backup-restored'"))!);
            Assert.Contains($"\"unknown-from\":\"{restored.MadeAt}\"", entry, StringComparison.Ordinal);
            Assert.Contains("\"unknown-to\"", entry, StringComparison.Ordinal);
        }

        Assert.StartsWith("0", await CommandAsync(app.Services, "restored", "--list", _files["list.csv"]), StringComparison.Ordinal);
        var list = await File.ReadAllTextAsync(_files["list.csv"]);
        Assert.All(new[] { "ishi", "program", Matter("取下げ"), "機密性2" }, word => Assert.Contains(word, list, StringComparison.Ordinal));
        Assert.StartsWith("0", await CommandAsync(app.Services, "restored", "--done"), StringComparison.Ordinal);
        Assert.DoesNotContain("yakuba restored --list FILE", await admin.GetStringAsync("/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abuse_24_a_record_that_does_not_go_on_from_the_backup_restores_nothing()
    {
        await using var other = await WallsTown.OpenAsync([]);
        Copy(other.Town.Directory.Root, _files["other"]);
        Assert.Equal("restore-other-record", (await RestoreAsync(_files["other"])).Problem?.Name);
        Assert.Equal("restore-no-later-record", (await RestoreAsync(_files["nowhere"])).Problem?.Name);
        Assert.Equal("storage-in-use", (await RestoreAsync(_town.Town.Directory.Root)).Problem?.Name);
        Assert.Empty(Directory.Exists(_files["r"]) ? Directory.EnumerateFileSystemEntries(_files["r"]) : []);
    }

    private async Task TakeAwayAsync()
    {
        var head = _town.Knockers["section head"].Browser;
        await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{_versions["削除"]}/retirement", new { reason = "test" }));
        await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{_versions["削除"]}/deletion", new { reason = "test" }));
        await WallsTown.DoneAsync(head.DeleteAsync($"/api/v1/documents/{_versions["取下げ"]}/publication"));
        await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{_versions["失効"]}/retirement", new { reason = "test" }));
        await PatchAsync("格上げ", new { label = "機密性3" });
        await PatchAsync("限定", new { readers = Array.Empty<string>() });
        await PatchAsync("移管", new { section = Oddly });
        await _town.ImportAsync("040", Label.Public, true, ("新しい版.md", TextOf("新しい版") + "受付は午前だけです。\n"));
        await using (var read = await _town.Town.Database.ReadAsync())
        {
            var later = await read.CountAsync("SELECT max(number) FROM version WHERE file_name = '新しい版.md'");
            await WallsTown.DoneAsync(head.PatchAsJsonAsync($"/api/v1/documents/{later}", new { label = "機密性3" })); // said at a version that the backup does not hold
        }

        await WallsTown.DoneAsync(_town.Knockers["administrator"].Browser.PutAsJsonAsync("/api/v1/people/ishi/state", new { active = false }));
        await _town.Town.AddPersonAsync("kansa2", Role.Auditor, "070");
        var asked = (await _town.Town.Get<AskRemovalHandler>().ErasureAsync(_erased, "本人の請求", (await _town.Town.PrincipalAsync("kansa")).ToActor("r"), default)).Value;
        _ = (await _town.Town.Get<DecideRemovalHandler>().HandleAsync(asked.Number, true, (await _town.Town.PrincipalAsync("kansa2")).ToActor("r"), default)).Value;
        _ = (await _town.Town.Get<RecordKeeper>().SignAsync(default)).Value;
    }

    private Task PatchAsync(string name, object what) => WallsTown.DoneAsync(_town.Knockers["section head"].Browser.PatchAsJsonAsync($"/api/v1/documents/{_versions[name]}", what));

    private Task<Result<Restored>> RestoreAsync(string after) =>
        new RestoreBackupHandler(TimeProvider.System).HandleAsync(new RestoreBackup(_files["b.tar"], _files["r"], "sqlite", "") { After = after }, Actor.Console("test"), (_, _, _) => { }, default);

    private static async Task<string> CommandAsync(IServiceProvider services, params string[] line)
    {
        var (results, remarks) = (new StringWriter(), new StringWriter());
        var code = await CommandTree.RunHandedOverAsync(services, new HandoverRequest(line, Path.GetTempPath(), "", false), results, remarks, default);
        return $"{code}\n{results}\n{remarks}";
    }

    private static Task<string> FoundAsync(HttpClient browser, string name) => browser.GetStringAsync($"/api/v1/passages?q={Uri.EscapeDataString(Matter(name) + "の手数料")}");

    private static string Matter(string name) => $"{name}鑑札";

    private static string Canary(string name) => $"番号{Array.IndexOf(Names, name) + 7001}";

    private static string TextOf(string name) => $"# {Matter(name)}の案内\n\n{Matter(name)}の手数料は、350円です。整理の{Canary(name)}を使います。\n";

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal) && !f.EndsWith(".sock", StringComparison.Ordinal)))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(path);
            source.CopyTo(target);
        }
    }
}

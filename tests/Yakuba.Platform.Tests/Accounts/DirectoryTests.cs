using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Yakuba.Platform.Accounts.Directories;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class DirectoryTests
{
    private const string Secret = "directory pass word";

    static DirectoryTests() => SlapdCertificate.Trust();

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_person_of_the_directory_gets_roles_and_sections_from_its_groups(StorageEngine engine)
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(engine, slapd.Address);

        using var browser = await SignInAsync(town, "Nishi", Secret, HttpStatusCode.OK);
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.Equal("西 美咲", me.GetProperty("displayName").GetString());
        Assert.Equal(["staff"], Strings(me, "roles"));
        Assert.Equal(["040"], Strings(me, "sections"));
        Assert.Equal("機密性3", me.GetProperty("clearance").GetString());
        Assert.Equal(["account-added", "signed-in"], (await town.AuditActionsAsync()).TakeLast(2));
    }

    [Fact]
    public async Task A_wrong_or_empty_password_and_an_unknown_name_are_refused_in_the_same_words()
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);

        foreach (var (user, password) in new[] { ("nishi", "wrong password!!"), ("nishi", ""), ("nobody", Secret), ("*", Secret), ("nishi)(uid=*", Secret) })
        {
            using var browser = town.Browser();
            var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = user, password });
            Assert.Equal("accounts-wrong-password", await ProblemOf(response));
        }
    }

    [Fact]
    public async Task Somebody_in_no_mapped_group_is_told_so_and_gets_no_account()
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        using var browser = town.Browser();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "guest", password = Secret });

        Assert.Equal("accounts-directory-no-role", await ProblemOf(response));
        await using var read = await town.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM account"));
    }

    [Fact]
    public async Task With_the_directory_down_its_people_are_told_and_local_accounts_go_on_working()
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        await slapd.StopAsync();
        using var browser = town.Browser();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "nishi", password = Secret });

        Assert.Equal("accounts-directory-down", await ProblemOf(response));
        using var local = await town.SignInAsync("local");
        Assert.Equal(HttpStatusCode.OK, (await local.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_directory_that_never_answers_is_given_up_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var town = await TownAsync(StorageEngine.Sqlite, $"ldap://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        await SetAsync(town, DirectorySettings.TimeoutSeconds, "1");
        using var browser = town.Browser();
        var waited = Stopwatch.StartNew();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "nishi", password = Secret });

        Assert.Equal("accounts-directory-down", await ProblemOf(response));
        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), $"{waited.Elapsed}");
    }

    [Fact]
    public async Task A_wrong_reading_account_is_told_as_a_mistake_of_the_settings()
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        town.Get<ReadingPassword>().Write("wrong");
        using var browser = town.Browser();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "nishi", password = Secret });

        Assert.Equal("accounts-directory-setting", await ProblemOf(response));
    }

    [Fact]
    public async Task Without_encryption_on_the_directorys_side_nothing_is_sent_in_the_clear()
    {
        await using var slapd = await StartAsync();
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        await SetAsync(town, DirectorySettings.StartTls, "on");
        using var browser = town.Browser();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "nishi", password = Secret });

        Assert.Equal("accounts-directory-down", await ProblemOf(response));
    }

    [Fact]
    public async Task With_a_certificate_that_the_machine_trusts_the_connection_is_encrypted()
    {
        await using var slapd = await StartAsync(SlapdCertificate.Trusted);
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        await SetAsync(town, DirectorySettings.StartTls, "on");

        using var browser = await SignInAsync(town, "nishi", Secret, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_directory_with_a_certificate_that_nobody_vouches_for_learns_no_password()
    {
        await using var slapd = await StartAsync(SlapdCertificate.Untrusted);
        await using var town = await TownAsync(StorageEngine.Sqlite, slapd.Address);
        await SetAsync(town, DirectorySettings.StartTls, "on");
        using var browser = town.Browser();

        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "nishi", password = Secret });

        Assert.Equal("accounts-directory-down", await ProblemOf(response));
    }

    [Theory]
    [InlineData("zeimu => 職員\n\nzeimu => @040; kacho => #機密性3", 3)]
    [InlineData("", 0)]
    [InlineData("zeimu 職員", -1)]
    [InlineData("zeimu => 町長", -1)]
    [InlineData("zeimu => 住民", -1)]
    [InlineData("zeimu => @", -1)]
    [InlineData("=> 職員", -1)]
    public void The_mapping_is_read_line_by_line_and_a_slip_is_named(string text, int lines)
    {
        var parsed = GroupMapping.Parse(text);

        Assert.Equal(lines, parsed.IsSuccess ? parsed.Value.Lines.Count : -1);
    }

    [Theory]
    [InlineData("a*b", @"a\2ab")]
    [InlineData("(x)", @"\28x\29")]
    [InlineData("a\\b\0", @"a\5cb\00")]
    [InlineData("{dn}", @"\7bdn\7d")]
    [InlineData("山田", "山田")]
    public void What_people_type_is_plain_text_in_a_filter(string typed, string escaped) => Assert.Equal(escaped, LdapFilter.Escape(typed));

    private static Task<SlapdServer> StartAsync(SlapdCertificate? certificate = null) => SlapdServer.StartAsync(
        [("nishi", "西 美咲", Secret), ("guest", "客", Secret)],
        [("zeimu", ["nishi"]), ("kimitsu", ["nishi"]), ("other", ["guest"])],
        certificate);

    private static async Task<TestTown> TownAsync(StorageEngine engine, string address)
    {
        var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddSectionAsync("040", "税務課");
        await town.AddPersonAsync("local");
        await SetAsync(town, DirectorySettings.Address, address);
        await SetAsync(town, DirectorySettings.StartTls, "off");
        await SetAsync(town, DirectorySettings.Base, SlapdServer.Base);
        await SetAsync(town, DirectorySettings.ReaderDn, SlapdServer.ReaderDn);
        await SetAsync(town, DirectorySettings.Groups, "Zeimu => 職員\nzeimu => @税務課\nkimitsu => #機密性3");
        town.Get<ReadingPassword>().Write(SlapdServer.ReaderPassword);
        return town;
    }

    private static async Task SetAsync(TestTown town, SettingDefinition setting, string value)
    {
        await using var work = await town.Database.BeginAsync();
        Assert.Null(await town.Get<SettingStore>().SetAsync(work, setting.Name, value, Actor.Console("test"), CancellationToken.None));
        await work.CommitAsync();
    }

    private static async Task<HttpClient> SignInAsync(TestTown town, string userName, string password, HttpStatusCode expected)
    {
        var browser = town.Browser();
        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName, password });
        Assert.True(response.StatusCode == expected, await response.Content.ReadAsStringAsync());
        return browser;
    }

    private static IEnumerable<string?> Strings(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetString());

    private static async Task<string?> ProblemOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString();
}

using System.Text;
using Npgsql;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;
using Yakuba.Towns;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>A town's life by its operator's commands: each leaves a whole town or none.</summary>
public sealed class LifeTests
{
    private const string Canary = "WKBZXTVQRJ";

    [Theory]
    [InlineData("town-code-wrong", "town", "add", "131017", "千代田区")]
    [InlineData("town-code-wrong", "town", "add", "../../x", "千代田区")]
    [InlineData("town-code-wrong", "town", "add", "１３１０１６", "千代田区")]
    [InlineData("town-name-wrong", "town", "add", Naha, " ")]
    [InlineData("town-host-wrong", "town", "add", Naha, "那覇市", "--host", "naha.example.jp:8080")]
    [InlineData("town-host-wrong", "town", "add", Naha, "那覇市", "--host", "那覇.example.jp")]
    [InlineData("town-host-wrong", "town", "add", Naha, "那覇市", "--host", "naha..jp")]
    [InlineData("town-host-taken", "town", "add", Naha, "那覇市", "--host", "SAPPORO.example.lg.jp")]
    [InlineData("town-exists", "town", "add", Sapporo, "札幌市")]
    [InlineData("town-unknown", "town", "suspend", Naha, "--reason", "試験")]
    [InlineData("town-reason-missing", "town", "suspend", Sapporo)]
    [InlineData("town-not-suspended", "town", "delete", Sapporo, "--confirm", Sapporo)]
    [InlineData("town-not-confirmed", "town", "delete", Sapporo, "--confirm", Naha)]
    [InlineData("town-unknown", "town", "show", Naha)]
    [InlineData("town-unknown", "town", "resume", Naha)]
    [InlineData("town-unknown", "town", "administrator", Naha)]
    [InlineData("restore-no-file", "town", "add", Naha, "那覇市", "--from", "nothing.tar")]
    [InlineData("storage-unreachable", "town", "add", Naha, "那覇市", "--storage", "Host=127.0.0.1;Port=1;Username=x;Database=x")]
    public async Task Bad_input_is_refused_by_name_and_changes_nothing(string name, params string[] arguments)
    {
        await using var served = await StartAsync();
        await served.AddAsync(Sapporo, "札幌市", "sapporo.example.lg.jp");
        var before = await File.ReadAllTextAsync(InstallationFile.PathOf(served.Towns.Root));
        var (code, text) = await served.RunAsync(arguments);
        Assert.Contains($"（{name}）", text);
        Assert.NotEqual(0, code);
        Assert.Equal(before, await File.ReadAllTextAsync(InstallationFile.PathOf(served.Towns.Root)));
        Assert.Equal([served.Towns.FolderOf(Sapporo)], Directory.EnumerateFileSystemEntries(Path.Combine(served.Towns.Root, "towns")));
    }

    [Fact]
    public async Task A_death_before_the_place_of_all_towns_was_made_left_a_town_that_could_not_be_added()
    {
        await using var served = await StartAsync();
        served.Towns.Keep(served.Towns.File.With(new TownEntry(Chiyoda, "千代田区", "", TownState.Adding, "", "2026-04-01T00:00:00.000Z", "")));
        Assert.False(Directory.Exists(Path.Combine(served.Towns.Root, "towns")));
        var (code, text) = await served.RunAsync("town", "add", Chiyoda, "千代田区");
        Assert.True(code == 0, text);
    }

    [Fact]
    public async Task The_operator_makes_the_first_administrator_once_and_nobody_else()
    {
        await using var served = await StartAsync();
        Assert.Equal(0, (await served.RunAsync("town", "add", Chiyoda, "千代田区")).Code);
        var (code, made) = await served.RunAsync("town", "administrator", Chiyoda);
        Assert.True(code == 0 && made.Contains("仮のパスワード", StringComparison.Ordinal), made);
        Assert.Contains("town-has-people", (await served.RunAsync("town", "administrator", Chiyoda)).Text);
        var recorded = await served.ActionsAsync(Chiyoda);
        Assert.Contains("account-added", recorded);
        Assert.Contains("town-administrator-made", recorded);
        Assert.Contains(InstallationLog.Lines(served.Towns.Root), l => l.Contains("town-administrator-made", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_town_goes_out_and_comes_in_elsewhere_as_it_was_and_its_bytes_are_gone_here(StorageEngine engine)
    {
        const string town = Nagoya;
        await using var served = await StartAsync();
        await using var elsewhere = await StartAsync();
        var storage = engine == StorageEngine.Postgres ? await PostgresServer.ConnectionAsync() : "sqlite";
        await served.AddAsync(town, "名古屋市", "", storage);
        await served.FillAsync(town, Canary);
        Assert.NotEmpty(Holding(served.Towns.Root, Canary)); // the control

        var file = served["out.tar"];
        Assert.Equal(0, (await served.RunAsync("town", "export", town, file)).Code); // while people work
        File.Delete(file);
        Assert.Equal(0, (await served.RunAsync("town", "suspend", town, "--reason", "移行")).Code);
        Assert.Contains("town-not-exported", (await served.RunAsync("town", "delete", town, "--confirm", town)).Text);
        var (exit, text) = await served.RunAsync("town", "export", town, file);
        Assert.True(exit == 0, text);
        (exit, text) = await served.RunAsync("town", "delete", town, "--confirm", town);
        Assert.True(exit == 0, text);

        Assert.Empty(Holding(served.Towns.Root, Canary));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(served.Towns.Root, "towns")));
        Assert.Empty(served.Towns.File.Towns);
        if (engine == StorageEngine.Postgres)
        {
            await using var source = NpgsqlDataSource.Create(storage + ";Pooling=false");
            await using var left = source.CreateCommand($"SELECT count(*) FROM pg_namespace WHERE nspname = 'yakuba_{town}'");
            Assert.Equal(0L, await left.ExecuteScalarAsync());
        }

        Assert.Contains("town-other-code", (await elsewhere.RunAsync("town", "add", Sapporo, "札幌市", "--from", file)).Text);
        Assert.Empty(elsewhere.Towns.File.Towns);
        (exit, text) = await elsewhere.RunAsync("town", "add", town, "名古屋市", "--from", file, "--storage", storage);
        Assert.True(exit == 0, text);
        using var browser = await elsewhere.SignInAsync(town, "mori");
        Assert.Contains(Canary, await browser.GetStringAsync("documents/1"));
        Assert.Contains("town-taken-in", await elsewhere.ActionsAsync(town));
        Assert.Equal(0, (await elsewhere.RunAsync("town", "suspend", town, "--reason", "終わり")).Code);
        Assert.Equal(0, (await elsewhere.RunAsync("town", "delete", town, "--confirm", town, "--without-export")).Code);
    }

    [Fact]
    public async Task A_schema_that_is_somebodys_already_is_neither_used_nor_removed()
    {
        var storage = await PostgresServer.ConnectionAsync();
        await using var served = await StartAsync();
        await using var elsewhere = await StartAsync();
        await elsewhere.AddAsync(Naha, "那覇市", "", storage);
        await elsewhere.FillAsync(Naha, Canary);
        Assert.Contains("town-schema-taken", (await served.RunAsync("town", "add", Naha, "那覇市", "--storage", storage)).Text);
        Assert.Empty(served.Towns.File.Towns);
        using var browser = await elsewhere.SignInAsync(Naha, "mori");
        Assert.Contains(Canary, await browser.GetStringAsync("documents/1"));
        await elsewhere.RunAsync("town", "suspend", Naha, "--reason", "終わり");
        Assert.Equal(0, (await elsewhere.RunAsync("town", "delete", Naha, "--confirm", Naha, "--without-export")).Code);
    }

    [Fact]
    public async Task A_town_served_alone_has_its_directory_to_itself()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await using var alone = (await DataDirectory.OpenAsync(served.Towns.FolderOf(Chiyoda), null, TimeProvider.System)).Value;
        using var client = new HttpClient { BaseAddress = served.Address };
        using var refused = await client.GetAsync($"/t/{Chiyoda}/signin");
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Contains("storage-in-use", (await served.RunAsync("town", "export", Chiyoda, served["x.tar"])).Text);
        using var opener = new TownOpener(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Contains("storage-in-use", Installation.Open(served.Towns.Root, opener).Problem!.Name);
    }

    [Fact]
    public async Task A_folder_with_one_towns_data_is_not_made_an_installation()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        using var opener = new TownOpener(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Equal("town-single-data", Installation.Open(store.Directory.Root, opener, make: true).Problem!.Name);
        Assert.Equal("town-no-installation", Installation.Open(Path.Combine(store.Directory.Root, "none"), opener).Problem!.Name);
    }

    private static IEnumerable<string> Holding(string folder, string word) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal) && !f.EndsWith(".sock", StringComparison.Ordinal)).Where(f => // empty files that their owner holds
    {
        using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });
}

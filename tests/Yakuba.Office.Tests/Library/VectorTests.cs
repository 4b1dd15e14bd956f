using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class VectorTests
{
    private static readonly Actor By = Actor.Console("test");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Passages_get_vectors_after_the_import_and_lose_them_with_their_version(StorageEngine engine)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync(engine);
        var first = await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        var second = await town.ImportAsync("ごみ.txt", "ごみの案内\n\n可燃ごみは火曜日です。", publish: false);
        var secret = await town.ImportAsync("調書.txt", "調書\n\n外へ出せない内容です。", label: "機密性3");
        Assert.Null(await LookAsync(town));
        await UseAsync(town, server);

        await MakeAsync(town);

        Assert.Equal([first, second], Groups(town));
        Assert.DoesNotContain(server.Texts, text => text.Contains("調書", StringComparison.Ordinal));
        Assert.Contains(server.Texts, text => text.StartsWith("passage: 納税", StringComparison.Ordinal));
        Assert.Null(await LookAsync(town)); // nothing is missing
        Assert.NotEqual(secret, first);
        using var kudo = await town.BrowserAsync("kudo");
        (await LibraryTown.StepAsync(kudo, second, "deletion", new { reason = "誤り" })).EnsureSuccessStatusCode();
        Assert.Equal([first], Groups(town));
    }

    [Fact]
    public async Task Another_model_and_another_text_are_vectors_to_be_made_again()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync();
        var first = await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        await UseAsync(town, server);
        await MakeAsync(town);

        server.Dimension = 100;
        await UseAsync(town, server);
        await MakeAsync(town);
        Assert.Equal(100, Dimension(town));

        await town.Town.Get<LibraryIndex>().RefreshAsync([first], default);
        Assert.Empty(Groups(town));
        await MakeAsync(town);
        Assert.Equal([first], Groups(town));
    }

    [Fact]
    public async Task A_failing_server_ends_the_job_by_name_and_a_later_one_goes_on()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync();
        var first = await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        await UseAsync(town, server);
        server.Script = EmbeddingScript.Fails;

        var failed = await RunAsync(town, (await LookAsync(town))!);

        Assert.Equal("failed", failed.State);
        Assert.Contains("埋込みモデルのサーバの不調", failed.Problem);
        Assert.Null(await LookAsync(town)); // not at once
        server.Script = EmbeddingScript.Sound;
        town.Town.Clock.Advance(VectorUpkeep.RestAfterFailure + TimeSpan.FromSeconds(1));
        await MakeAsync(town);
        Assert.Equal([first], Groups(town));
    }

    [Fact]
    public async Task Damaged_vectors_are_thrown_away_and_made_again()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync();
        var first = await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        await UseAsync(town, server);
        await MakeAsync(town);
        var vectors = town.Town.Get<LibraryVectors>();
        vectors.Dispose();
        var file = Assert.Single(Directory.GetFiles(Path.Combine(town.Town.Directory.Root, "vectors"), "vectors-*"));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^70] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        Assert.Empty(Groups(town));
        await MakeAsync(town);
        Assert.Equal([first], Groups(town));
    }

    [Fact]
    public async Task What_was_replaced_while_its_vectors_were_made_is_not_stored()
    {
        await using var town = await LibraryTown.OpenAsync();
        var vectors = town.Town.Get<LibraryVectors>();
        var since = vectors.Changes;
        vectors.Remove([2]);

        vectors.Store("model", [new(1, 0, [1, 2, 3, 4, 5, 6, 7, 8]), new(2, 0, [1, 2, 3, 4, 5, 6, 7, 8])], since);

        Assert.Equal([1u], Groups(town));
    }

    internal static async Task UseAsync(LibraryTown town, EmbeddingDouble server) =>
        Assert.Null((await town.Town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri, "", "", "query: ", "passage: "), By, default)).Problem);

    internal static async Task MakeAsync(LibraryTown town)
    {
        var status = await RunAsync(town, (await LookAsync(town))!);
        Assert.True(status.State == "done", status.Problem);
    }

    internal static Task<string?> LookAsync(LibraryTown town) => town.Town.Get<VectorUpkeep>().LookAsync(default);

    internal static Task<JobStatus> RunAsync(LibraryTown town, string job) => town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);

    private static uint[] Groups(LibraryTown town)
    {
        using var snapshot = town.Town.Get<LibraryVectors>().Snapshot();
        return [.. snapshot.Groups.Order()];
    }

    private static int Dimension(LibraryTown town)
    {
        using var snapshot = town.Town.Get<LibraryVectors>().Snapshot();
        return snapshot.Dimension;
    }
}

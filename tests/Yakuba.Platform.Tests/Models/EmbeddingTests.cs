using System.Diagnostics;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Models;

public sealed class EmbeddingTests
{
    private static readonly TownPlan Plan = TownPlan.Accounts.And(new TownPlan(services => services.AddModels(), _ => { }, routes => routes.MapModels()));
    private static readonly Actor By = Actor.Console("test");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_server_is_attached_with_what_it_told_and_detached_and_both_are_in_the_record(StorageEngine engine)
    {
        await using var server = await EmbeddingDouble.StartAsync(dimension: 48);
        await using var town = await TestTown.OpenAsync(engine, Plan);
        server.Key = "secret-1";

        var used = await town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri + "/embeddings", "", "secret-1", "query: ", "passage: "), By, CancellationToken.None);

        Assert.Equal(48, used.Value.Dimension);
        var found = await town.Get<EmbeddingEndpoint>().FindAsync(CancellationToken.None);
        Assert.Equal((EmbeddingDouble.ModelName, "query: ", "passage: ", "secret-1", server.Url), (found!.Server.Name, found.QueryPrefix, found.PassagePrefix, found.Server.Key, found.Server.Url));
        Assert.Equal(8, (await town.Get<CheckEmbeddingHandler>().RunAsync(CancellationToken.None)).Value.Questions);
        Assert.All(server.Texts, text => Assert.Matches("^(query|passage): [^ ]", text));
        Assert.True((await town.Get<AttachEmbeddingHandler>().OffAsync(By, CancellationToken.None)).IsSuccess);
        Assert.Null(await town.Get<EmbeddingEndpoint>().FindAsync(CancellationToken.None));
        Assert.False(File.Exists(Path.Combine(town.Directory.Keys, "embedding-key")));
        Assert.Equal(["embedding-attached", "embedding-detached"], (await town.AuditActionsAsync()).Where(a => a.StartsWith("embedding-", StringComparison.Ordinal)));
        Assert.Equal("model-embed-not-attached", (await town.Get<AttachEmbeddingHandler>().OffAsync(By, CancellationToken.None)).Problem?.Name);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/v1", "", EmbeddingScript.Sound, "model-unreachable")]
    [InlineData("http://127.0.0.1:1/v1", "named", EmbeddingScript.Sound, "model-embed-unusable")]
    [InlineData("http://203.0.113.9/v1", "named", EmbeddingScript.Sound, "model-outside")]
    [InlineData("gopher://127.0.0.1/", "", EmbeddingScript.Sound, "model-address")]
    [InlineData("SERVER", "", EmbeddingScript.TooShort, "model-embed-dimension")]
    [InlineData("SERVER", "", EmbeddingScript.Zeros, "model-embed-unusable")]
    [InlineData("SERVER", "", EmbeddingScript.WrongJson, "model-embed-unusable")]
    public async Task What_cannot_be_used_is_refused_and_nothing_changes(string url, string name, EmbeddingScript script, string problem)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await TestTown.OpenAsync(plan: Plan);
        server.Script = script;

        var used = await town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(url.Replace("SERVER", server.Url.AbsoluteUri, StringComparison.Ordinal), name), By, CancellationToken.None);

        Assert.Equal(problem, used.Problem?.Name);
        Assert.Null(await town.Get<EmbeddingEndpoint>().FindAsync(CancellationToken.None));
        Assert.DoesNotContain("embedding-attached", await town.AuditActionsAsync());
    }

    [Theory]
    [InlineData(EmbeddingScript.Refuses, "cut-off", "unreachable")]
    [InlineData(EmbeddingScript.Hangs, "too-slow")]
    [InlineData(EmbeddingScript.Drips, "too-slow")]
    [InlineData(EmbeddingScript.CutMidStream, "cut-off")]
    [InlineData(EmbeddingScript.StopsEarly, "garbage")]
    [InlineData(EmbeddingScript.GarbageBytes, "garbage")]
    [InlineData(EmbeddingScript.WrongJson, "garbage")]
    [InlineData(EmbeddingScript.Huge, "too-large")]
    [InlineData(EmbeddingScript.TooFew, "wrong-count")]
    [InlineData(EmbeddingScript.TooMany, "wrong-count")]
    [InlineData(EmbeddingScript.SameIndex, "wrong-count")]
    [InlineData(EmbeddingScript.WrongDimension, "wrong-dimension")]
    [InlineData(EmbeddingScript.TooShort, "wrong-dimension")]
    [InlineData(EmbeddingScript.Overflow, "not-a-vector")]
    [InlineData(EmbeddingScript.NotANumber, "not-a-vector")]
    [InlineData(EmbeddingScript.Zeros, "not-a-vector")]
    [InlineData(EmbeddingScript.Fails, "refused")]
    [InlineData(EmbeddingScript.Redirects, "refused")]
    public async Task However_a_server_fails_the_end_is_named_and_within_the_deadline(EmbeddingScript script, params string[] failures)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await TestTown.OpenAsync(plan: Plan);
        var endpoint = town.Get<EmbeddingEndpoint>();
        var embedding = (await town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri), By, CancellationToken.None)).Value;
        if (script is not (EmbeddingScript.Hangs or EmbeddingScript.Drips))
        {
            embedding = embedding with { Server = embedding.Server with { Limits = embedding.Server.Limits with { Deadline = TimeSpan.FromSeconds(20) } } };
        }

        server.Script = script;
        var clock = Stopwatch.StartNew();

        var embedded = await endpoint.EmbedAsync(embedding, ["一つ目の文", "二つ目の文"], EmbeddingPurpose.Question, CancellationToken.None);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, embedding.Server.Limits.Deadline.TotalSeconds + 10);
        Assert.Null(embedded.Vectors);
        Assert.Contains(embedded.Failure!.Value.ToKey(), failures);
    }

    [Fact]
    public async Task Vectors_come_back_in_the_order_of_their_texts_and_of_length_one()
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: (text, dimension) => [.. TextVector.Of(text, dimension).Select(v => v * 7)]);
        await using var town = await TestTown.OpenAsync(plan: Plan);
        var embedding = (await town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri), By, CancellationToken.None)).Value;
        server.Script = EmbeddingScript.OutOfOrder;

        var embedded = await town.Get<EmbeddingEndpoint>().EmbedAsync(embedding, ["戸籍の届", "ごみの日", "税の証明"], EmbeddingPurpose.Passages, CancellationToken.None);

        foreach (var (text, vector) in ((string[])["戸籍の届", "ごみの日", "税の証明"]).Zip(embedded.Vectors!))
        {
            Assert.All(TextVector.Of(text, 64).Zip(vector), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public async Task After_failures_in_a_row_the_server_is_left_alone()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await TestTown.OpenAsync(plan: Plan);
        var endpoint = town.Get<EmbeddingEndpoint>();
        var embedding = (await town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri), By, CancellationToken.None)).Value;
        server.Script = EmbeddingScript.Fails;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(ModelFailure.Refused, (await endpoint.EmbedAsync(embedding, ["文"], EmbeddingPurpose.Question, CancellationToken.None)).Failure);
        }

        Assert.Equal(ModelFailure.Resting, (await endpoint.EmbedAsync(embedding, ["文"], EmbeddingPurpose.Question, CancellationToken.None)).Failure);
        server.Script = EmbeddingScript.Sound;
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await endpoint.EmbedAsync(embedding, ["文"], EmbeddingPurpose.Question, CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task A_key_is_kept_for_its_own_server_only()
    {
        await using var first = await EmbeddingDouble.StartAsync();
        await using var second = await EmbeddingDouble.StartAsync();
        await using var town = await TestTown.OpenAsync(plan: Plan);
        var handler = town.Get<AttachEmbeddingHandler>();

        Assert.Equal("secret-1", (await handler.UseAsync(new UseEmbedding(first.Url.AbsoluteUri, "", "secret-1"), By, CancellationToken.None)).Value.Server.Key);
        Assert.Equal("secret-1", (await handler.UseAsync(new UseEmbedding(first.Url.AbsoluteUri), By, CancellationToken.None)).Value.Server.Key);
        Assert.Equal("", (await handler.UseAsync(new UseEmbedding(second.Url.AbsoluteUri), By, CancellationToken.None)).Value.Server.Key);
    }
}

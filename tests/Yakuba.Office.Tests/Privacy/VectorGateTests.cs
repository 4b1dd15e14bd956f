using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Privacy;

/// <summary>What reaches the embedding server.</summary>
public sealed class VectorGateTests
{
    private const string Phone = "090-0111-2222";

    [Theory, InlineData("mask"), InlineData("block"), InlineData("allow")]
    public async Task Passages_and_questions_leave_as_the_municipality_decided(string mode)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync();
        var plain = await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        var personal = await town.ImportAsync("訪問.txt", $"訪問の案内\n\n訪問は佐々木健さん（携帯電話 {Phone}）が受け付けます。");
        await SetAsync(town, PrivacySettings.VectorsReason, "試験のため");
        await SetAsync(town, PrivacySettings.Vectors, mode);
        _ = (await town.Town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri, "", "", "query: ", "passage: "), Actor.Console("test"), default)).Value;

        var job = (await town.Town.Get<VectorUpkeep>().LookAsync(default))!;
        Assert.Equal("done", (await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default)).State);
        var endpoint = town.Town.Get<EmbeddingEndpoint>();
        var asked = await endpoint.EmbedAsync((await endpoint.FindAsync(default))!, [$"訪問の連絡先 {Phone}"], EmbeddingPurpose.Question, default);

        var received = string.Join('\n', server.Texts);
        using var vectors = town.Town.Get<LibraryVectors>().Snapshot();
        Assert.Equal(mode == "block" ? [plain] : new[] { plain, personal }, vectors.Groups.Order());
        Assert.Equal(mode == "allow", received.Contains(Phone, StringComparison.Ordinal));
        Assert.Equal(mode == "allow", received.Contains("佐々木", StringComparison.Ordinal));
        Assert.Equal(mode == "mask", received.Contains("passage: ", StringComparison.Ordinal) && received.Contains("〔電話番号1〕", StringComparison.Ordinal));
        Assert.Equal(mode == "block" ? ModelFailure.PersonalData : null, asked.Failure);
        Assert.Contains("passage: 納税の案内", received);
        town.Town.Clock.Advance(VectorUpkeep.RestAfterFailure + TimeSpan.FromSeconds(1));
        Assert.Null(await town.Town.Get<VectorUpkeep>().LookAsync(default)); // what is held back is not tried for ever
    }

    private static async Task SetAsync(LibraryTown town, Setting<string> setting, string value)
    {
        await using var work = await town.Town.Database.BeginAsync();
        Assert.Null(await town.Town.Get<SettingStore>().SetAsync(work, setting.Name, value, Actor.Console("test"), default));
        await work.CommitAsync();
    }
}

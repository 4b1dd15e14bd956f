using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Search;
using Yakuba.Search.Vectors;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class HybridTests
{
    [Fact]
    public async Task What_is_near_by_vector_is_found_without_a_common_word_and_only_by_who_may_read_it()
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: MeansWaste);
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("廃棄物.txt", "廃棄物の案内\n\n可燃物は火曜日に収集します。");
        await town.ImportAsync("廃棄物内規.txt", "廃棄物の内規\n\n可燃物の委託単価を定めます。", label: "機密性2");
        await town.ImportAsync("納税.txt", "納税の案内\n\n納期限は6月30日です。");
        Assert.Empty(await town.SearchAsync(null, "ゴミヲダシタイ"));
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        Assert.Empty(await town.SearchAsync(null, "ゴミヲダシタイ")); // three documents are too few to measure with: by words
        Weigh(town, 1);

        Assert.StartsWith("廃棄物の案内", (await town.SearchAsync(null, "ゴミヲダシタイ"))[0], StringComparison.Ordinal);
        Assert.DoesNotContain(await town.SearchAsync(null, "ゴミヲダシタイ"), title => title.Contains("内規", StringComparison.Ordinal));
        Assert.Contains(await town.SearchAsync("nishi", "ゴミヲダシタイ"), title => title.Contains("内規", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EmbeddingScript.Hangs, "too-slow")]
    [InlineData(EmbeddingScript.Fails, "refused")]
    [InlineData(EmbeddingScript.WrongDimension, "wrong-dimension")]
    public async Task A_question_whose_vector_fails_is_answered_by_words_and_the_record_says_so(EmbeddingScript script, string failure)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("納税.txt", "納税の案内\n\n市県民税の第1期の納期限は6月30日です。");
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        Weigh(town, 1);
        Assert.True((await town.Town.Get<ChangeSettingsHandler>().HandleAsync(new Dictionary<string, string> { [EmbeddingSettings.DeadlineSeconds.Name] = "10" }, Actor.Console("test"), default)).IsSuccess);
        var sound = await AskAsync(town, "市県民税の第1期の納期限はいつですか");
        server.Script = script;

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = await AskAsync(town, "市県民税の第1期の納期限は何月何日ですか");

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal(("", failure), (sound.WithoutVectors, answer.WithoutVectors));
        Assert.Equal(sound.Status, answer.Status);
    }

    [Fact]
    public void Scores_unite_both_sides_and_keep_the_scale_of_words()
    {
        using var folder = new TemporaryFolder();
        using var index = VectorIndex.Open(folder.Path);
        index.Add("test", [new(1, 0, Direction(1, 0)), new(2, 0, Direction(1, 1)), new(3, 0, Direction(0, 1)), new(4, 0, Direction(1, 0.1f))]);
        using var snapshot = index.Snapshot();
        SearchHit[] words = [new(3, 0, 8), new(2, 0, 6), new(9, 0, 5)];

        SearchHit[] Ranked(double weight) => HybridScores.Rank(snapshot, Direction(1, 0), PermittedGroups.Of([1, 2, 3, 9]), words, weight, 10);

        Assert.Equal([2u, 9u, 1u, 3u], Ranked(1).Select(h => h.Group)); // 2 is good at both; 9 has no vector and counts as its words do; 4 is hidden; equal scores by group
        Assert.Equal([10d, 8d, 8d], Ranked(1)[1..].Select(h => Math.Round(h.Score, 6)));
        Assert.Equal([2u, 1u, 9u, 3u], Ranked(5).Select(h => h.Group));
        Assert.Equal(words, Ranked(0));
    }

    /// <summary>Lets vectors count so much, as an exam of the attached model would.</summary>
    internal static void Weigh(LibraryTown town, double weight)
    {
        var vectors = town.Town.Get<LibraryVectors>();
        vectors.Keep(vectors.Worth! with { Questions = 300, Words = 0.5, Vectors = 0.5, Both = 0.6, Weight = weight });
    }

    private static float[] Direction(float x, float y) => [x, y, 0, 0, 0, 0, 0, 0];

    /// <summary>A double for which ゴミ and 廃棄物 mean the same, and nothing else does.</summary>
    private static float[] MeansWaste(string text, int dimension)
    {
        var vector = TextVector.Of(text, dimension);
        vector[3] += text.Contains("ゴミ", StringComparison.Ordinal) || text.Contains("廃棄物", StringComparison.Ordinal) ? 3 : 0;
        return vector;
    }

    private static async Task<Answer> AskAsync(LibraryTown town, string question) => (await town.Town.Get<AskPipeline>().AnswerAsync(
        new Question(question, null), Principal.Resident, Actor.Console("test"), _ => Task.CompletedTask, default)).Value;
}

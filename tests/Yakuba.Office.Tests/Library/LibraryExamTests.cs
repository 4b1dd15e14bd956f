using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Tests.Ask;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class LibraryExamTests
{
    private static readonly string[] Things = ["転入届", "婚姻届", "出生届", "死亡届", "離婚届", "印鑑登録", "粗大ごみ", "犬の登録", "飼い猫", "水道料金"];
    private static readonly string[] Called = ["アルファ", "ブラボー", "チャーリー", "デルタ", "エコー", "フォックス", "ゴルフ", "ホテル", "インディア", "ジュリエット"];
    private static readonly string[] Said = ["桜", "梅", "松", "竹", "菊", "蘭", "柳", "楓", "椿", "藤"];

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Vectors_that_find_the_answers_count_and_those_that_know_nothing_do_not(StorageEngine engine)
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: KnowsTheAnswer);
        await using var town = await OpenAsync(engine);
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);

        var worth = town.Town.Get<LibraryVectors>().Worth!;
        Assert.Equal((40, 1.0), (worth.Questions, worth.Vectors));
        Assert.True(worth.Words < 0.5 && worth.Both > worth.Words && worth.Weight > 2, $"{worth}");
        Assert.Equal((EmbeddingReason.Exam, 40, 40), await ShownAsync(town));
        Assert.False(Directory.Exists(Path.Combine(town.Town.Directory.Root, "vectors", "exam")));

        await using var blind = await EmbeddingDouble.StartAsync(dimension: 70, vector: (text, dimension) => TextVector.Noise(TextVector.Seed(text), dimension));
        await VectorTests.UseAsync(town, blind);
        Assert.Equal((EmbeddingReason.NotMeasured, 40, 0), await ShownAsync(town)); // another model's exam says nothing of this one
        await VectorTests.MakeAsync(town);
        Assert.Equal((EmbeddingReason.AddsNothing, 40, 40), await ShownAsync(town));
        Assert.Equal(0, town.Town.Get<LibraryVectors>().Worth!.Weight);
    }

    [Fact]
    public async Task A_server_that_dies_before_the_exam_leaves_the_vectors_and_the_exam_is_held_later()
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: KnowsTheAnswer);
        await using var town = await OpenAsync();
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        File.Delete(Path.Combine(town.Town.Directory.Root, "vectors", "public-exam.json"));
        var vectors = town.Town.Get<LibraryVectors>();
        vectors.Keep(vectors.Worth! with { Model = "another" });
        server.Script = EmbeddingScript.Fails;
        Assert.Equal("failed", (await VectorTests.RunAsync(town, (await VectorTests.LookAsync(town))!)).State);
        Assert.Equal((EmbeddingReason.NotMeasured, 40, 40), await ShownAsync(town));

        server.Script = EmbeddingScript.Sound;
        town.Town.Clock.Advance(VectorUpkeep.RestAfterFailure + TimeSpan.FromSeconds(1));
        Assert.Null(await town.Town.Get<LibraryExam>().HoldAsync((await town.Town.Get<EmbeddingEndpoint>().FindAsync(default))!, () => Task.CompletedTask, default));
        Assert.Equal((EmbeddingReason.Exam, 40, 40), await ShownAsync(town));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Judged_questions_set_the_weight_it_is_shown_and_undone(StorageEngine engine)
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: KnowsTheNames);
        await using var town = await OpenAsync(engine);
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        Assert.Equal((EmbeddingReason.AddsNothing, 40, 40), await ShownAsync(town)); // of questions and answers alone these vectors know nothing
        await File.WriteAllLinesAsync(town.Files["judged.jsonl"], Entries().Select(e => System.Text.Json.JsonSerializer.Serialize(new { question = Asked(e.Question), entry = e.Question })));

        var (gain, number) = (await town.Town.Get<LearnHandler>().LearnAsync(town.Files["judged.jsonl"], Actor.Console("test"), default)).Value;

        Assert.Equal(1, number);
        Assert.True(gain.Weight is { Before: 0, After: > 0.5 } && gain.With > gain.Without + 0.1, $"{gain}");
        Assert.Equal((EmbeddingReason.Learned, 40, 40), await ShownAsync(town));
        Assert.Contains("vector-weight-thousandths", await town.Town.KeptAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await town.Town.Get<LearnHandler>().UndoAsync(0, Actor.Console("test"), default)).Value);
        Assert.Equal((EmbeddingReason.AddsNothing, 40, 40), await ShownAsync(town));
    }

    private static async Task<(EmbeddingReason, long, long)> ShownAsync(LibraryTown town)
    {
        var embedding = (await town.Town.Get<EmbeddingEndpoint>().FindAsync(default))!;
        var progress = await town.Town.Get<EmbeddingLook>().AtAsync(embedding, default);
        return (progress.Reason, progress.Passages, progress.WithVectors);
    }

    private static async Task<LibraryTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("faq.csv", "質問,回答\n" + string.Concat(Entries().Select(e => $"{e.Question},{e.Answer}\n")));
        return town;
    }

    // No word of a question stands in its own answer; each answer is told apart by a plant and a number that the question does not name.
    private static IEnumerable<(string Question, string Answer)> Entries() =>
        from i in Enumerable.Range(0, 10) from j in Enumerable.Range(0, 4) select ($"{Things[i]}は{"何誰朝夜"[j]}ですか", $"{Said[i]}の札の{j + 2}番を{Said[(i + j + 1) % 10]}の窓口で取ってください。");

    private static float[] KnowsTheAnswer(string text, int dimension) =>
        TextVector.Of(Entries().Where(e => text.Contains(e.Question, StringComparison.Ordinal)).Select(e => e.Answer).FirstOrDefault() ?? text.Replace("passage: ", "", StringComparison.Ordinal), dimension);

    // What a question is called elsewhere: no document has a word of it.
    private static string Asked(string question) => $"{question[^4]}" + Called[Array.FindIndex(Things, thing => question.StartsWith(thing, StringComparison.Ordinal))];

    // The whole passage and what it is called elsewhere point the same way; a question or an answer alone points anywhere.
    private static float[] KnowsTheNames(string text, int dimension)
    {
        var entry = Entries().FirstOrDefault(e => text.EndsWith(Asked(e.Question), StringComparison.Ordinal) || (text.Contains(e.Question, StringComparison.Ordinal) && text.EndsWith(e.Answer, StringComparison.Ordinal)));
        return TextVector.Noise(TextVector.Seed(entry.Question ?? text), dimension);
    }
}

using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>Two towns that differ only in what a reader may not read are one to this reader, also where vectors take part.</summary>
public sealed class VectorWorldsTests
{
    private static readonly string[] Things = ["転入届", "婚姻届", "出生届", "死亡届", "離婚届", "印鑑登録", "粗大ごみ", "犬の登録", "飼い猫", "水道料金"];
    private static readonly string[] Said = ["桜", "梅", "松", "竹", "菊", "蘭", "柳", "楓", "椿", "藤"];

    [Fact]
    public async Task Hidden_documents_move_neither_the_weight_of_vectors_nor_any_score()
    {
        await using var server = await EmbeddingDouble.StartAsync(vector: KnowsTheAnswer);
        await using var small = await OpenAsync(server, withHidden: false);
        await using var large = await OpenAsync(server, withHidden: true);

        var (one, other) = (small.Town.Get<LibraryVectors>().Worth!, large.Town.Get<LibraryVectors>().Worth!);
        Assert.Equal((one.Questions, one.Weight, one.Words, one.Vectors, one.Passages), (other.Questions, other.Weight, other.Words, other.Vectors, other.Passages));
        Assert.True(one.Weight > 0); // vectors do take part
        foreach (var user in new[] { null, "tani" })
        {
            foreach (var question in Entries().Select(e => e.Question).Append("札の番号を窓口で取る"))
            {
                var found = await FoundAsync(small, user, question);
                Assert.NotEmpty(found);
                Assert.Equal(found, await FoundAsync(large, user, question));
            }
        }

        Assert.Contains(await FoundAsync(large, "kudo", "札の番号を窓口で取る"), line => line.Contains("内規", StringComparison.Ordinal)); // the control: it is there
    }

    private static async Task<LibraryTown> OpenAsync(EmbeddingDouble server, bool withHidden)
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("住民.csv", Csv(Entries().Take(20)));
        if (withHidden)
        {
            await town.ImportAsync("内規.csv", Csv(Hidden()), label: "機密性2"); // of these the vectors know nothing: over all, they would count for less
            await town.ImportAsync("下書き.csv", Csv(Hidden().Select(e => (e.Question + "？", e.Answer + "案"))), publish: false);
        }

        await town.ImportAsync("窓口.csv", Csv(Entries().Skip(20)));
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        return town;
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(LibraryTown town, string? user, string question)
    {
        var reader = user is null ? Principal.Resident : await town.Town.PrincipalAsync(user);
        var found = await town.Town.Get<LibrarySearch>().FindAsync(reader, question, town.Town.Clock.Today(), Standing.InForce, 50, default);
        return [.. found.Select(f => $"{f.Title} {f.Ordinal} {f.Question} {f.Score:R}")];
    }

    private static string Csv(IEnumerable<(string Question, string Answer)> entries) => "質問,回答\n" + string.Concat(entries.Select(e => $"{e.Question},{e.Answer}\n"));

    // No word of a question stands in its own answer, so that words alone find little and vectors count.
    private static IEnumerable<(string Question, string Answer)> Entries() =>
        from i in Enumerable.Range(0, 10) from j in Enumerable.Range(0, 4) select ($"{Things[i]}は{"何誰朝夜"[j]}ですか", $"{Said[i]}の札の{j + 2}番を{Said[(i + j + 1) % 10]}の窓口で取ってください。");

    // Here words find every answer, and vectors none.
    private static IEnumerable<(string Question, string Answer)> Hidden() =>
        from i in Enumerable.Range(0, 100) select ($"内規第{i + 100}号の札は何ですか", $"内規第{i + 100}号の札の番号を窓口で取る。");

    private static float[] KnowsTheAnswer(string text, int dimension) =>
        TextVector.Of(Entries().Where(e => text.Contains(e.Question, StringComparison.Ordinal)).Select(e => e.Answer).FirstOrDefault()
            ?? (text.Contains("内規", StringComparison.Ordinal) ? string.Concat(text.Reverse()) : text.Replace("passage: ", "", StringComparison.Ordinal)), dimension);
}

using System.Globalization;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.Wording;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Evaluate;

/// <summary>What a learning is measured by is what people will see: search as the product does it, with and without known ways, with and without vectors.</summary>
public sealed class LearningMeasureTests
{
    private static readonly Actor Operator = Actor.Console("test");
    private static readonly string[] Forms = ["{0}の札を取りに来たのですが、受付はどこにありますか", "窓口で{0}の札を取るように言われましたが、どうすればよいですか", "{0}の届はどこに出しますか、教えてください", "{0}の窓口で受け付けてもらえる札はどれですか"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Vectors_join_after_known_ways_and_the_second_look_when_a_learning_is_measured_as_when_anybody_searches(double weight)
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await OpenAsync();
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        HybridTests.Weigh(town, weight);
        var pairs = Pairs();

        var choices = (await town.Town.Get<LearningMeasure>().OfAsync(Known(pairs), (_, _) => Task.CompletedTask, default)).Value.Choices;

        Assert.Equal([(false, false), (false, true), (true, false), (true, true)], choices.Select(c => (c.Ways, c.Weight is not null)));
        Assert.Equal(await SearchedAsync(town, pairs, pairs), choices[0].Scores);
        Assert.Equal(await RaisedAsync(town, pairs), choices[2].Scores);
        Assert.NotEqual(choices[0].Scores, choices[2].Scores);
    }

    [Fact]
    public async Task Each_question_is_sent_to_the_embedding_server_once()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await OpenAsync();
        await VectorTests.UseAsync(town, server);
        await VectorTests.MakeAsync(town);
        var before = server.Texts.Count;

        await town.Town.Get<LearningMeasure>().OfAsync(Known(Pairs()), (_, _) => Task.CompletedTask, default);

        Assert.Equal(24, server.Texts.Count - before);
    }

    [Fact]
    public async Task What_was_replaced_takes_no_place_from_what_is_published()
    {
        await using var town = await OpenAsync();
        await town.ImportAsync("faq.csv", LearnTown.Csv() + "図書館は何時までですか,午後5時までです。\n");
        var pairs = Pairs();

        var choices = (await town.Town.Get<LearningMeasure>().OfAsync(Known(pairs, version: 2), (_, _) => Task.CompletedTask, default)).Value.Choices;

        Assert.Equal(await SearchedAsync(town, pairs, pairs, version: 2), choices[0].Scores);
    }

    private static async Task<LibraryTown> OpenAsync()
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("faq.csv", LearnTown.Csv());
        return town;
    }

    private static IReadOnlyList<JudgedPair> Pairs() =>
    [
        .. from i in Enumerable.Range(0, LearnTown.Names.Length)
           from form in Forms
           select new JudgedPair(string.Format(CultureInfo.InvariantCulture, form, LearnTown.Said[i]), LearnTown.Entry(i), LearnTown.Answer(i)),
    ];

    private static IReadOnlyList<KnownWay> Known(IEnumerable<JudgedPair> pairs, uint version = 1) => [.. pairs.Select(p => new KnownWay(p.Question, version, Place(p)))];

    private static uint Place(JudgedPair pair) => (uint)Enumerable.Range(0, LearnTown.Names.Length).Single(i => LearnTown.Entry(i) == pair.EntryQuestion);

    // For each part, search itself with a learning made of the other parts in use.
    private static async Task<IReadOnlyList<double>> RaisedAsync(LibraryTown town, IReadOnlyList<JudgedPair> pairs)
    {
        var scores = new Dictionary<string, double>();
        foreach (var part in pairs.GroupBy(p => Folds.Of(p.Question)))
        {
            await using (var work = await town.Town.Database.BeginAsync())
            {
                await town.Town.Get<LearningStore>().AddAsync(work, Operator, [.. pairs.Except(part)], new GainReport(24, 6, 0, 1, 0, true, null), default);
                await work.CommitAsync();
            }

            foreach (var (pair, score) in part.Zip(await SearchedAsync(town, [.. part], pairs)))
            {
                scores.Add(pair.Question, score);
            }
        }

        return [.. pairs.Select(p => scores[p.Question])];
    }

    private static async Task<IReadOnlyList<double>> SearchedAsync(LibraryTown town, IReadOnlyList<JudgedPair> asked, IReadOnlyList<JudgedPair> pairs, uint version = 1)
    {
        var scores = new List<double>();
        foreach (var pair in asked)
        {
            var found = await town.Town.Get<LibrarySearch>().FindAsync(Principal.Resident, pair.Question, town.Town.Clock.Today(), Standing.InForce, WeightLearning.Top, default);
            scores.Add(RankGain.Of(found.Select(f => (f.Version.Number, (uint)f.Ordinal)), pairs.Where(p => p.Question == pair.Question).Select(p => (version, Place(p))).ToHashSet()));
        }

        return scores;
    }
}

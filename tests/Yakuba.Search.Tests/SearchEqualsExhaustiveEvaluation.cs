using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Search.Tests;

public sealed class SearchEqualsExhaustiveEvaluation
{
    /// <summary>Sizes that reach both kinds of postings: a term is frequent from 64 passages on.</summary>
    private static readonly Gen<(int Seed, int Groups, int Commits, int Words)> _towns =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from groups in Gen.Elements(1, 3, 40, 200)
        from commits in Gen.Choose(1, 4)
        from words in Gen.Elements(3, 30, 300)
        select (seed, groups, commits, words);

    [Fact]
    public void Of_any_corpus_with_and_without_filters_removals_and_several_segments() =>
        Prop.ForAll(Arb.From(_towns), town => Holds(town.Seed, town.Groups, town.Commits, town.Words))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static bool Holds(int seed, int groups, int commits, int words)
    {
        using var folder = new TemporaryFolder();
        var town = new RandomTown(seed, words);
        using var writer = IndexWriter.Open(folder.Path, RandomTown.Schema);
        using var index = SearchIndex.Open(folder.Path);
        for (var commit = 0; commit < commits; commit++)
        {
            town.RemoveSome(writer, 0.2);
            town.AddGroups(writer, groups);
            if (commit > 0)
            {
                town.Add(writer, town.Groups.First()); // Replaces that group.
            }

            town.Commit(writer);
            using var snapshot = index.Snapshot();
            Assert.Equal(town.Live.Count(), snapshot.Passages);
            for (var question = 0; question < 8; question++)
            {
                Compare(town, snapshot, PermittedGroups.All);
                Compare(town, snapshot, PermittedGroups.Of(town.SomeGroups(0.5)));
                Compare(town, snapshot, PermittedGroups.Of(town.SomeGroups(0.02)));
            }
        }

        return true;
    }

    private static void Compare(RandomTown town, IndexSnapshot snapshot, PermittedGroups permitted)
    {
        foreach (var query in new[] { town.Query(), town.QueryWithPhrases() })
        {
            foreach (var top in new[] { 0, 1, 10, 10_000 })
            {
                Assert.Equal(town.Evaluate(query, permitted, top), snapshot.Search(query, permitted, top));
            }
        }
    }
}

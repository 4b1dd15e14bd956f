using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>
/// Measures what judged questions teach, each on what the other parts teach. Hits come about as in <see cref="LibrarySearch"/>: found by words,
/// raised by known ways, looked at a second time, and only then united with vectors.
/// </summary>
internal sealed class LearningMeasure(Database database, LibraryIndex index, SearchAnalyser analyser, MeantWords meant, WeightLearning weights, TimeProvider time)
{
    /// <summary>Measures every way to use what was learned; one of them may help where another hurts.</summary>
    /// <param name="known">Judged questions with the places that answer them.</param>
    /// <param name="tell">Told of questions measured and questions in all.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>A problem when the embedding server fails.</returns>
    internal async Task<Result<MeasuredLearning>> OfAsync(IReadOnlyList<KnownWay> known, Func<int, int, Task> tell, CancellationToken cancel)
    {
        var judged = known.GroupBy(k => k.Question).ToDictionary(q => q.Key, q => q.Select(k => (k.Group, k.Ordinal)).ToHashSet());
        var texts = await PassageTexts.ReadAsync(database, time.Today(), cancel);
        using var snapshot = index.Snapshot();
        var counts = snapshot.CountsFor(texts.Permitted);
        var ways = AskedWay.Cut(known, analyser);
        var others = Enumerable.Range(0, Folds.Count)
            .Select(fold => KnownWays.Of([.. ways.Where(w => Folds.Of(w.Way.Question) != fold)], analyser, meant, counts)).ToArray();
        var (plain, raised) = (new Dictionary<string, SearchHit[]>(), new Dictionary<string, SearchHit[]>());
        foreach (var question in judged.Keys)
        {
            var look = SecondLook.Of(analyser, question, counts);
            var hits = snapshot.Search(PassageQuery.Of(analyser, question, meant, counts), texts.Permitted, WeightLearning.Top);
            plain.Add(question, texts.Order(hits, look));
            raised.Add(question, texts.Order(others[Folds.Of(question)].Raise(question, hits, texts.Permitted, counts, WeightLearning.Top), look));
            await tell(plain.Count, judged.Count);
        }

        return (await weights.LearnAsync(judged, [plain, raised], texts.Permitted, cancel)).Match<Result<MeasuredLearning>>(
            weighed => new MeasuredLearning([.. judged.Values.Select(right => right.Min())], [.. Choices(false, weighed[0]), .. Choices(true, weighed[1])]), problem => problem);

        IEnumerable<LearningChoice> Choices(bool ways, WeighedHits weighed)
        {
            yield return new(ways, null, Scores(weighed.Before));
            if (weighed.Weight is not null)
            {
                yield return new(ways, weighed.Weight, Scores(weighed.After));
            }
        }

        double[] Scores(IReadOnlyDictionary<string, SearchHit[]> ranked) => [.. judged.Select(j => RankGain.Of(ranked[j.Key].Select(h => (h.Group, h.Ordinal)), j.Value))];
    }
}

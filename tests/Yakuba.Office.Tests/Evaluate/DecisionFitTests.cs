using Yakuba.Documents;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Evaluate.Learn.Decide;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class DecisionFitTests
{
    private static readonly FittedDecision s_fitted = DecisionFit.Of([.. Enumerable.Range(0, 300).SelectMany(Cases)]);

    [Fact]
    public void What_tells_right_from_wrong_is_found_and_what_tells_nothing_is_not()
    {
        var entries = s_fitted.Units.OfEntries.Weights;
        Assert.True(entries[0] > 1, $"{entries[0]}"); // Covered made the cases
        Assert.InRange(entries[8], 0, entries[0] / 4); // Named is noise
        Assert.True(s_fitted.Decision.Weights[0] > 0.3, $"{s_fitted.Decision.Weights[0]}");
        Assert.True(s_fitted.Presence.Weights[0] > 0.3, $"{s_fitted.Presence.Weights[0]}");
    }

    [Fact]
    public void Figures_are_of_questions_held_back_and_count_each_question_once()
    {
        var sheet = Assert.Single(s_fitted.Sheets);
        Assert.Equal(("fit", 300, 200), (sheet.Split, sheet.Questions, sheet.Answerable));
        Assert.True(sheet.Right > 3 * sheet.Wrong && sheet.Right + sheet.Wrong <= 300, $"{sheet}");
        Assert.InRange(sheet.Area, 0.7, 1);
        Assert.InRange(s_fitted.PresenceArea, 0.6, 1);
    }

    [Fact]
    public void No_weight_is_fitted_for_a_number_that_is_not_part_of_the_rule() =>
        Assert.All(Answerability.InUse.OfEntries.Weights.Zip(s_fitted.Units.OfEntries.Weights).Where(w => w.First == 0), w => Assert.Equal(0, w.Second));

    [Fact]
    public void The_area_counts_pairs_and_ties_by_half()
    {
        Assert.Equal(1, AreaUnderCurve.Of([(0.9, true), (0.8, true), (0.1, false)]));
        Assert.Equal(0.5, AreaUnderCurve.Of([(0.5, true), (0.5, false)]));
        Assert.Equal(0.25, AreaUnderCurve.Of([(0.4, true), (0.2, true), (0.3, false), (0.5, false)]));
    }

    // Two of three questions have an answer, which covers more of the question than other entries do; Named is noise.
    private static IEnumerable<DecisionCase> Cases(int i)
    {
        var random = new Random(i);
        var isAnswered = i % 3 != 0;
        JudgedUnit[] wrong = [.. Enumerable.Range(1, 4).Select(place => Unit(place, random.NextDouble() * 0.7, random.NextDouble(), isRight: false))];
        var there = new Presence(isAnswered ? 0.5 + (random.NextDouble() / 2) : random.NextDouble() * 0.7, random.NextDouble(), random.NextDouble());
        yield return new($"q{i}", "fit", isAnswered, false, isAnswered ? [Unit(0, 0.5 + (random.NextDouble() / 2), random.NextDouble(), isRight: true), .. wrong] : wrong, there);
        if (isAnswered)
        {
            yield return new($"q{i}", "fit", false, true, wrong, there with { Written = random.NextDouble() * 0.7 });
        }
    }

    private static JudgedUnit Unit(int place, double covered, double named, bool isRight)
    {
        var version = new VersionRights(1, "", "", Label.Public, [], VersionState.Published, null, null);
        var passage = new FoundPassage(version, place, "", "", [], "答え", "問い", new EntryLocator(1), new EntryLocator(1), null, null, 1);
        return new(new Candidate(AnswerUnit.Of(passage)[0], new Likeness { IsFaq = true, Covered = covered, Named = named, Explained = 1 }, 0, AskedFor.Of("")), true, isRight, false);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Evaluate.Town;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>Asks judged questions as the product does, up to the decision, and keeps all that the rules see.</summary>
internal sealed class DecisionCases(Understanding understanding, Retrieval retrieval, EvidenceRanking ranking, QuestionTermsReader questions, LikenessReader likeness, NamesAndYears names, TownRun run)
{
    // The units behind these are far from answering, and a long document has hundreds.
    private const int MostUnits = 60;

    internal static DecisionCases Of(IServiceProvider services) => ActivatorUtilities.CreateInstance<DecisionCases>(services, TownRun.Of(services));

    /// <summary>One question: as it is and, where something found answers it, with the passages that do taken away.</summary>
    /// <returns>A problem when the user who is to ask does not exist. Nothing for a question that finds nothing.</returns>
    internal async Task<Result<IReadOnlyList<DecisionCase>>> OfAsync(JudgedQuestion question, DateOnly today, CancellationToken cancel)
    {
        if (!(await run.ReaderAsync(question, cancel)).TryGet(out var reader, out var problem))
        {
            return problem.With($"{question.Id} {question.As}");
        }

        var understood = understanding.Read(new Admitted(question.Question, question.On, reader) { Today = today });
        var retrieved = await retrieval.FindAsync(understood, cancel);
        var found = retrieved.InForce;
        if (found.Count == 0)
        {
            return new List<DecisionCase>();
        }

        var whole = await CaseAsync(question, retrieved, found, isWithout: false, cancel);
        var answers = whole.Units.Where(u => u.IsRight || u.IsUnlisted).Select(u => u.Candidate.Unit.Passage).ToHashSet<FoundPassage>(ReferenceEqualityComparer.Instance);
        var rest = found.Where(p => !answers.Contains(p)).ToList();
        return answers.Count == 0 || rest.Count == 0
            ? new List<DecisionCase> { whole }
            : new List<DecisionCase> { whole, await CaseAsync(question, retrieved, rest, isWithout: true, cancel) };
    }

    private async Task<DecisionCase> CaseAsync(JudgedQuestion question, Retrieved retrieved, IReadOnlyList<FoundPassage> passages, bool isWithout, CancellationToken cancel)
    {
        var understood = retrieved.Understood;
        var known = new Dictionary<FoundPassage, (bool Passes, bool IsListed)>(ReferenceEqualityComparer.Instance);
        var units = new List<JudgedUnit>();
        foreach (var candidate in ranking.Rank(understood.SearchText, passages, retrieved.Readable).Candidates.Take(MostUnits))
        {
            var passage = candidate.Unit.Passage;
            if (!known.TryGetValue(passage, out var of))
            {
                var file = await run.FileAsync(passage.Version.Number, cancel);
                of = ((await names.CheckAsync(understood, passage, cancel)).Passes, question.Sources.Any(s => Path.GetFileName(s) == file));
                known.Add(passage, of);
            }

            var says = question.MayBeAnswered && Verdicts.Says(question, candidate.Unit.Text);
            units.Add(new(candidate, of.Passes, says && of.IsListed, says && !of.IsListed));
        }

        var presence = likeness.Presence(questions.Read(understood.SearchText, retrieved.Readable), passages.MaxBy(p => p.Score)!);
        return new(question.Id, question.Split, question.MayBeAnswered && !isWithout, isWithout, units, presence);
    }
}

using Yakuba.Documents;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Abstain;

/// <summary>Judges questions against an evaluation collection with the very decision that answers residents: searched, compared and weighed alike.</summary>
internal sealed class CollectionJudge : IDisposable
{
    private const int Top = 24;

    private readonly IReadOnlyList<EvalDocument> _documents;
    private readonly EvalIndex _index;
    private readonly EvidenceRanking _ranking;

    /// <param name="documents">The collection.</param>
    /// <param name="lexicon">The dictionary.</param>
    /// <param name="meant">What is known of words.</param>
    internal CollectionJudge(IReadOnlyList<EvalDocument> documents, Lexicon lexicon, MeantWords meant)
    {
        var analyser = new SearchAnalyser(lexicon);
        _documents = documents;
        _index = EvalIndex.Build(documents, analyser, LeftOut.Nothing with { Meant = meant });
        var weights = new TermWeights(_index.Snapshot, analyser);
        _ranking = new EvidenceRanking(new QuestionTermsReader(weights, analyser, lexicon, meant), new LikenessReader(weights, analyser));
    }

    /// <summary>Units of what search finds, the surest first; the document's position is the number of the passage's version.</summary>
    internal RankedEvidence Judge(EvalQuery query) => _ranking.Rank(
        query.Text,
        [.. _index.Search(query.Text, Top).Where(h => _documents[h.Document].Id != query.LeaveOut).Select(h => Passage(h.Document, h.Score))],
        PermittedGroups.All);

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private FoundPassage Passage(int position, double score)
    {
        var document = _documents[position];
        var version = new VersionRights((uint)position, document.Id, "", Label.Public, [], VersionState.Published, null, null);
        return new(version, 0, document.Title, "", [], document.Body, document.Question, new EntryLocator(1), new EntryLocator(1), null, null, score);
    }
}

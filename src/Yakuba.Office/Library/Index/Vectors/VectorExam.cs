using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Search.Vectors;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>
/// What vectors are worth beside words, from the library alone: no judged question is needed. Each side has to find the answer of a FAQ entry by its
/// question, or a passage by its headings, among some hundred, where the text looked for no longer holds what is asked.
/// </summary>
public static class VectorExam
{
    // What words tell of real questions: the answer's words alone tell less than the entry that holds the question too, and must not be held against them.
    private const double WordsTell = 10;

    /// <summary>Holds it.</summary>
    /// <param name="folder">An empty folder that may be written to; the caller deletes it.</param>
    /// <param name="items">What is asked.</param>
    /// <param name="texts">Vectors of the texts; null where the model took none.</param>
    /// <param name="questions">Vectors of the questions; null where the model took none.</param>
    /// <param name="analyser">Cuts text into terms.</param>
    /// <param name="meant">Words that are meant.</param>
    public static (int Questions, double Words, double Vectors, double Both, double Weight) Hold(
        string folder, IReadOnlyList<ExamItem> items, IReadOnlyList<float[]?> texts, IReadOnlyList<float[]?> questions, SearchAnalyser analyser, MeantWords meant)
    {
        var judged = Judge(folder, items, texts, questions, analyser, meant);
        if (judged.Count < VectorWorth.FewestQuestions)
        {
            return (judged.Count, 0, 0, 0, 0);
        }

        var weight = VectorWeight.Learn(judged, WordsTell);
        double Share(double words, double vectors) => judged.Count(q => q.IsFirst(words, vectors)) / (double)judged.Count;
        return (judged.Count, Share(1, 0), Share(0, 1), Share(1, weight), weight);
    }

    private static List<JudgedCandidates> Judge(
        string folder, IReadOnlyList<ExamItem> items, IReadOnlyList<float[]?> texts, IReadOnlyList<float[]?> questions, SearchAnalyser analyser, MeantWords meant)
    {
        var judged = new List<JudgedCandidates>();
        List<VectorEntry> entries = [.. texts.Select((vector, i) => (vector, i)).Where(t => t.vector is not null).Select(t => new VectorEntry((uint)t.i + 1, 0, t.vector!))];
        if (entries.Count == 0)
        {
            return judged;
        }

        using (var writer = IndexWriter.Open(Path.Combine(folder, "words"), PassageFields.Schema))
        {
            for (var i = 0; i < items.Count; i++)
            {
                writer.Add(new IndexEntry((uint)i + 1, 0, PassageFields.Terms(analyser, "", "", null, items[i].Text)));
            }

            writer.Commit();
        }

        using var near = VectorIndex.Open(Path.Combine(folder, "vectors"));
        near.Add("exam", entries);
        using var vectors = near.Snapshot();
        using var index = SearchIndex.Open(Path.Combine(folder, "words"));
        using var words = index.Snapshot();
        for (var i = 0; i < items.Count; i++)
        {
            if (questions[i] is { } vector && texts[i] is not null)
            {
                var hits = words.Search(PassageQuery.Of(analyser, items[i].Question, meant, words.CountsFor(PermittedGroups.All)), PermittedGroups.All, HybridCandidates.Depth);
                judged.Add(JudgedCandidates.Of(HybridCandidates.Of(vectors, vector, PermittedGroups.All, hits, HybridCandidates.Depth), (group, _) => group == i + 1));
            }
        }

        return judged;
    }
}

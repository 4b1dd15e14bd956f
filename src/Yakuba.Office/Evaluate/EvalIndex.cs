using System.Text;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary>A throw-away index of an evaluation set, with the library's fields and query. Unlike the library it ranks documents, from sections of at most 1,000 characters.</summary>
internal sealed class EvalIndex : IDisposable
{
    private const int PassagesRead = 3000;
    private const int LongestSection = 1000;

    private readonly string _folder;
    private readonly SearchIndex _index;
    private readonly IndexSnapshot _snapshot;
    private readonly TermCounts _counts;
    private readonly SearchAnalyser _analyser;
    private readonly LeftOut _leftOut;
    private readonly Dictionary<(uint Group, uint Ordinal), (string Above, string Text)> _texts;

    private EvalIndex(string folder, SearchAnalyser analyser, LeftOut leftOut, Dictionary<(uint Group, uint Ordinal), (string Above, string Text)> texts)
    {
        _texts = texts;
        _leftOut = leftOut;
        _folder = folder;
        _analyser = analyser;
        _index = SearchIndex.Open(folder);
        _snapshot = _index.Snapshot();
        _counts = _snapshot.CountsFor(PermittedGroups.All);
    }

    internal static EvalIndex Build(IReadOnlyList<EvalDocument> documents, SearchAnalyser analyser, LeftOut? leftOut = null)
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-eval-").FullName;
        var texts = new Dictionary<(uint Group, uint Ordinal), (string Above, string Text)>();
        using (var writer = IndexWriter.Open(folder, PassageFields.Schema))
        {
            for (var i = 0; i < documents.Count; i++)
            {
                var (d, ordinal) = (documents[i], 0u);
                foreach (var body in Sections(d))
                {
                    texts.Add(((uint)i + 1, ordinal), (d.Title, FoundPassage.Inside(d.Question, body)));
                    writer.Add(new IndexEntry((uint)i + 1, ordinal++, PassageFields.Terms(analyser, d.Title, "", d.Question, body)));
                }
            }

            writer.Commit();
        }

        return new EvalIndex(folder, analyser, leftOut ?? LeftOut.Nothing, texts);
    }

    /// <summary>The state that is searched. Dispose it after use.</summary>
    internal IndexSnapshot Snapshot() => _index.Snapshot();

    /// <summary>Positions of documents in the list that the index was built from, best first, with scores.</summary>
    internal IEnumerable<(int Document, double Score)> Search(string query, int top, KnownWays? known = null) =>
        Hits(query, top, known).Select(h => ((int)h.Group - 1, h.Score));

    /// <summary>The same as hits of one passage each: a document's group is its position + 1, its ordinal 0.</summary>
    /// <param name="query">The question.</param>
    /// <param name="top">The most documents wanted.</param>
    /// <param name="known">Questions whose answers are known; null for none.</param>
    internal SearchHit[] Hits(string query, int top, KnownWays? known = null)
    {
        var hits = _snapshot.Search(_leftOut.Of(PassageQuery.Of(_analyser, query, _leftOut.Meant, _counts)), PermittedGroups.All, PassagesRead);
        hits = known?.Raise(query, hits, PermittedGroups.All, _counts, PassagesRead) ?? hits;
        var look = _leftOut.Texts ? SecondLook.Of(_analyser, query, _counts) : null;
        var ordered = look?.Order(hits, h => h.Score, h => _texts[(h.Group, h.Ordinal)], (h, score) => h with { Score = score }) ?? hits;
        return [.. DocumentScore.Of(ordered).Take(top).Select(d => new SearchHit(d.Group, 0, d.Score))];
    }

    /// <summary>Questions whose answers are known, by position of the document.</summary>
    internal KnownWays Known(IEnumerable<(string Question, int Document)> judged) =>
        KnownWays.Of(AskedWay.Cut(judged.Select(j => new KnownWay(j.Question, (uint)j.Document + 1, 0)), _analyser), _analyser, _leftOut.Meant, _counts);

    // A document of several passages is ranked by sections: as long as an article or an entry, so that the length of a document decides nothing.
    private static IEnumerable<string> Sections(EvalDocument document)
    {
        var section = new StringBuilder();
        foreach (var line in document.Body.Split('\n'))
        {
            foreach (var sentence in SentenceCutter.Cut(line))
            {
                if (section.Length > 0 && section.Length + sentence.Length > LongestSection)
                {
                    yield return section.ToString();
                    section.Clear();
                }

                section.Append(sentence);
            }

            section.Append('\n');
        }

        yield return section.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

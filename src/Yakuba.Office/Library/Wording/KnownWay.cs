using Yakuba.Text;

namespace Yakuba.Office.Library.Wording;

/// <summary>A question of the past with a passage that answered it.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Group">The passage's group in the index: its version.</param>
/// <param name="Ordinal">The passage's number in the group.</param>
public readonly record struct KnownWay(string Question, uint Group, uint Ordinal);

/// <summary>A known question cut into words: the same for every reader, however they weigh them.</summary>
/// <param name="Way">The question and its passage.</param>
/// <param name="Words">Its words, as an index holds them.</param>
public sealed record AskedWay(KnownWay Way, IReadOnlyList<string> Words)
{
    /// <summary>Cuts questions.</summary>
    public static IReadOnlyList<AskedWay> Cut(IEnumerable<KnownWay> ways, SearchAnalyser analyser) =>
        [.. ways.Select(w => new AskedWay(w, SearchAnalyser.IndexedWords(analyser.Analyse(w.Question))))];
}

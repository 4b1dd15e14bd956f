using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>もしかして: what a person may have meant by a misspelt question, in words of documents that this person may read.</summary>
public sealed class MeantSpelling(LibraryIndex index, ReadableVersions rights, Lexicon lexicon, TimeProvider time)
{
    private readonly QuestionSpelling _spelling = new(lexicon);
    private readonly Lock _gate = new();
    private (ulong Generation, Suggester Words)? _words;

    /// <summary>The question with its misspelt words mended.</summary>
    /// <param name="reader">Who asks. A word is offered, and taken for known, only if a passage with it is in force today and may be read by the asker.</param>
    /// <param name="question">As typed.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Null if there is nothing to offer.</returns>
    public async Task<string?> MendAsync(Principal reader, string question, CancellationToken cancel)
    {
        var permitted = await rights.ForAsync(reader, time.Today(), Standing.InForce, cancel);
        using var snapshot = index.Snapshot();
        return _spelling.Mend(question, Words(snapshot), word => snapshot.DocumentFrequency(PassageFields.SpellingField, word, permitted));
    }

    // Made again when the index has changed; a second thread waits rather than making it too.
    private Suggester Words(IndexSnapshot snapshot)
    {
        lock (_gate)
        {
            if (_words is not { } known || known.Generation != snapshot.Generation)
            {
                known = (snapshot.Generation, Suggester.Of(snapshot.Terms(PassageFields.SpellingField).Select(word => new SpelledWord(word, _spelling.ReadingOf(word)))));
                _words = known;
            }

            return known.Words;
        }
    }
}

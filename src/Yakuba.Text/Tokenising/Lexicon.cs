using System.Collections.Concurrent;

namespace Yakuba.Text;

/// <summary>
/// The ipadic dictionary, memory-mapped in the compiled form that MeCab reads, and the search for the words of a text.
/// Word for word equal to libmecab2. Safe for many threads; one a process is enough.
/// </summary>
/// <remarks>The bytes are drawn in docs/formats/dictionary.md. Dispose only when no thread uses it any more.</remarks>
public sealed class Lexicon : IDisposable
{
    private readonly WordDictionary _words;
    private readonly WordDictionary _unknown;
    private readonly ConnectionCosts _costs;
    private readonly WordLookup _lookup;
    private readonly WordFeatures _wordFeatures;
    private readonly WordFeatures _unknownFeatures;
    private readonly ConcurrentBag<Lattice> _idle = [];
    private volatile bool _disposed;

    private Lexicon(WordDictionary words, WordDictionary unknown, ConnectionCosts costs, CharacterCategories categories)
    {
        _words = words;
        _unknown = unknown;
        _costs = costs;
        // In the words of MeCab the left size of the dictionary is the first size of the matrix, though a row is indexed the other way.
        if (words.LeftContexts != costs.Before || words.RightContexts != costs.After)
        {
            throw words.Damaged("its context classes differ from those of matrix.bin");
        }

        _lookup = new WordLookup(words, new UnknownWords(unknown, categories), categories.Table);
        _wordFeatures = new WordFeatures(words);
        _unknownFeatures = new WordFeatures(unknown);
    }

    /// <summary>Opens a directory with <c>sys.dic</c>, <c>unk.dic</c>, <c>matrix.bin</c> and <c>char.bin</c> in UTF-8.</summary>
    /// <exception cref="LexiconException">A file is missing, damaged or of another version; the message names it.</exception>
    public static Lexicon Open(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new LexiconException(directory, "there is no such directory");
        }

        var opened = new List<IDisposable>();
        try
        {
            var words = Opened(WordDictionary.Open(directory, "sys.dic"));
            var unknown = Opened(WordDictionary.Open(directory, "unk.dic"));
            var costs = Opened(ConnectionCosts.Open(directory));
            return new Lexicon(words, unknown, costs, CharacterCategories.Open(directory));
        }
        catch
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }

        T Opened<T>(T part)
            where T : IDisposable
        {
            opened.Add(part);
            return part;
        }
    }

    /// <summary>
    /// Opens the dictionary of this machine: the directory named by the environment variable <c>YAKUBA_DICTIONARY</c> if it is set,
    /// else <c>dictionary</c> beside the program if it exists, else the one of the Debian package mecab-ipadic-utf8.
    /// </summary>
    /// <exception cref="LexiconException">There is none, or it cannot be used.</exception>
    public static Lexicon OpenInstalled()
    {
        var named = Environment.GetEnvironmentVariable("YAKUBA_DICTIONARY");
        if (!string.IsNullOrEmpty(named))
        {
            return Open(named);
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "dictionary");
        return Open(Directory.Exists(beside) ? beside : "/var/lib/mecab/dic/ipadic-utf8");
    }

    /// <summary>Cuts a text into words. Spaces, tabs and line feeds belong to no word.</summary>
    /// <param name="text">Any string, also empty, with controls or lone surrogates (searched as U+FFFD). Time is linear in its length.</param>
    /// <returns>The words in order of place; surfaces are the text's own characters.</returns>
    public IReadOnlyList<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lattice = Rent();
        lattice.Run(text);
        var path = lattice.Path.Words;
        var tokens = new Token[path.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = TokenOf(path[i], text);
        }

        Return(lattice);
        return tokens;
    }

    /// <summary>Number of words that <see cref="Tokenize"/> yields, without making them.</summary>
    public int CountWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lattice = Rent();
        lattice.Run(text);
        var count = lattice.Path.Count;
        Return(lattice);
        return count;
    }

    /// <summary>A lattice for one thread; give it back by <see cref="Return"/>. One that met an exception is simply dropped.</summary>
    internal Lattice Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out var lattice) ? lattice : new Lattice(_words, _unknown, _lookup, _costs);
    }

    internal void Return(Lattice lattice) => _idle.Add(lattice);

    internal WordFeature FeatureOf(in Morpheme word, ReadOnlySpan<char> text) =>
        word.Word >= 0
            ? _wordFeatures.Of(word.Word, text.Slice(word.Start, word.Length))
            : _unknownFeatures.Of(~word.Word, []);

    private Token TokenOf(in Morpheme word, string text)
    {
        var feature = FeatureOf(word, text);
        var known = word.Word >= 0;
        var surface = known ? feature.Surface : text.Substring(word.Start, word.Length);
        var baseForm = feature.BaseForm.Length > 0 ? feature.BaseForm : surface;
        return new Token(word.Start, word.Length, surface, feature.PartOfSpeech, baseForm, feature.Reading, known);
    }

    /// <summary>Unmaps the dictionary.</summary>
    public void Dispose()
    {
        _disposed = true;
        _words.Dispose();
        _unknown.Dispose();
        _costs.Dispose();
    }
}

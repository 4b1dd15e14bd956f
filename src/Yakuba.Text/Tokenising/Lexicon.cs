using System.Collections.Concurrent;

namespace Yakuba.Text;

/// <summary>
/// The ipadic dictionary, memory-mapped in the compiled form that MeCab reads, and the search for the words of a text.
/// Word for word equal to libmecab2. Safe for many threads; one a process is enough.
/// </summary>
/// <remarks>The bytes are drawn in docs/formats/dictionary.md. Dispose one of your own only when no thread uses it any more.</remarks>
public sealed class Lexicon : IDisposable
{
    private static readonly Dictionary<string, Lexicon> s_installed = [];

    private readonly WordDictionary _words;
    private readonly WordDictionary _unknown;
    private readonly SearchCosts _costs;
    private readonly CharacterTrie _trie;
    private readonly UnknownLookup _lookup;
    private readonly WordFeatures _wordFeatures;
    private readonly WordFeatures _unknownFeatures;
    private readonly ConcurrentBag<Lattice> _idle = [];
    private volatile bool _disposed;
    private bool _isKept;

    private Lexicon(WordDictionary words, WordDictionary unknown, ConnectionCosts costs, CharacterCategories categories)
    {
        _words = words;
        _unknown = unknown;
        // In the words of MeCab the left size of the dictionary is the first size of the matrix, though a row is indexed the other way.
        if (words.LeftContexts != costs.Before || words.RightContexts != costs.After)
        {
            throw words.Damaged("its context classes differ from those of matrix.bin");
        }

        _costs = new SearchCosts(costs, words, unknown);
        _trie = new CharacterTrie(words.Trie);
        _lookup = new UnknownLookup(new UnknownWords(unknown, categories), categories.Table);
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
    /// <returns>The same one for all who ask. It stays until the process ends, disposed or not: unmapped under a text that is being cut, it would end the process.</returns>
    /// <exception cref="LexiconException">There is none, or it cannot be used.</exception>
    public static Lexicon OpenInstalled()
    {
        var named = Environment.GetEnvironmentVariable("YAKUBA_DICTIONARY");
        var beside = Path.Combine(AppContext.BaseDirectory, "dictionary");
        var directory = !string.IsNullOrEmpty(named) ? named : Directory.Exists(beside) ? beside : "/var/lib/mecab/dic/ipadic-utf8";
        lock (s_installed)
        {
            if (!s_installed.TryGetValue(directory, out var lexicon))
            {
                s_installed.Add(directory, lexicon = Open(directory));
                lexicon._isKept = true;
            }

            return lexicon;
        }
    }

    /// <summary>Cuts a text into words. Spaces, tabs and line feeds belong to no word.</summary>
    /// <param name="text">Any string, also empty, with controls or lone surrogates (searched as U+FFFD). Time is linear in its length.</param>
    /// <returns>The words in order of place; surfaces are the text's own characters.</returns>
    public IReadOnlyList<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lattice = Cut(text);
        var path = lattice.Path.Words;
        var features = FeaturesOf(lattice, text);
        var tokens = new Token[path.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var word = ref path[i];
            var feature = features[i];
            var isKnown = word.Word >= 0;
            var surface = isKnown ? feature.Surface : text.Substring(word.Start, word.Length);
            tokens[i] = new Token(word.Start, word.Length, surface, feature.PartOfSpeech, feature.BaseForm.Length > 0 ? feature.BaseForm : surface, feature.Reading, isKnown);
        }

        Return(lattice);
        return tokens;
    }

    /// <summary>Number of words that <see cref="Tokenize"/> yields, without making them.</summary>
    public int CountWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lattice = Cut(text);
        var count = lattice.Path.Count;
        Return(lattice);
        return count;
    }

    /// <summary>All words of the dictionary that begin at a place, also those that the best way to cut the text does not use (東 of 東京).</summary>
    /// <param name="text">Any string.</param>
    /// <param name="start">0 to <c>text.Length</c>, UTF-16.</param>
    /// <param name="words">Emptied, then filled, shorter words first. Time grows with the longest word there, not with the text.</param>
    public void WordsAt(string text, int start, List<DictionaryWord> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        ObjectDisposedException.ThrowIf(_disposed, this);
        words.Clear();
        if (start >= text.Length)
        {
            return;
        }

        var node = _trie.Start(text, start, out var width);
        for (var end = start + width; node != DoubleArray.None; end += width)
        {
            var value = _trie.ValueAt(node);
            var (first, count) = value < 0 ? (0, 0) : _words.EntriesOf(value);
            for (var entry = first; entry < first + count; entry++)
            {
                var feature = _wordFeatures.Of(new Morpheme(start, end - start, entry), text);
                words.Add(new DictionaryWord(end - start, feature.PartOfSpeech, feature.Reading));
            }

            if (end >= text.Length)
            {
                return;
            }

            node = _trie.Step(text, end, node, out width);
        }
    }

    /// <summary>Cuts a text. The lattice holds its words until it is given back by <see cref="Return"/>; one that met an exception is simply dropped.</summary>
    internal Lattice Cut(string text)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var lattice = _idle.TryTake(out var idle) ? idle : new Lattice(_words, _trie, _lookup, _costs);
        lattice.Run(text);
        return lattice;
    }

    internal void Return(Lattice lattice) => _idle.Add(lattice);

    /// <summary>What the dictionary says of each word of a text that was cut; good until the lattice is given back.</summary>
    internal ReadOnlySpan<WordFeature> FeaturesOf(Lattice lattice, string text)
    {
        // A loop of its own, so that the processor waits for many features at once.
        var features = lattice.Path.Features;
        var path = lattice.Path.Words;
        for (var i = 0; i < path.Length; i++)
        {
            features[i] = path[i].Word >= 0 ? _wordFeatures.Of(path[i], text) : _unknownFeatures.Of(path[i], text);
        }

        return features;
    }

    /// <summary>Unmaps the dictionary; the installed one stays.</summary>
    public void Dispose()
    {
        if (_isKept)
        {
            return;
        }

        _disposed = true;
        _words.Dispose();
        _unknown.Dispose();
        _costs.Dispose();
    }
}

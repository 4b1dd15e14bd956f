namespace Yakuba.Text;

/// <summary>What unknown words may start at a character: the entries of unk.dic, by category number.</summary>
internal sealed class UnknownWords
{
    /// <summary>A run with more than this many characters after its first is not tried as one word (MeCab's default).</summary>
    internal const int LongestRun = 24;

    private readonly (int First, int Count)[] _entries;

    internal UnknownWords(WordDictionary dictionary, CharacterCategories categories)
    {
        _entries = new (int, int)[categories.Names.Length];
        for (var i = 0; i < _entries.Length; i++)
        {
            var value = dictionary.Trie.Find(categories.Names[i]);
            _entries[i] = value < 0
                ? throw dictionary.Damaged($"no entry for the category {categories.NameOf(i)}")
                : dictionary.EntriesOf(value);
        }
    }

    internal (int First, int Count) Of(int category) => _entries[category];
}

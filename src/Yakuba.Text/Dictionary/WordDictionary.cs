using System.Text;

namespace Yakuba.Text;

/// <summary>
/// A compiled word list: <c>sys.dic</c> (words) or <c>unk.dic</c> (what an unknown word of a character category may be).
/// The layout is drawn in docs/formats/dictionary.md.
/// </summary>
internal sealed unsafe class WordDictionary : IDisposable
{
    private const uint Magic = 0xef718f77;
    private const uint FormatVersion = 102;
    private const int HeaderBytes = 72;

    private readonly MappedFile _file;
    private readonly WordEntry* _entries;
    private readonly byte* _features;
    private readonly uint _featureBytes;

    private WordDictionary(MappedFile file)
    {
        _file = file;
        if (file.Length < HeaderBytes)
        {
            throw Damaged("shorter than its header");
        }

        var header = (uint*)file.Start;
        if ((header[0] ^ Magic) != (uint)file.Length)
        {
            throw Damaged("the length in the header differs from the length of the file");
        }

        if (header[1] != FormatVersion)
        {
            throw Damaged($"format version {header[1]}, expected {FormatVersion}");
        }

        LeftContexts = (int)header[4];
        RightContexts = (int)header[5];
        uint trieBytes = header[6], entryBytes = header[7];
        _featureBytes = header[8];
        if (HeaderBytes + (long)trieBytes + entryBytes + _featureBytes != file.Length || trieBytes < 8 || trieBytes % 8 != 0 || entryBytes % 16 != 0 || _featureBytes == 0)
        {
            throw Damaged("the section lengths do not add up");
        }

        var charset = Encoding.ASCII.GetString(file.Start + 40, 32).TrimEnd('\0');
        if (!charset.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("UTF8", StringComparison.OrdinalIgnoreCase))
        {
            throw Damaged($"the character set is {charset}, expected UTF-8");
        }

        Trie = new DoubleArray(file.Start + HeaderBytes, (int)(trieBytes / 8));
        EntryCount = (int)(entryBytes / 16);
        _entries = (WordEntry*)(file.Start + HeaderBytes + trieBytes);
        _features = file.Start + HeaderBytes + trieBytes + entryBytes;
        if (_features[_featureBytes - 1] != 0)
        {
            throw Damaged("the feature section does not end with a zero byte");
        }
    }

    internal int LeftContexts { get; }

    internal int RightContexts { get; }

    internal int EntryCount { get; }

    internal DoubleArray Trie { get; }

    internal WordEntry* Entries => _entries;

    internal static WordDictionary Open(string directory, string name)
    {
        var file = MappedFile.Open(directory, name);
        try
        {
            return new WordDictionary(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The feature text of an entry, UTF-8, without its final zero.</summary>
    internal ReadOnlySpan<byte> Feature(int entry)
    {
        var offset = _entries[entry].Feature;
        if (offset >= _featureBytes)
        {
            throw Damaged($"entry {entry} points outside the feature section");
        }

        var text = new ReadOnlySpan<byte>(_features + offset, (int)(_featureBytes - offset));
        return text[..text.IndexOf((byte)0)];
    }

    /// <summary>The entries that a trie value names: index of the first (high 24 bits) and how many (low 8 bits).</summary>
    internal (int First, int Count) EntriesOf(int value)
    {
        int first = value >> 8, count = value & 0xff;
        return first + count <= EntryCount ? (first, count) : throw Damaged("a trie value points outside the entry section");
    }

    internal LexiconException Damaged(string fault) => new(_file.Path, fault);

    public void Dispose() => _file.Dispose();
}

using System.Runtime.CompilerServices;

namespace Yakuba.Text;

/// <summary>
/// Walks the byte trie of a word list by UTF-16 characters, as if the text were UTF-8. The node after each single character is kept in a
/// table, since every place of a text begins a walk; a lone surrogate steps as U+FFFD.
/// </summary>
internal sealed class CharacterTrie
{
    private readonly DoubleArray _trie;
    private readonly uint[] _first = new uint[0x10000];

    internal CharacterTrie(DoubleArray trie)
    {
        _trie = trie;
        for (var code = 0; code < _first.Length; code++)
        {
            // A high surrogate steps with its low one; a lone one as the replacement character.
            _first[code] = StepOver(trie.Root, char.IsSurrogate((char)code) ? '\uFFFD' : code);
        }
    }

    /// <summary>Node after the first character of a walk; <see cref="DoubleArray.None"/> if no word begins so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Start(ReadOnlySpan<char> text, int at, out int width)
    {
        var letter = text[at];
        if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            width = 2;
            return StepOver(_trie.Root, char.ConvertToUtf32(letter, text[at + 1]));
        }

        width = 1;
        return _first[letter];
    }

    /// <summary>Node after the next character; <see cref="DoubleArray.None"/> if no word goes on so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Step(ReadOnlySpan<char> text, int at, uint node, out int width)
    {
        int code = text[at];
        width = 1;
        if (char.IsSurrogate((char)code))
        {
            var isPair = char.IsHighSurrogate((char)code) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            width = isPair ? 2 : 1;
            code = isPair ? char.ConvertToUtf32((char)code, text[at + 1]) : '\uFFFD';
        }

        return StepOver(node, code);
    }

    /// <summary>Value of the word that ends at a node; -1 if none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ValueAt(uint node) => _trie.ValueAt(node);

    /// <summary>Asks for the memory that the next step from a node will read first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(uint node) => _trie.Prefetch(node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint StepOver(uint from, int code) => code switch
    {
        < 0x80 => _trie.Step(from, code),
        < 0x800 => Tail(_trie.Step(from, 0xc0 | (code >> 6)), code),
        < 0x10000 => Tail(Tail(_trie.Step(from, 0xe0 | (code >> 12)), code >> 6), code),
        _ => Tail(Tail(Tail(_trie.Step(from, 0xf0 | (code >> 18)), code >> 12), code >> 6), code),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Tail(uint from, int bits) => _trie.Step(from, 0x80 | (bits & 0x3f));
}

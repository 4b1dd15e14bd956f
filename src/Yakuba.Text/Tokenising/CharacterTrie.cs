using System.Runtime.CompilerServices;

namespace Yakuba.Text;

/// <summary>
/// Walks the byte trie of a word list by UTF-16 characters, as if the text were UTF-8. The node after each single character is kept in a
/// table, since every place of a text begins a walk; a lone surrogate steps as U+FFFD.
/// </summary>
internal sealed class CharacterTrie
{
    private const uint None = uint.MaxValue;

    private readonly DoubleArray _trie;
    private readonly uint[] _first = new uint[0x10000];

    internal CharacterTrie(DoubleArray trie)
    {
        _trie = trie;
        for (var code = 0; code < _first.Length; code++)
        {
            // A high surrogate steps with its low one; a lone one as the replacement character.
            _first[code] = StepOver(trie.Root, char.IsSurrogate((char)code) ? '\uFFFD' : code, out var node) ? node : None;
        }
    }

    /// <summary>Node after the first character of a walk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Start(ReadOnlySpan<char> text, int at, out uint node, out int width)
    {
        var letter = text[at];
        if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            width = 2;
            return StepOver(_trie.Root, char.ConvertToUtf32(letter, text[at + 1]), out node);
        }

        width = 1;
        node = _first[letter];
        return node != None;
    }

    /// <summary>Node after the next character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Step(ReadOnlySpan<char> text, int at, ref uint node, out int width)
    {
        int code = text[at];
        width = 1;
        if (char.IsSurrogate((char)code))
        {
            var isPair = char.IsHighSurrogate((char)code) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            width = isPair ? 2 : 1;
            code = isPair ? char.ConvertToUtf32((char)code, text[at + 1]) : '\uFFFD';
        }

        return StepOver(node, code, out node);
    }

    /// <summary>Value of the word that ends at a node; -1 if none does.</summary>
    internal int ValueAt(uint node) => _trie.ValueAt(node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool StepOver(uint from, int code, out uint to) => code switch
    {
        < 0x80 => _trie.Step(from, (byte)code, out to),
        < 0x800 => _trie.Step(from, (byte)(0xc0 | (code >> 6)), out to) && Tail(to, code, out to),
        < 0x10000 => _trie.Step(from, (byte)(0xe0 | (code >> 12)), out to) && Tail(to, code >> 6, out to) && Tail(to, code, out to),
        _ => _trie.Step(from, (byte)(0xf0 | (code >> 18)), out to) && Tail(to, code >> 12, out to) && Tail(to, code >> 6, out to) && Tail(to, code, out to),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Tail(uint from, int bits, out uint to) => _trie.Step(from, (byte)(0x80 | (bits & 0x3f)), out to);
}

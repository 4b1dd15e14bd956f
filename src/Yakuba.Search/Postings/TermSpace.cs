using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Yakuba.Search.Postings;

/// <summary>
/// The distinct terms of one field while a segment is being collected, numbered as they come. An open hash table over one
/// array of characters: a term costs no object, and a look-up takes a span.
/// </summary>
internal sealed class TermSpace
{
    private const int FirstSlots = 1 << 10;
    private int[] _slots = new int[FirstSlots]; // 1 + number of the term, or 0.
    private Entry[] _entries = new Entry[FirstSlots / 2];
    private char[] _text = new char[FirstSlots * 2];
    private int _textLength;

    /// <summary>Number of distinct terms.</summary>
    internal int Count { get; private set; }

    /// <summary>Counts of a term, together in one cache line with what finds it.</summary>
    internal struct Entry
    {
        internal uint Hash;
        internal int Start;
        internal int Length;

        /// <summary>Passages that hold the term.</summary>
        internal int DocumentFrequency;

        /// <summary>1 + the last passage that holds the term.</summary>
        internal int LastPassage;

        /// <summary>Where that passage's count of the term is being kept.</summary>
        internal int LastPlace;
    }

    /// <summary>Number of a term, a new one if it has none.</summary>
    internal int NumberOf(ReadOnlySpan<char> term)
    {
        var hash = HashOf(term);
        var slot = Find(term, hash);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        // A lone surrogate has no UTF-8 form; it becomes U+FFFD here as it does in a query, and shares that term's number.
        if (term.IndexOfAnyInRange('\ud800', '\udfff') >= 0 && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term.ToArray())) is var whole
            && !term.SequenceEqual(whole))
        {
            return NumberOf(whole);
        }

        return Add(term, hash, slot);
    }

    internal ref Entry At(int number) => ref _entries[number];

    internal ReadOnlySpan<char> Text(int number) => _text.AsSpan(_entries[number].Start, _entries[number].Length);

    private int Add(ReadOnlySpan<char> term, uint hash, int slot)
    {
        if (Count == _entries.Length)
        {
            Grow();
            slot = Find(term, hash);
        }

        if (_text.Length - _textLength < term.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max((long)_text.Length * 2, (long)_textLength + term.Length)));
        }

        term.CopyTo(_text.AsSpan(_textLength));
        _entries[Count] = new Entry { Hash = hash, Start = _textLength, Length = term.Length };
        _textLength += term.Length;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The slot of a term, or the empty slot in which it belongs.</summary>
    private int Find(ReadOnlySpan<char> term, uint hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] != 0)
        {
            ref var entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && term.SequenceEqual(_text.AsSpan(entry.Start, entry.Length)))
            {
                break;
            }

            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_entries.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_entries[number].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    /// <summary>A multiplicative hash, four characters at a time. The terms are our own documents'; a flood only costs time.</summary>
    private static uint HashOf(ReadOnlySpan<char> term)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)term.Length * Factor;
        ref var first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(term));
        var at = 0;
        for (; at + 4 <= term.Length; at += 4)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at * sizeof(char)))) * Factor;
            hash ^= hash >> 32;
        }

        for (; at < term.Length; at++)
        {
            hash = (hash ^ term[at]) * Factor;
        }

        return (uint)(hash >> 32) ^ (uint)(hash >> 15);
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Yakuba.Search.Postings;

/// <summary>
/// The distinct terms of one field while a segment is being collected, numbered as they come. An open hash table over one
/// array of characters: a term costs no object, and a look-up takes a span.
/// </summary>
internal sealed class TermSpace
{
    private const int FirstSlots = 1 << 10;
    private const int HeadChars = 4;
    private ulong[] _slots = new ulong[FirstSlots]; // Hash << 32 | 1 + number of the term, or 0.
    private Entry[] _entries = new Entry[FirstSlots / 2];
    private char[] _text = new char[FirstSlots * 2];
    private int _textLength;

    /// <summary>Number of distinct terms.</summary>
    internal int Count { get; private set; }

    /// <summary>Counts of a term, together in half a cache line with what finds it.</summary>
    internal struct Entry
    {
        /// <summary>The first characters of the term, so that a short one is told apart without its text.</summary>
        internal ulong Head;

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
        var head = HeadOf(term);
        return NumberOf(term, head, HashOf(term, head));
    }

    /// <summary>The same for a term that <see cref="Expect"/> has seen.</summary>
    internal int NumberOf(ReadOnlySpan<char> term, ulong head, uint hash)
    {
        var slot = Find(term, head, hash);
        if (_slots[slot] != 0)
        {
            return (int)(uint)_slots[slot] - 1;
        }

        // A lone surrogate has no UTF-8 form; it becomes U+FFFD here as it does in a query, and shares that term's number.
        if (term.IndexOfAnyInRange('\ud800', '\udfff') >= 0 && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term.ToArray())) is var whole
            && !term.SequenceEqual(whole))
        {
            return NumberOf(whole);
        }

        return Add(term, head, hash, slot);
    }

    /// <summary>
    /// Prepares to number some terms: for a large vocabulary most of the time goes into waiting for memory, and the waits of one
    /// batch can run side by side.
    /// </summary>
    internal unsafe void Expect(ReadOnlySpan<ReadOnlyMemory<char>> terms, Span<ulong> heads, Span<uint> hashes)
    {
        fixed (ulong* slots = _slots)
        fixed (Entry* entries = _entries)
        {
            var mask = (uint)_slots.Length - 1;
            for (var i = 0; i < terms.Length; i++)
            {
                var term = terms[i].Span;
                heads[i] = HeadOf(term);
                hashes[i] = HashOf(term, heads[i]);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(slots + (hashes[i] & mask));
                }
            }

            for (var i = 0; Sse.IsSupported && i < terms.Length; i++)
            {
                Sse.Prefetch0(entries + (uint)slots[hashes[i] & mask] - 1);
            }
        }
    }

    internal ref Entry At(int number) => ref _entries[number];

    internal ReadOnlySpan<char> Text(int number) => _text.AsSpan(_entries[number].Start, _entries[number].Length);

    private int Add(ReadOnlySpan<char> term, ulong head, uint hash, int slot)
    {
        if (Count == _entries.Length)
        {
            Grow();
            slot = Find(term, head, hash);
        }

        if (_text.Length - _textLength < term.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max((long)_text.Length * 2, (long)_textLength + term.Length)));
        }

        term.CopyTo(_text.AsSpan(_textLength));
        _entries[Count] = new Entry { Head = head, Start = _textLength, Length = term.Length };
        _textLength += term.Length;
        _slots[slot] = ((ulong)hash << 32) | (uint)++Count;
        return Count - 1;
    }

    /// <summary>The slot of a term, or the empty slot in which it belongs.</summary>
    private int Find(ReadOnlySpan<char> term, ulong head, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = _slots[at];
            if (slot == 0 || (slot >> 32 == hash && IsAt((int)(uint)slot - 1, term, head)))
            {
                return at;
            }
        }
    }

    private bool IsAt(int number, ReadOnlySpan<char> term, ulong head)
    {
        ref var entry = ref _entries[number];
        return entry.Head == head && entry.Length == term.Length
            && (term.Length <= HeadChars || term[HeadChars..].SequenceEqual(_text.AsSpan(entry.Start + HeadChars, term.Length - HeadChars)));
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        var former = _slots;
        _slots = new ulong[_entries.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in former)
        {
            if (slot != 0)
            {
                var at = (int)(slot >> 32) & mask;
                while (_slots[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                _slots[at] = slot;
            }
        }
    }

    private static ulong HeadOf(ReadOnlySpan<char> term)
    {
        if (term.Length >= HeadChars)
        {
            return MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(term));
        }

        ulong head = 0;
        foreach (var character in term)
        {
            head = (head << 16) | character;
        }

        return head;
    }

    /// <summary>A multiplicative hash, four characters at a time. The terms are our own documents'; a flood only costs time.</summary>
    private static uint HashOf(ReadOnlySpan<char> term, ulong head)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (((ulong)term.Length * Factor) ^ head) * Factor;
        hash ^= hash >> 32;
        for (var at = HeadChars; at < term.Length; at += HeadChars)
        {
            hash = (hash ^ HeadOf(term[at..])) * Factor;
            hash ^= hash >> 32;
        }

        return (uint)hash ^ (uint)(hash >> 17);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Text;

/// <summary>
/// One string for each pair of characters that is met, so that indexing makes no garbage of them. Bounded: the first hundred thousand pairs
/// are kept, later ones are made anew. Safe for many threads.
/// </summary>
internal static unsafe class PairStrings
{
    /// <summary>Characters between a pair that is asked for by <see cref="Prefetch"/> and the one that is read.</summary>
    internal const int Ahead = 12;

    private const int Slots = 1 << 17;
    private const int Most = Slots / 4 * 3;

    // A slot is written once, its key last.
    private static readonly Slot[] s_slots = new Slot[Slots];
    private static readonly Lock s_writing = new();
    private static int s_count;

    /// <summary>The string of a stretch of a text.</summary>
    internal static string Of(string text, int start, int length)
    {
        if (length != 2)
        {
            return text.Substring(start, length);
        }

        var key = KeyAt(text, start);
        for (var at = SlotOf(key); ; at = (at + 1) & (Slots - 1))
        {
            ref var slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_slots), at);
            var held = Volatile.Read(ref slot.Key);
            if (held == key)
            {
                return slot.Text!;
            }

            if (held == 0)
            {
                return Make(text.Substring(start, length), key);
            }
        }
    }

    /// <summary>Asks for the memory of a pair that will be wanted soon.</summary>
    internal static void Prefetch(ReadOnlySpan<char> text, int start)
    {
        if (Sse.IsSupported && start + 1 < text.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_slots), SlotOf(KeyAt(text, start)))));
        }
    }

    private static string Make(string pair, uint key)
    {
        lock (s_writing)
        {
            var at = SlotOf(key);
            while (s_slots[at].Key != 0)
            {
                if (s_slots[at].Key == key)
                {
                    return s_slots[at].Text!;
                }

                at = (at + 1) & (Slots - 1);
            }

            if (s_count < Most)
            {
                s_count++;
                s_slots[at].Text = pair;
                Volatile.Write(ref s_slots[at].Key, key);
            }

            return pair;
        }
    }

    private static uint KeyAt(ReadOnlySpan<char> text, int start) => ((uint)text[start] << 16) | text[start + 1];

    private static int SlotOf(uint key) => (int)((key * 0x9E3779B1u) >> 15);

    private struct Slot
    {
        internal string? Text;

        /// <summary>Both characters; 0 while the slot is free.</summary>
        internal uint Key;
    }
}

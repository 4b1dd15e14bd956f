using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Text;

/// <summary>
/// One string for each pair of characters and each three of sounds that is met, so that indexing makes no garbage of them. Bounded: those met
/// first are kept, which are the frequent ones; later ones are made anew. Safe for many threads.
/// </summary>
internal static unsafe class ShortTerms
{
    /// <summary>Characters between a term that is asked for by <see cref="Prefetch"/> and the one that is read.</summary>
    internal const int Ahead = 12;

    private const int SlotBits = 18;
    private const int Slots = 1 << SlotBits;
    private const int Most = Slots / 4 * 3;

    // A slot is written once, its key last.
    private static readonly Slot[] s_slots = new Slot[Slots];
    private static readonly Lock s_writing = new();
    private static int s_count;

    /// <summary>The string of a stretch of a text.</summary>
    internal static string Of(string text, int start, int length)
    {
        if (length is not (2 or 3))
        {
            return text.Substring(start, length);
        }

        var key = KeyOf(text, start, length);
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

    /// <summary>Asks for the memory of a term that will be wanted soon; does nothing beyond the end of the text.</summary>
    internal static void Prefetch(string text, int start, int length)
    {
        if (Sse.IsSupported && start + length <= text.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_slots), SlotOf(KeyOf(text, start, length)))));
        }
    }

    private static string Make(string term, ulong key)
    {
        if (Volatile.Read(ref s_count) >= Most)
        {
            return term;
        }

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
                s_slots[at].Text = term;
                Volatile.Write(ref s_slots[at].Key, key);
            }

            return term;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(string text, int start, int length) =>
        length == 2 ? ((ulong)text[start] << 16) | text[start + 1] : ((ulong)text[start] << 32) | ((ulong)text[start + 1] << 16) | text[start + 2];

    private static int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15ul) >> (64 - SlotBits));

    private struct Slot
    {
        internal string? Text;

        /// <summary>Its characters; 0 while the slot is free.</summary>
        internal ulong Key;
    }
}

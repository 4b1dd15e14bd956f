namespace Yakuba.Text;

/// <summary>
/// Finds the words whose readings are near a misspelt one. Words that differ by up to two sounds share a form of their readings with a sound or two
/// left out; those forms are kept sorted by hash, so a look-up touches only near words. Immutable; safe for many threads.
/// </summary>
/// <remarks>
/// The suggester knows no rights. Whoever calls it passes a rule that counts the passages with a word which the asker may read: a word that
/// stands only in documents the asker may not read counts 0 and is never shown, taken for known, or put before another.
/// Source: deletion neighbourhoods, Mor and Fraenkel, 1982; Garbe's SymSpell.
/// </remarks>
public sealed class Suggester
{
    private const int LongestKey = 24;
    private const int ShortestWritten = 4;

    private readonly SpelledWord[] _words;
    private readonly ulong[] _forms; // hash of a form in the high half, number of the word in the low one; sorted
    private readonly ILookup<string, int> _byWriting;

    private Suggester(SpelledWord[] words)
    {
        _words = words;
        _byWriting = Enumerable.Range(0, words.Length).ToLookup(i => words[i].Written, StringComparer.Ordinal);
        var forms = new List<ulong>(words.Length * 16);
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var hash in Forms(KeyOf(words[i].Reading)))
            {
                forms.Add(((ulong)hash << 32) | (uint)i);
            }

            foreach (var hash in WrittenForms(words[i].Written))
            {
                forms.Add(((ulong)hash << 32) | (uint)i);
            }
        }

        _forms = [.. forms];
        Array.Sort(_forms);
    }

    /// <summary>Number of words that it knows.</summary>
    public int Count => _words.Length;

    /// <summary>Makes a suggester over words. Those without a reading in kana are left out.</summary>
    public static Suggester Of(IEnumerable<SpelledWord> words) =>
        new([.. words.Where(w => Kana.IsKana(w.Reading) && w.Reading.Length <= LongestKey).Select(w => w with { Reading = Kana.ToHiragana(w.Reading) })]);

    /// <summary>True if a word stands in the documents just as it is written.</summary>
    public bool Holds(string written) => _byWriting.Contains(written);

    /// <summary>Words that sound nearly like a reading, nearest first.</summary>
    /// <param name="reading">Kana, as typed.</param>
    /// <param name="passages">How many passages that the asker may read hold a word, given as it is written; 0 for a word that may not be shown.</param>
    /// <param name="most">How many at most; at least 1.</param>
    public IReadOnlyList<Suggestion> Near(string reading, Func<string, int> passages, int most)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (!Kana.IsKana(reading) || reading.Length > LongestKey)
        {
            return [];
        }

        var typed = Kana.ToHiragana(reading);
        var key = KeyOf(typed);
        var near = new List<Suggestion>();
        foreach (var number in Holding(Forms(key)))
        {
            var allowed = Allowed(Math.Max(key.Length, KeyOf(_words[number].Reading).Length));
            var distance = SpellingDistance.Of(typed, _words[number].Reading, allowed);
            if (distance <= allowed)
            {
                near.Add(new Suggestion(_words[number].Written, distance, 0));
            }
        }

        // Words as far away as each other are counted together, the nearest first, until there are enough.
        return [.. near.GroupBy(s => s.Distance).OrderBy(g => g.Key).SelectMany(g => g
            .DistinctBy(s => s.Written)
            .Select(s => s with { Passages = passages(s.Written) })
            .Where(s => s.Passages > 0)
            .OrderByDescending(s => s.Passages).ThenBy(s => s.Written, StringComparer.Ordinal)).DistinctBy(s => s.Written).Take(most)];
    }

    /// <summary>The word that differs in one written character, such as 戸籍謄本 for 戸籍藤本, whose reading is another; of words of four characters or more.</summary>
    /// <param name="typed">As typed, in normal form.</param>
    /// <param name="passages">As in <see cref="Near"/>.</param>
    /// <returns>Null if there is none, or more than one.</returns>
    public string? NearWriting(string typed, Func<string, int> passages)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(passages);
        var near = Holding(WrittenForms(typed)).Select(number => _words[number].Written)
            .Where(word => word.Length == typed.Length && word.Zip(typed).Count(pair => pair.First != pair.Second) == 1).Distinct().Where(word => passages(word) > 0).Take(2).ToList();
        return near is [var one] ? one : null;
    }

    /// <summary>How far a word may be: short ones only by a slip of the ear, since every other short word is near them.</summary>
    private static double Allowed(int sounds) => sounds switch { <= 2 => 0.3, 3 => 0.9, <= 5 => 1.1, <= 7 => 1.6, _ => 2.1 };

    private HashSet<int> Holding(IEnumerable<uint> forms)
    {
        var found = new HashSet<int>();
        foreach (var hash in forms)
        {
            var at = Array.BinarySearch(_forms, (ulong)hash << 32);
            for (at = at < 0 ? ~at : at; at < _forms.Length && (uint)(_forms[at] >> 32) == hash; at++)
            {
                found.Add((int)(uint)_forms[at]);
            }
        }

        return found;
    }

    /// <summary>Hashes of a key and of all its forms with one sound left out, with two where it is long.</summary>
    private static HashSet<uint> Forms(string key)
    {
        var forms = new HashSet<uint> { Hash(key) };
        for (var i = 0; i < key.Length && key.Length > 2; i++)
        {
            var once = key.Remove(i, 1);
            forms.Add(Hash(once));
            for (var j = i; j < once.Length && key.Length >= 6; j++)
            {
                forms.Add(Hash(once.Remove(j, 1)));
            }
        }

        return forms;
    }

    /// <summary>Hashes of a written word with each of its characters left out, the place kept.</summary>
    private static IEnumerable<uint> WrittenForms(string written) =>
        written.Length is < ShortestWritten or > LongestKey ? [] : Enumerable.Range(0, written.Length).Select(i => Hash(string.Concat(written.AsSpan(0, i), "*", written.AsSpan(i + 1))));

    /// <summary>A reading without what is most often mistaken: length, smallness and voice.</summary>
    private static string KeyOf(string reading) => string.Concat(SoundForm.Key(reading).Select(SpellingDistance.WithoutVoice));

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash;
    }
}

/// <summary>A word near a misspelt one.</summary>
/// <param name="Written">As documents write it.</param>
/// <param name="Distance">In slips, from 0; a slip of the ear counts less than one.</param>
/// <param name="Passages">How many passages that the asker may read hold it.</param>
public readonly record struct Suggestion(string Written, double Distance, int Passages);

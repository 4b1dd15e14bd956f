using System.Globalization;
using System.Runtime.InteropServices;

namespace Yakuba.Text;

/// <summary>A character with everything that may join with it: decomposed, folded, put in canonical order, composed.</summary>
internal sealed class CharacterCluster
{
    private const int CombiningVoiced = 0x3099, CombiningSemivoiced = 0x309A;

    private readonly List<SourcedCharacter> _characters = [];
    private bool _hasFirst;

    internal void Clear()
    {
        _characters.Clear();
        _hasFirst = false;
    }

    /// <summary>Adds a code point of the original. False if it begins a cluster of its own.</summary>
    internal bool TryAdd(int code, int start, int end)
    {
        Span<int> hangul = stackalloc int[3];
        // The spacing voiced marks would become a space with a mark; written after a kana they mean the kana with the mark.
        code = code switch { 0x309B => CombiningVoiced, 0x309C => CombiningSemivoiced, _ => code };
        var parts = UnicodeForms.Decompose(code, hangul);
        var first = parts.IsEmpty ? code : parts[0];
        if (_hasFirst && !UnicodeForms.JoinsBackward(first))
        {
            return false;
        }

        _hasFirst = true;
        var isNumberForm = !parts.IsEmpty && CharUnicodeInfo.GetUnicodeCategory(code) != UnicodeCategory.DecimalDigitNumber;
        if (parts.IsEmpty)
        {
            AddFolded(new SourcedCharacter(code, start, end, false));
        }

        foreach (var part in parts)
        {
            AddFolded(new SourcedCharacter(part, start, end, isNumberForm));
        }

        return true;
    }

    /// <summary>Lets the last character also stand for the dropped one after it. False if there is none.</summary>
    internal bool Stretch(int end)
    {
        if (_characters.Count == 0)
        {
            return false;
        }

        _characters[^1] = _characters[^1] with { End = end };
        return true;
    }

    /// <summary>The cluster in its composed form.</summary>
    internal ReadOnlySpan<SourcedCharacter> Composed()
    {
        if (_characters.Count > 1)
        {
            Order(CollectionsMarshal.AsSpan(_characters));
            Compose();
        }

        return CollectionsMarshal.AsSpan(_characters);
    }

    private void AddFolded(in SourcedCharacter character)
    {
        Span<int> hangul = stackalloc int[3];
        var folded = CharacterFolding.Fold(character.Code);
        var parts = UnicodeForms.Decompose(folded, hangul);
        if (parts.IsEmpty)
        {
            _characters.Add(character with { Code = folded });
        }

        foreach (var part in parts)
        {
            _characters.Add(character with { Code = part });
        }
    }

    /// <summary>Sorts each run of marks by combining class, keeping the order within a class.</summary>
    private static void Order(Span<SourcedCharacter> characters)
    {
        for (var start = 0; start < characters.Length; start++)
        {
            var end = start;
            while (end < characters.Length && UnicodeForms.CombiningClass(characters[end].Code) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var run = characters[start..end];
                var keys = new long[run.Length];
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = ((long)UnicodeForms.CombiningClass(run[i].Code) << 32) | (uint)i;
                }

                keys.AsSpan().Sort(run);
            }

            start = end;
        }
    }

    private void Compose()
    {
        var starter = -1;
        var lastClass = -1;
        var count = 0;
        for (var i = 0; i < _characters.Count; i++)
        {
            var character = _characters[i];
            var combining = UnicodeForms.CombiningClass(character.Code);
            // Blocked if something of the same or a higher class, or a starter, stands between.
            if (starter >= 0 && (lastClass < combining || lastClass == -1))
            {
                var whole = UnicodeForms.Compose(_characters[starter].Code, character.Code);
                if (whole >= 0)
                {
                    var first = _characters[starter];
                    _characters[starter] = first with { Code = whole, Start = Math.Min(first.Start, character.Start), End = Math.Max(first.End, character.End) };
                    continue;
                }
            }

            if (combining == 0)
            {
                starter = count;
                lastClass = -1;
            }
            else
            {
                lastClass = combining;
            }

            _characters[count++] = character;
        }

        _characters.RemoveRange(count, _characters.Count - count);
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Yakuba.Office.Draft.Text;

/// <summary>Carries the origins of a text over to what a person made of it: what still stands keeps its origin, what is new is the person's own words.</summary>
public static class OriginCarrier
{
    private const int MostPairs = 4_000_000; // cells of the comparison: above it all between the equal ends counts as new
    private const int LeastKept = 4; // characters: shorter islands between new words are chance, such as one の
    private const int LeastAtEnd = 2; // so is one 。 that both texts end with

    /// <summary>The pieces of the new text.</summary>
    /// <param name="before">Pieces of the old text.</param>
    /// <param name="after">The new text, its lines ending with LF.</param>
    /// <remarks>A fact or a passage counts as such only while it stands whole: one changed digit makes it the person's words.</remarks>
    public static ImmutableArray<DraftSpan> Carry(IReadOnlyList<DraftSpan> before, string after)
    {
        var old = string.Concat(before.Select(s => s.Text));
        var kept = Kept(old, after); // for each character of the new text its place in the old one, or -1
        var owner = new int[old.Length];
        for (int i = 0, at = 0; i < before.Count; at += before[i].Text.Length, i++)
        {
            Array.Fill(owner, i, at, before[i].Text.Length);
        }

        var whole = Whole(before, kept);
        var spans = ImmutableArray.CreateBuilder<DraftSpan>();
        for (var start = 0; start < after.Length;)
        {
            var end = start + 1;
            while (end < after.Length && Owner(end) == Owner(start) && (Owner(start) < 0 || kept[end] == kept[end - 1] + 1))
            {
                end++;
            }

            var text = after[start..end];
            spans.Add(Owner(start) is >= 0 and var i ? whole[i] ? before[i] with { Text = text } : new DraftSpan(text, SpanOrigin.Own, before[i].Origin == SpanOrigin.Source ? before[i].From : "") : new DraftSpan(text, SpanOrigin.Own));
            start = end;
        }

        return DraftText.Empty.With(PartRole.Body, spans)[PartRole.Body];

        int Owner(int at) => kept[at] < 0 ? -1 : owner[kept[at]];
    }

    private static bool[] Whole(IReadOnlyList<DraftSpan> before, int[] kept)
    {
        var place = new Dictionary<int, int>();
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] >= 0)
            {
                place[kept[i]] = i;
            }
        }

        var whole = new bool[before.Count];
        for (int i = 0, at = 0; i < before.Count; at += before[i].Text.Length, i++)
        {
            var (first, length) = (at, before[i].Text.Length);
            whole[i] = before[i].Origin is not (SpanOrigin.Fact or SpanOrigin.Source)
                || (place.TryGetValue(first, out var there) && Enumerable.Range(0, length).All(n => place.TryGetValue(first + n, out var p) && p == there + n));
        }

        return whole;
    }

    private static int[] Kept(string old, string after)
    {
        var kept = new int[after.Length];
        Array.Fill(kept, -1);
        var head = 0;
        while (head < old.Length && head < after.Length && old[head] == after[head])
        {
            kept[head] = head++;
        }

        var tail = 0;
        while (tail < old.Length - head && tail < after.Length - head && old[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
            kept[^tail] = old.Length - tail;
        }

        Middle(old, after, head, old.Length - tail, after.Length - tail, kept);
        Forget(kept);
        return kept;
    }

    private static void Middle(string old, string after, int head, int oldEnd, int afterEnd, int[] kept)
    {
        var (a, b) = (Pieces(old, head, oldEnd), Pieces(after, head, afterEnd));
        if (a.Count == 0 || b.Count == 0 || (long)a.Count * b.Count > MostPairs)
        {
            return;
        }

        var best = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                best[i, j] = Same(i, j) ? best[i + 1, j + 1] + a[i].Length : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (Same(i, j) && best[i, j] == best[i + 1, j + 1] + a[i].Length)
            {
                for (var n = 0; n < a[i].Length; n++)
                {
                    kept[b[j].Start + n] = a[i].Start + n;
                }

                (i, j) = (i + 1, j + 1);
            }
            else
            {
                (i, j) = best[i + 1, j] >= best[i, j + 1] ? (i + 1, j) : (i, j + 1);
            }
        }

        bool Same(int i, int j) => old.AsSpan(a[i].Start, a[i].Length).SequenceEqual(after.AsSpan(b[j].Start, b[j].Length));
    }

    private static void Forget(int[] kept)
    {
        for (var start = 0; start < kept.Length;)
        {
            var end = start;
            while (end < kept.Length && kept[end] >= 0 && (end == start || kept[end] == kept[end - 1] + 1))
            {
                end++;
            }

            if (end - start < (start == 0 || end == kept.Length ? LeastAtEnd : LeastKept) && end - start < kept.Length)
            {
                Array.Fill(kept, -1, start, end - start);
            }

            start = Math.Max(end, start + 1);
        }
    }

    // Runs of one script: 漢字, かな, カナ, figures and letters; a sign alone.
    private static List<(int Start, int Length)> Pieces(string text, int from, int to)
    {
        var pieces = new List<(int, int)>();
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && Script(text[start]) is > 0 and var script && Script(text[end]) == script)
            {
                end++;
            }

            pieces.Add((start, end - start));
            start = end;
        }

        return pieces;
    }

    private static int Script(char c) => c switch
    {
        >= 'ぁ' and <= 'ん' => 1,
        >= 'ァ' and <= 'ヶ' or 'ー' => 2,
        >= '一' and <= '鿿' or '々' => 3,
        _ when char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Surrogate => 4,
        _ => 0,
    };
}

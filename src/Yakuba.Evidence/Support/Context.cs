namespace Yakuba.Evidence;

/// <summary>What stands around a fact: the words that say what the value is the value of.</summary>
/// <remarks>
/// Words between the fact and the one of its group before it count fully (住民票は300円), half if a comma parts them; words behind it up to the next comma or fact less, a note in
/// parentheses right behind it fully, other words of the sentence little. Facts that stand together (8:30～17:15) share the words before the first.
/// </remarks>
internal static class Context
{
    private const double before = 0.5;
    private const double behind = 0.7;
    private const double sentence = 0.3;

    // 8:30～17:15, 65歳以上70歳未満: so few characters between two values make them one statement.
    private const int linked = 4;

    /// <summary>Weights 0 to 1 of the terms around a fact, by key.</summary>
    internal static Dictionary<string, double> Around(Passage passage, Fact fact)
    {
        var value = passage.Reading.Value;
        var (from, to) = passage.Reading.SentenceAt(fact.Start);
        var note = NoteEnd(value, fact.End);
        var start = Previous(passage, fact, from);
        var stop = Next(passage, fact, note, to);
        var comma = value.AsSpan(note, Math.Max(0, stop - note)).IndexOfAny('、', ',', ';');
        stop = comma < 0 ? stop : note + comma;

        var clause = Math.Max(start, value.LastIndexOf('、', Math.Max(start, fact.Start - 1), Math.Max(0, Math.Max(start, fact.Start - 1) - start)) + 1);

        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in passage.Terms)
        {
            if (term.Start < from || term.End > to || (term.Start >= fact.Start && term.End <= fact.End))
            {
                continue;
            }

            var weight = term.Start >= start && term.End <= fact.Start ? (term.Start >= clause ? 1 : before)
                : term.Start >= fact.End && term.End <= note ? 1
                : term.Start >= note && term.End <= stop ? behind
                : sentence;
            if (weight > weights.GetValueOrDefault(term.Key))
            {
                weights[term.Key] = weight;
            }
        }

        return weights;
    }

    /// <summary>How well two contexts agree: the shared weight, heavier for words close to both facts.</summary>
    internal static double Overlap(Passage claim, Dictionary<string, double> claimContext, Dictionary<string, double> evidenceContext)
    {
        var sum = 0.0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in claim.Terms)
        {
            if (seen.Add(term.Key) && claimContext.TryGetValue(term.Key, out var near) && evidenceContext.TryGetValue(term.Key, out var there))
            {
                sum += term.Weight * Math.Min(near, there);
            }
        }

        return sum;
    }

    private static int Previous(Passage passage, Fact fact, int from)
    {
        var start = from;
        var edge = fact.Start;
        for (var i = passage.Facts.Count - 1; i >= 0; i--)
        {
            var other = passage.Facts[i];
            if (other.Start < from || other.End > edge || other.Kind != fact.Kind || other.Group != fact.Group)
            {
                continue;
            }

            var end = NoteEnd(passage.Reading.Value, other.End);
            if (edge - end > linked)
            {
                start = end;
                break;
            }

            edge = other.Start;
        }

        return start;
    }

    private static int Next(Passage passage, Fact fact, int note, int to)
    {
        foreach (var other in passage.Facts)
        {
            if (other.Start >= note && other.Start < to && other.Kind == fact.Kind && other.Group == fact.Group)
            {
                return other.Start;
            }
        }

        return to;
    }

    private static int NoteEnd(string value, int end)
    {
        if (end >= value.Length || value[end] != '(')
        {
            return end;
        }

        var close = value.IndexOf(')', end, Math.Min(30, value.Length - end));
        return close < 0 ? end : close + 1;
    }
}

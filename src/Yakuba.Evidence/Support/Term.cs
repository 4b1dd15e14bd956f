namespace Yakuba.Evidence;

/// <summary>A content word, or a fact that stands as one, at its place.</summary>
internal readonly record struct Term(string Key, int Start, int End, double Weight, bool IsFact, bool IsNoun);

/// <summary>Content words and facts of a text as the terms that contexts are compared by.</summary>
internal static class ContentTerms
{
    private const double factWeight = 3;

    internal static List<Term> Of(TextReading reading, List<Fact> facts)
    {
        var terms = new List<Term>();
        var valued = new bool[reading.Value.Length];
        foreach (var fact in facts)
        {
            if (fact.Kind is not (FactKind.Polarity or FactKind.Name))
            {
                valued.AsSpan(fact.Start, fact.Length).Fill(true);
            }
        }

        foreach (var token in reading.Tokens)
        {
            if (!valued[token.Start] && Words.IsContent(token))
            {
                terms.Add(new Term(token.BaseForm == "*" ? token.Surface : token.BaseForm, token.Start, token.Start + token.Length, Words.Weight(token), false, Words.IsNoun(token)));
            }
        }

        foreach (var fact in facts)
        {
            if (fact.Kind is not (FactKind.Polarity or FactKind.Name))
            {
                terms.Add(new Term(fact.Key, fact.Start, fact.End, factWeight, true, false));
            }
        }

        terms.Sort((a, b) => a.Start.CompareTo(b.Start));
        return terms;
    }
}

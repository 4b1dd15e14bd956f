namespace Yakuba.Prose;

/// <summary>Takes what the rules find, less what is off, of no concern to this kind of text, left alone, or wanted so by the writer.</summary>
internal sealed class FindingList(ProseText text, IReadOnlySet<string>? off)
{
    private readonly List<Finding> _found = [];
    private readonly Dictionary<string, Rule?> _rules = [];
    private readonly Silence _silence = new(text.Text);

    /// <summary>True if a rule is asked for at all.</summary>
    internal bool Wants(string rule) => Wanted(rule) is not null;

    /// <param name="rule">Id; one that is not in the catalogue is a bug.</param>
    /// <param name="start">Index in the text.</param>
    /// <param name="length">At least 1.</param>
    /// <param name="right">What may stand there instead; empty for none.</param>
    /// <param name="message">What is wrong here; null for the rule's own words.</param>
    internal void Add(string rule, int start, int length, string right = "", string? message = null)
    {
        if (length <= 0 || Wanted(rule) is not { } known || (!known.LooksEverywhere && text.Has(start, Marks.Quoted | Marks.Title | Marks.Address)))
        {
            return;
        }

        var words = message ?? (right.Length > 0 ? $"「{text.Text.AsSpan(start, Math.Min(length, 60))}」は「{right}」と書きます。{known.Reason}" : known.Reason);
        var finding = new Finding(rule, start, length, words, right.Length > 0 ? right : null, known.Severity);
        if (!_silence.Covers(finding))
        {
            _found.Add(finding);
        }
    }

    /// <summary>A word of the table.</summary>
    internal void Add(WordEntry word, int start) => Add(
        word.Rule, start, word.Wrong.Length, word.IsHint ? "" : word.Right, word.IsHint && RuleCatalogue.Find(word.Rule) is { } rule ? $"「{word.Wrong}」：{word.Right}。{rule.Reason}" : null);

    /// <summary>By place; of overlapping findings of one rule the first and longest stays.</summary>
    internal IReadOnlyList<Finding> InOrder()
    {
        var kept = new List<Finding>();
        var ends = new Dictionary<string, int>();
        foreach (var finding in _found.OrderBy(f => f.Start).ThenByDescending(f => f.Length).ThenBy(f => f.Rule, StringComparer.Ordinal))
        {
            if (finding.Start >= ends.GetValueOrDefault(finding.Rule))
            {
                ends[finding.Rule] = finding.End;
                kept.Add(finding);
            }
        }

        return kept;
    }

    private Rule? Wanted(string id)
    {
        if (!_rules.TryGetValue(id, out var rule))
        {
            rule = RuleCatalogue.Find(id) ?? throw new InvalidOperationException($"There is no rule {id}");
            _rules[id] = rule = off?.Contains(id) == true || !rule.Kinds.Contains(text.Kind) ? null : rule;
        }

        return rule;
    }
}

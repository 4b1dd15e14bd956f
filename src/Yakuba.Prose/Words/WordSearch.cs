namespace Yakuba.Prose;

/// <summary>One pass over a sentence for all words of the table and all triggers of patterns.</summary>
internal sealed class WordSearch
{
    private readonly WordAutomaton _automaton;
    private readonly IReadOnlyList<WordEntry>[] _entries;
    private readonly IReadOnlyList<PatternEntry>[] _patterns;

    [ThreadStatic]
    private static List<WordHit>? s_hits;

    internal WordSearch()
    {
        var words = WordTable.Read().ToLookup(entry => entry.Wrong);
        var patterns = PatternEntry.Read().SelectMany(pattern => pattern.Triggers.Select(trigger => (trigger, pattern))).ToLookup(pair => pair.trigger, pair => pair.pattern);
        var forms = words.Select(group => group.Key).Union(patterns.Select(group => group.Key)).ToArray();
        _automaton = new WordAutomaton(forms);
        _entries = [.. forms.Select(form => words[form].ToArray())];
        _patterns = [.. forms.Select(form => patterns[form].ToArray())];
    }

    internal void Look(Sentence sentence, ProseText prose, FindingList findings)
    {
        var hits = s_hits ??= [];
        hits.Clear();
        _automaton.Find(prose.Text, sentence.Start, sentence.End, hits);
        if (hits.Count > 0)
        {
            Words(sentence, prose, findings, hits);
            Patterns(sentence, prose, findings, hits);
        }
    }

    private void Words(Sentence sentence, ProseText prose, FindingList findings, List<WordHit> hits)
    {
        hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var end = 0;
        foreach (var hit in hits)
        {
            // A form inside a longer form that was found says nothing new.
            if (hit.Start + hit.Length <= end)
            {
                continue;
            }

            foreach (var entry in _entries[hit.Word])
            {
                if (findings.Wants(entry.Rule) && entry.Fits(sentence, prose, hit.Start))
                {
                    findings.Add(entry, hit.Start);
                    end = hit.Start + hit.Length;
                    break;
                }
            }
        }
    }

    private void Patterns(Sentence sentence, ProseText prose, FindingList findings, List<WordHit> hits)
    {
        HashSet<PatternEntry>? done = null;
        foreach (var hit in hits)
        {
            foreach (var pattern in _patterns[hit.Word])
            {
                if (findings.Wants(pattern.Rule) && (done ??= []).Add(pattern))
                {
                    foreach (var (start, length, right) in pattern.In(sentence, prose.Text))
                    {
                        findings.Add(pattern.Rule, start, length, right);
                    }
                }
            }
        }
    }
}

namespace Yakuba.Prose.Tests.Scoring;

/// <summary>How the linter does on pairs, rule by rule. It holds numbers alone, so that the half kept for testing is not read by those who write rules.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, Row> _rows = [];

    /// <summary>The row of a rule; a finding counts for the rule that found, an error for the rule it was written for.</summary>
    internal Row this[string rule] => _rows.TryGetValue(rule, out var row) ? row : _rows[rule] = new Row();

    internal IEnumerable<KeyValuePair<string, Row>> Rows => _rows.OrderBy(row => row.Key, StringComparer.Ordinal);

    internal static Score Of(IEnumerable<Pair> pairs, Linter linter)
    {
        var score = new Score();
        foreach (var pair in pairs)
        {
            if (pair.Wrong is { } wrong)
            {
                var found = linter.Check(wrong);
                var there = found.Where(f => f.Start < pair.Start + pair.Length && pair.Start < f.End).ToList();
                var row = score[Aliases.Of(pair.Rule)];
                row.Errors++;
                row.Hits += there.Exists(f => f.Rule == Aliases.Of(pair.Rule)) ? 1 : 0;
                row.HitsOfAny += there.Count > 0 ? 1 : 0;
                Count(score, found.Except(there));
            }

            Count(score, linter.Check(pair.Right));
        }

        return score;
    }

    /// <summary>Errors found by the rule written for them, of those that the catalogue has a rule for.</summary>
    internal double Recall => Share(Known.Sum(row => row.Hits), Known.Sum(row => row.Errors));

    /// <summary>The same over all errors, also those that no rule of the catalogue was made for.</summary>
    internal double RecallOfAll => Share(_rows.Values.Sum(row => row.Hits), _rows.Values.Sum(row => row.Errors));

    /// <summary>Of all findings, those at an error of their rule.</summary>
    internal double Precision => Share(_rows.Values.Sum(row => row.Hits), _rows.Values.Sum(row => row.Hits + row.FalseAlarms));

    private IEnumerable<Row> Known => _rows.Where(row => RuleCatalogue.Find(row.Key) is not null).Select(row => row.Value);

    /// <summary>The figures, a rule a line.</summary>
    internal string Lines() => string.Join('\n', Rows.Select(row =>
        $"{row.Key}\t{row.Value.Hits}/{row.Value.Errors}\tany {row.Value.HitsOfAny}\tfalse {row.Value.FalseAlarms}{(RuleCatalogue.Find(row.Key) is null ? "\tno rule" : "")}").Append(
        $"precision {Precision:F3}, recall {Recall:F3} of errors with a rule, {RecallOfAll:F3} of all; errors {_rows.Values.Sum(r => r.Errors)}, any rule at the place {_rows.Values.Sum(r => r.HitsOfAny)}"));

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;

    private static void Count(Score score, IEnumerable<Finding> alarms)
    {
        foreach (var alarm in alarms)
        {
            score[alarm.Rule].FalseAlarms++;
        }
    }

    /// <summary>The figures of one rule.</summary>
    internal sealed class Row
    {
        /// <summary>Errors written for the rule.</summary>
        internal int Errors { get; set; }

        /// <summary>Those that the rule found at their place.</summary>
        internal int Hits { get; set; }

        /// <summary>Those that any rule found at their place.</summary>
        internal int HitsOfAny { get; set; }

        /// <summary>Findings of the rule where nothing is wrong: in right texts, in traps, and elsewhere in wrong ones.</summary>
        internal int FalseAlarms { get; set; }
    }
}

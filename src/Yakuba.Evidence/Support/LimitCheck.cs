using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Comparators on words without a number: 高校生以下, 通知まで, 卒業以降. A word that the evidence limits must be limited the same way.</summary>
internal static class LimitCheck
{
    private static readonly (string Word, Bound Bound)[] limits =
        [("以上", Bound.AtLeast), ("以下", Bound.AtMost), ("未満", Bound.Below), ("以内", Bound.AtMost), ("以降", Bound.AtLeast), ("以後", Bound.AtLeast), ("以前", Bound.AtMost), ("まで", Bound.AtMost), ("から", Bound.AtLeast), ("前", Bound.Below), ("後", Bound.Above)];

    /// <summary>The limited words of a text: folded word and comparator at their place.</summary>
    internal static List<Fact> Read(TextReading reading)
    {
        var limited = new List<Fact>();
        var tokens = reading.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            var word = tokens[i - 1];
            if (!Words.IsNoun(word) || !Words.IsContent(word) || word.Start + word.Length != tokens[i].Start)
            {
                continue;
            }

            foreach (var (limit, bound) in limits)
            {
                if (tokens[i].Surface == limit)
                {
                    limited.Add(new Fact(FactKind.Unit, word.BaseForm, word.Start, word.Length + limit.Length) { Group = "limit", Bound = bound });
                }
            }
        }

        return limited;
    }

    internal static string? Refute(Fact limited, IReadOnlyList<Passage> evidence)
    {
        var seen = false;
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Limits)
            {
                if (other.Canonical == limited.Canonical)
                {
                    seen = true;
                    if (other.Bound == limited.Bound)
                    {
                        return null;
                    }
                }
            }
        }

        return seen ? $"根拠の文書では、「{limited.Canonical}」に付く「以上・以下・から・まで」などの条件が異なります。" : null;
    }
}

using Yakuba.Evidence;
using Yakuba.Platform;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary>Shortest answers by cross-validation: a question is answered by what was learned from the questions on passages of the other parts.</summary>
internal static class ReadLearning
{
    // A set whose answers are never cut as spans are (2 in 100) still teaches by what is nearly right.
    private const double nearlyRight = 0.7;

    private static readonly Problem CannotSplit = new(
        "eval-cannot-split", 400, "質問の doc に当たる文書がないか、分割数が文書の数に合いません。--docs と --queries の組と、--folds（2以上、文書の数以下）を確認してください。");

    /// <summary>The answer to each question, in order; empty where the passage has no span.</summary>
    internal static Result<IReadOnlyList<string>> Answer(IReadOnlyList<EvalReading> asked, IReadOnlyList<EvalDocument> documents, int folds, Lexicon lexicon)
    {
        var bodies = documents.ToDictionary(document => document.Id, document => document.Body, StringComparer.Ordinal);
        var parts = asked.Select(question => question.Document).Distinct(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index % Math.Max(1, folds), StringComparer.Ordinal);
        if (folds < 2 || folds > parts.Count || !asked.All(question => bodies.ContainsKey(question.Document)))
        {
            return CannotSplit;
        }

        var read = new ReadQuestion[asked.Count];
        var worth = new double[asked.Count][];
        Parallel.For(0, asked.Count, i =>
        {
            read[i] = ReadQuestion.Of(asked[i].Text, bodies[asked[i].Document], lexicon);
            worth[i] = Enumerable.Range(0, read[i].Count).Select(span => Worth(read[i].Text(span), asked[i].Answers)).ToArray();
        });

        var answers = new string[asked.Count];
        Parallel.For(0, folds, part =>
        {
            var seen = Enumerable.Range(0, asked.Count).Where(i => parts[asked[i].Document] != part).ToArray();
            var learned = SpanWeights.Learn(seen.Select(i => read[i]).ToArray(), seen.Select(i => worth[i]).ToArray());
            foreach (var i in Enumerable.Range(0, asked.Count).Where(i => parts[asked[i].Document] == part))
            {
                var span = learned.Best(read[i]).Span;
                answers[i] = span < 0 ? "" : read[i].Text(span);
            }
        });
        return answers;
    }

    private static double Worth(string span, IReadOnlyList<string> answers)
    {
        var best = answers.Count == 0 ? 0 : answers.Max(answer => Overlap(answer, span));
        return best >= 1 ? 1 : best > nearlyRight ? best / 20 : 0;
    }

    // Character F1, spaces apart.
    private static double Overlap(string one, string other)
    {
        var (a, b) = (one.Where(c => !char.IsWhiteSpace(c)).ToArray(), other.Where(c => !char.IsWhiteSpace(c)).ToArray());
        if (a.AsSpan().SequenceEqual(b))
        {
            return 1;
        }

        var left = a.CountBy(c => c).ToDictionary();
        var shared = 0;
        foreach (var c in b)
        {
            if (left.GetValueOrDefault(c) > 0)
            {
                left[c]--;
                shared++;
            }
        }

        return a.Length + b.Length == 0 ? 0 : Math.Min(0.99, 2.0 * shared / (a.Length + b.Length));
    }
}

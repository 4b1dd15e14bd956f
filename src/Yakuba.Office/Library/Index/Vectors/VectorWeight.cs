namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>How much vectors tell beside words, from questions whose answers are known.</summary>
/// <remarks>
/// A conditional logit (McFadden, 1974): the chance that a candidate is the right one grows with a · words + b · vector, and the weight is b / a.
/// The penalty only keeps b finite where the vectors are never wrong. The bounds below were looked at on six evaluation sets with doubles
/// of seven strengths (docs/quality.md); they are the same for all.
/// </remarks>
public static class VectorWeight
{
    /// <summary>Vectors count at most so many times as much as words: more was never better by more than .003.</summary>
    public const double Most = 5;

    /// <summary>What would count less than this beside words is not worth asking a server for.</summary>
    public const double Least = 0.35;

    private const double Penalty = 2e-4;
    private const double Enough = 1e-3;
    private const double LongestStep = 5;
    private const int MostRounds = 200;

    /// <summary>The weight, 0 or from <see cref="Least"/> to <see cref="Most"/>.</summary>
    /// <param name="questions">Questions; those with no right candidate teach nothing.</param>
    /// <param name="leastWords">The least that words are taken to tell, as a in the formula.</param>
    public static double Learn(IEnumerable<JudgedCandidates> questions, double leastWords)
    {
        var (words, vectors) = Fit([.. questions.Where(q => q.IsRight.Contains(true))]);
        var weight = vectors / Math.Max(words, leastWords);
        return weight < Least ? 0 : Math.Min(weight, Most);
    }

    private static (double Words, double Vectors) Fit(IReadOnlyList<JudgedCandidates> questions)
    {
        double a = 0, b = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var sums = new Sums { SlopeA = -Penalty * a, SlopeB = -Penalty * b, Aa = Penalty, Bb = Penalty };
            foreach (var question in questions)
            {
                sums.Add(question, a, b);
            }

            // Newton's step, held short: far from the end the curve is flat.
            var determinant = (sums.Aa * sums.Bb) - (sums.Ab * sums.Ab);
            var stepA = Math.Clamp(((sums.Bb * sums.SlopeA) - (sums.Ab * sums.SlopeB)) / determinant, -LongestStep, LongestStep);
            var stepB = Math.Clamp(((sums.Aa * sums.SlopeB) - (sums.Ab * sums.SlopeA)) / determinant, -LongestStep, LongestStep);
            (a, b) = (a + stepA, b + stepB);
            if (Math.Max(Math.Abs(stepA), Math.Abs(stepB)) < Enough)
            {
                break;
            }
        }

        return (a, b);
    }

    /// <summary>Slope and curvature of the likelihood.</summary>
    private struct Sums
    {
        internal double SlopeA, SlopeB, Aa, Ab, Bb;

        internal void Add(JudgedCandidates question, double a, double b)
        {
            var (words, near) = (question.Candidates.Words, question.Candidates.Near);
            var highest = Enumerable.Range(0, words.Length).Max(i => (a * words[i]) + (b * near[i]));
            double total = 0, meanA = 0, meanB = 0, aa = 0, ab = 0, bb = 0, rightA = 0, rightB = 0, right = 0;
            for (var i = 0; i < words.Length; i++)
            {
                var chance = Math.Exp((a * words[i]) + (b * near[i]) - highest);
                total += chance;
                meanA += chance * words[i];
                meanB += chance * near[i];
                aa += chance * words[i] * words[i];
                ab += chance * words[i] * near[i];
                bb += chance * near[i] * near[i];
                if (question.IsRight[i])
                {
                    (rightA, rightB, right) = (rightA + words[i], rightB + near[i], right + 1);
                }
            }

            (meanA, meanB) = (meanA / total, meanB / total);
            SlopeA += (rightA / right) - meanA;
            SlopeB += (rightB / right) - meanB;
            Aa += (aa / total) - (meanA * meanA);
            Ab += (ab / total) - (meanA * meanB);
            Bb += (bb / total) - (meanB * meanB);
        }
    }
}

namespace Yakuba.Evidence;

/// <summary>Weights of traits by which the spans of a passage are ranked: the chance of a span is the softmax of its weights' sum among all spans of its passage.</summary>
public sealed class SpanWeights
{
    private const int size = 1 << 20;
    private const int epochs = 6;
    private const float step = 0.12f;
    private const float penalty = 1e-4f;

    private readonly float[] _weights = new float[size];

    private SpanWeights()
    {
    }

    /// <summary>Learns from questions whose answers are known. Deterministic.</summary>
    /// <param name="questions">Read questions.</param>
    /// <param name="worth">For each question and span how good an answer it is, 0 to 1.</param>
    public static SpanWeights Learn(IReadOnlyList<ReadQuestion> questions, IReadOnlyList<double[]> worth)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(worth);
        var learned = new SpanWeights();
        var squares = new float[size];
        Array.Fill(squares, 0.01f);
        var order = Enumerable.Range(0, questions.Count).Where(i => worth[i].Any(value => value > 0)).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                learned.Mend(questions[i], worth[i], squares);
            }
        }

        return learned;
    }

    /// <summary>The likeliest span and its chance; (−1, 0) where the passage has none.</summary>
    public (int Span, double Chance) Best(ReadQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Count == 0)
        {
            return (-1, 0);
        }

        var chances = BoostedTrees.Softmax(Scores(question));
        var best = Array.IndexOf(chances, chances.Max());
        return (best, chances[best]);
    }

    // FNV-1a over UTF-16: the same on every machine and run, unlike string.GetHashCode.
    internal static int Place(string trait)
    {
        var hash = 2166136261u;
        foreach (var c in trait)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (size - 1));
    }

    private double[] Scores(ReadQuestion question)
    {
        var scores = new double[question.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            foreach (var trait in question.Traits[i])
            {
                scores[i] += _weights[trait];
            }
        }

        return scores;
    }

    private void Mend(ReadQuestion question, double[] worth, float[] squares)
    {
        var chances = BoostedTrees.Softmax(Scores(question));
        var all = worth.Sum();
        for (var i = 0; i < chances.Length; i++)
        {
            var slope = (float)(chances[i] - (worth[i] / all));
            if (Math.Abs(slope) < 1e-3)
            {
                continue;
            }

            foreach (var trait in question.Traits[i])
            {
                var down = slope + (penalty * _weights[trait]);
                squares[trait] += down * down;
                _weights[trait] -= step * down / MathF.Sqrt(squares[trait]);
            }
        }
    }
}

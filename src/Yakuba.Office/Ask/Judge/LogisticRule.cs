namespace Yakuba.Office.Ask.Judge;

/// <summary>A chance from numbers: a logistic function of their weighted sum.</summary>
/// <param name="Bias">What the sum begins with, in nats.</param>
/// <param name="Weights">Weight of each number, in nats.</param>
public sealed record LogisticRule(double Bias, IReadOnlyList<double> Weights)
{
    /// <summary>The chance.</summary>
    /// <param name="values">As many numbers as there are weights.</param>
    /// <returns>0 to 1.</returns>
    public double Chance(IReadOnlyList<double> values)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Count; i++)
        {
            sum += Weights[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}

namespace Yakuba.Office.Ask.Judge;

/// <summary>Compares texts by their sounds.</summary>
internal static class Sounds
{
    /// <summary>The share of a text's threes of sounds that another holds.</summary>
    /// <returns>0 to 1; 0 for texts shorter than three.</returns>
    internal static double Share(string sound, string other)
    {
        var all = 0;
        var held = 0;
        for (var i = 0; i + 3 <= sound.Length; i++)
        {
            all++;
            held += other.AsSpan().IndexOf(sound.AsSpan(i, 3), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        return all == 0 ? 0 : (double)held / all;
    }
}

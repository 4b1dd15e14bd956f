namespace Yakuba.Faults.Tests.Kills;

/// <summary>Some of many: two thirds evenly over all, the rest at random from a seed; all where there are not so many.</summary>
internal static class Chosen
{
    internal static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all, int wanted, Random random)
    {
        if (all.Count <= wanted)
        {
            return all;
        }

        var places = new SortedSet<int>();
        var even = wanted * 2 / 3;
        for (var i = 0; i < even; i++)
        {
            places.Add((int)((long)i * all.Count / even));
        }

        while (places.Count < wanted)
        {
            places.Add(random.Next(all.Count));
        }

        return [.. places.Select(p => all[p])];
    }
}

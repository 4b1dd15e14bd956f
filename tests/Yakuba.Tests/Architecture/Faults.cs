namespace Yakuba.Tests.Architecture;

/// <summary>What a guard found, all of it, a line each: the one who broke it mends all at once.</summary>
internal static class Faults
{
    internal static void None(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} found:\n{string.Join('\n', all)}");
        }
    }
}

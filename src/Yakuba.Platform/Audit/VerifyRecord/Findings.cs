namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>What a verification has found so far: the first lines in words, and the lowest index.</summary>
internal sealed class Findings
{
    private const int Most = 20;
    private readonly SortedSet<long> _bad = [];

    internal List<string> Lines { get; } = [];

    internal long? First => _bad.Count == 0 ? null : _bad.Min;

    internal void Add(long? index, string line)
    {
        if (index is { } bad)
        {
            _bad.Add(bad);
        }

        if (Lines.Count < Most)
        {
            Lines.Add(line);
        }
    }

    /// <summary>True when something among these entries was found already, so that a hash over them says nothing new.</summary>
    internal bool Covers(long first, long entries) => _bad.GetViewBetween(first, first + entries - 1).Count > 0;
}

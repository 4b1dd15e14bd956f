namespace Yakuba.Ledger;

/// <summary>Collects what is wrong, leaving out what only follows from damage already found further down the tree.</summary>
internal sealed class ExportFindings
{
    private const int Kept = 100;

    private readonly List<ExportFinding> _kept = [];
    private readonly SortedSet<long> _bad = [];

    internal bool Any => _bad.Count > 0 || _kept.Count > 0;

    internal void Add(ExportFault fault, string file, string message) => Keep(new ExportFinding(fault, file, null, 0, message));

    internal void Add(ExportFault fault, string file, long firstIndex, long entries, string message)
    {
        _bad.Add(firstIndex);
        Keep(new ExportFinding(fault, file, firstIndex, entries, message));
    }

    /// <summary>True when damage was found among these entries; a hash above them then differs as a consequence.</summary>
    internal bool Covers(long firstIndex, long entries) =>
        _bad.Count > 0 && _bad.GetViewBetween(firstIndex, firstIndex + entries - 1).Count > 0;

    /// <summary>The findings. When the entries lead to the signed root they are genuine, so the tiles are what was changed.</summary>
    internal IReadOnlyList<ExportFinding> List(bool entriesAreGenuine) =>
        entriesAreGenuine
            ? [.. _kept.Select(f => f.Fault == ExportFault.Entry && f.File.StartsWith("tile/0/", StringComparison.Ordinal)
                ? f with { Fault = ExportFault.Tile, Message = $"タイルのハッシュが書き換えられています（記録 {f.FirstIndex} 番の位置。記録そのものは正しい）。" }
                : f)]
            : _kept;

    private void Keep(ExportFinding finding)
    {
        if (_kept.Count < Kept)
        {
            _kept.Add(finding);
        }
    }
}

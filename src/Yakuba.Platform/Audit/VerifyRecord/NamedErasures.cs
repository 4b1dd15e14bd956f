using System.Globalization;
using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Which texts the record says were erased: one answer's by a decision on it, or all up to an index by a disposal.</summary>
internal sealed class NamedErasures
{
    private readonly HashSet<long> _single = [];
    private long _through = -1;

    internal void Read(LedgerEntry entry)
    {
        if (entry.Action == RecordActions.Erased && entry.Facts.TryGetValue("entries", out var list))
        {
            _single.UnionWith(list.Split(',').Select(i => long.TryParse(i, CultureInfo.InvariantCulture, out var index) ? index : -1));
        }
        else if (entry.Action == RecordActions.Disposed && entry.Facts.TryGetValue("through", out var last) && long.TryParse(last, CultureInfo.InvariantCulture, out var through))
        {
            _through = Math.Max(_through, through);
        }
    }

    internal bool Covers(long index) => index <= _through || _single.Contains(index);
}

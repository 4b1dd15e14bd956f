using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Follows the keys of the record: where one was changed, both signed the tree as it stood, and no change is without them.</summary>
internal sealed class KeyCheck
{
    private readonly Dictionary<long, TreeHash> _handovers;
    private readonly Findings _found;

    private KeyCheck(KeyChain? chain, Findings found)
    {
        _handovers = chain?.Handovers.ToDictionary(h => h.Size, h => h.Root) ?? [];
        _found = found;
    }

    internal static async Task<KeyCheck> LoadAsync(Session read, Findings found, CancellationToken cancel)
    {
        var (chain, fault) = await RecordKeys.FollowAsync(read, cancel);
        if (fault.Length > 0)
        {
            found.Add(null, $"署名の鍵のつながりに異常があります: {fault}");
        }

        return new KeyCheck(chain, found);
    }

    /// <summary>Checks the tree after an entry; null for one that cannot be read.</summary>
    internal void Check(CompactTree tree, LedgerEntry? entry)
    {
        if (_handovers.TryGetValue(tree.Size, out var root) ? tree.Root() != root && !_found.Covers(0, tree.Size) : entry?.Action == KeyChain.Action)
        {
            _found.Add(tree.Size - 1, $"{tree.Size - 1}番で署名の鍵が交換されていますが、前の鍵と新しい鍵の署名と合いません。");
        }
    }
}

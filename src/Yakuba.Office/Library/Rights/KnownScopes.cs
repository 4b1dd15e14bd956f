using Yakuba.Search;

namespace Yakuba.Office.Library.Rights;

/// <summary>Sets of versions that were asked for lately: people with the same rights share the bits and counts that search keeps with a set.</summary>
internal sealed class KnownScopes
{
    private const int Most = 192; // three standings and the whole for 48 kinds of readers

    private readonly Lock _gate = new();
    private readonly LinkedList<(uint[] Versions, PermittedGroups? Scope, PermittedGroups Set)> _recent = [];

    /// <summary>The set of these versions, the same object while it is known.</summary>
    /// <param name="versions">In any order, each once.</param>
    /// <param name="scope">The set that words are weighed by; null for the versions themselves.</param>
    internal PermittedGroups Of(IEnumerable<uint> versions, PermittedGroups? scope = null)
    {
        var wanted = versions.ToArray();
        Array.Sort(wanted);
        lock (_gate)
        {
            for (var at = _recent.First; at is not null; at = at.Next)
            {
                if (ReferenceEquals(at.Value.Scope, scope) && at.Value.Versions.AsSpan().SequenceEqual(wanted))
                {
                    _recent.Remove(at);
                    _recent.AddFirst(at);
                    return at.Value.Set;
                }
            }

            var made = PermittedGroups.Of(wanted);
            _recent.AddFirst((wanted, scope, scope is null ? made : made.WeighedBy(scope)));
            if (_recent.Count > Most)
            {
                _recent.RemoveLast();
            }

            return _recent.First!.Value.Set;
        }
    }
}

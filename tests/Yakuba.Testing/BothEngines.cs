using System.Collections;
using Yakuba.Platform.Data;

namespace Yakuba.Testing;

/// <summary>Runs a storage test on SQLite and on PostgreSQL: <c>[Theory, ClassData(typeof(BothEngines))]</c>.</summary>
public sealed class BothEngines : IEnumerable<object[]>
{
    /// <inheritdoc/>
    public IEnumerator<object[]> GetEnumerator()
    {
        yield return [StorageEngine.Sqlite];
        yield return [StorageEngine.Postgres];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

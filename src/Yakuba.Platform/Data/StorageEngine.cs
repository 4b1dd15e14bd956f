namespace Yakuba.Platform.Data;

/// <summary>Where a municipality's state lies.</summary>
public enum StorageEngine
{
    /// <summary>One file in the data directory; one process owns it.</summary>
    Sqlite,

    /// <summary>One schema a municipality; any number of processes.</summary>
    Postgres,
}

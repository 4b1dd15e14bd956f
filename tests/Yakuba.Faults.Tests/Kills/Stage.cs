using Yakuba.Faults.Tests.Towns;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>A folder for one fault: the town as it was before, and room for what is made.</summary>
internal sealed class Stage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal Stage(string town) => FolderCopy.Make(town, Data);

    private Stage()
    {
    }

    /// <summary>One with nothing on it.</summary>
    internal static Stage Empty() => new();

    /// <summary>All of it.</summary>
    internal string Root => _folder.Path;

    /// <summary>The data directory.</summary>
    internal string Data => _folder["data"];

    /// <summary>Something beside it.</summary>
    internal string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();
}

namespace Yakuba.Office.Library;

/// <summary>Where a version of a document stands in its life.</summary>
public enum VersionState
{
    /// <summary>下書き: only its own section finds it.</summary>
    Draft,

    /// <summary>確認: the section has checked it; staff find it as its label allows.</summary>
    Confirmed,

    /// <summary>公開: it answers everyone whom its label allows, residents too.</summary>
    Published,

    /// <summary>失効: it is kept and can be read, but is never cited as current.</summary>
    Retired,
}

/// <summary>The states' names in the store and for people.</summary>
public static class VersionStates
{
    private static readonly (VersionState State, string Key, string Name)[] Table =
    [
        (VersionState.Draft, "draft", "下書き"),
        (VersionState.Confirmed, "confirmed", "確認"),
        (VersionState.Published, "published", "公開"),
        (VersionState.Retired, "retired", "失効"),
    ];

    /// <summary>All states in the order of life.</summary>
    public static IEnumerable<VersionState> All => Table.Select(s => s.State);

    /// <summary>The key in the store.</summary>
    public static string ToKey(this VersionState state) => Table[(int)state].Key;

    /// <summary>The Japanese name.</summary>
    public static string ToName(this VersionState state) => Table[(int)state].Name;

    /// <summary>Reads a key or a Japanese name.</summary>
    /// <returns>Null when there is no such state.</returns>
    public static VersionState? Parse(string? text)
    {
        foreach (var (state, key, name) in Table)
        {
            if (key == text || name == text)
            {
                return state;
            }
        }

        return null;
    }
}

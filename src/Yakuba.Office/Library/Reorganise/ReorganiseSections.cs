namespace Yakuba.Office.Library.Reorganise;

/// <summary>A reorganisation (機構改革) as somebody asks for it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="From">Names or codes of the sections that it is done to: several only for a merger.</param>
/// <param name="Into">Name or code of the section that takes over; for a merger or a split also the code of a new one, whose <paramref name="Name"/> is then given. Empty for a new name, and where nothing is left to take over.</param>
/// <param name="Name">The new name, 1 to 60 UTF-16 code units; empty where a section that is there takes over.</param>
/// <param name="Kana">Reading of the new name; may be empty.</param>
/// <param name="Day">The day from which it holds, Japan time. On a day to come it is kept and done on that day.</param>
public sealed record ReorganiseSections(ReorganisationKind Kind, IReadOnlyList<string> From, string Into, string Name, string Kana, DateOnly Day)
{
    /// <summary>Numbers of versions of the documents that a split takes along.</summary>
    public IReadOnlyList<uint> Documents { get; init; } = [];

    /// <summary>User names of the people whom a split takes along.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
}

/// <summary>What a reorganisation does.</summary>
public enum ReorganisationKind
{
    /// <summary>改称: the section goes on under a new name.</summary>
    Rename,

    /// <summary>統合: sections are closed, and one takes over everything.</summary>
    Merge,

    /// <summary>分割: chosen documents and people go to another section; the section stands on.</summary>
    Split,

    /// <summary>廃止: a section is closed; what is left goes to another.</summary>
    Close,
}

/// <summary>The kinds' names.</summary>
internal static class ReorganisationKinds
{
    internal static string ToKey(this ReorganisationKind kind) => kind.ToString().ToLowerInvariant();

    internal static string ToName(this ReorganisationKind kind) => kind switch
    {
        ReorganisationKind.Rename => "改称",
        ReorganisationKind.Merge => "統合",
        ReorganisationKind.Split => "分割",
        _ => "廃止",
    };

    internal static ReorganisationKind? Parse(string? key) => Enum.GetValues<ReorganisationKind>().Where(k => k.ToKey() == key).Select(k => (ReorganisationKind?)k).FirstOrDefault();
}

using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft;

/// <summary>Where a draft stands on its way from a purpose to a sent document.</summary>
public enum DraftState
{
    /// <summary>起案中: being written.</summary>
    Writing,

    /// <summary>決裁中: on its route.</summary>
    Circulating,

    /// <summary>差戻し: sent back, to be written again.</summary>
    Returned,

    /// <summary>決裁済: approved as it stands.</summary>
    Approved,

    /// <summary>施行済: numbered and sent; never changed again.</summary>
    Issued,

    /// <summary>取下げ: given up.</summary>
    Dropped,
}

/// <summary>The states' names.</summary>
public static class DraftStates
{
    private static readonly (DraftState State, string Key, string Name, string English, Tone Tone)[] s_table =
    [
        (DraftState.Writing, "writing", "起案中", "Being written", Tone.Plain), (DraftState.Circulating, "circulating", "決裁中", "On its route", Tone.Brand),
        (DraftState.Returned, "returned", "差戻し", "Sent back", Tone.Warn), (DraftState.Approved, "approved", "決裁済", "Approved", Tone.Good),
        (DraftState.Issued, "issued", "施行済", "Issued", Tone.Good), (DraftState.Dropped, "dropped", "取下げ", "Given up", Tone.Plain),
    ];

    /// <summary>All, in the order of the way.</summary>
    public static IReadOnlyList<DraftState> All { get; } = [.. s_table.Select(t => t.State)];

    /// <summary>The stable key: <c>circulating</c>.</summary>
    public static string ToKey(this DraftState state) => Row(state).Key;

    /// <summary>The Japanese name: 決裁中.</summary>
    public static string ToName(this DraftState state) => Row(state).Name;

    /// <summary>The name in the language of the page.</summary>
    public static string Word(this DraftState state, Words words) => words[Row(state).Name, Row(state).English];

    /// <summary>Reads a key.</summary>
    /// <returns>Null when there is no such state.</returns>
    public static DraftState? Parse(string? key) => s_table.Where(t => t.Key == key).Select(t => (DraftState?)t.State).FirstOrDefault();

    /// <summary>True while its text can be changed.</summary>
    public static bool IsOpen(this DraftState state) => state is DraftState.Writing or DraftState.Returned or DraftState.Approved;

    internal static Tone ToTone(this DraftState state) => Row(state).Tone;

    private static (DraftState State, string Key, string Name, string English, Tone Tone) Row(DraftState state) => s_table.First(t => t.State == state);
}

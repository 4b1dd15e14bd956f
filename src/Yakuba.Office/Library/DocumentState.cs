using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library;

/// <summary>Where a document stands in its life: 下書き → 確認 → 公開 → 失効.</summary>
public enum DocumentState
{
    /// <summary>下書き: filed, answers nothing.</summary>
    Draft,

    /// <summary>確認: checked by the section, answers nothing yet.</summary>
    Confirmed,

    /// <summary>公開: answers within its label and validity.</summary>
    Published,

    /// <summary>失効: no longer answers; stays readable.</summary>
    Retired,
}

/// <summary>Words and looks of the states.</summary>
public static class DocumentStates
{
    /// <summary>The word for a state.</summary>
    public static string Word(this DocumentState state, Words words) => state switch
    {
        DocumentState.Draft => words["下書き", "Draft"],
        DocumentState.Confirmed => words["確認済み", "Confirmed"],
        DocumentState.Published => words["公開", "Published"],
        DocumentState.Retired => words["失効", "Retired"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Stable name in addresses, forms and the store: <c>draft</c>, <c>confirmed</c>, <c>published</c>, <c>retired</c>.</summary>
    public static string ToKey(this DocumentState state) => state switch
    {
        DocumentState.Draft => "draft",
        DocumentState.Confirmed => "confirmed",
        DocumentState.Published => "published",
        DocumentState.Retired => "retired",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    internal static Tone Tone(this DocumentState state) => state switch
    {
        DocumentState.Confirmed => Platform.Web.Parts.Tone.Brand,
        DocumentState.Published => Platform.Web.Parts.Tone.Good,
        DocumentState.Retired => Platform.Web.Parts.Tone.Bad,
        _ => Platform.Web.Parts.Tone.Plain,
    };

    internal static string Icon(this DocumentState state) => state switch
    {
        DocumentState.Confirmed => "check",
        DocumentState.Published => "answered",
        DocumentState.Retired => "no-longer",
        _ => "edit",
    };
}

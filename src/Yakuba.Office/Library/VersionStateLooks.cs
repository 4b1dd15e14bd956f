using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library;

/// <summary>Words and looks of the states on pages.</summary>
public static class VersionStateLooks
{
    /// <summary>The word for a state in the language of the page.</summary>
    public static string Word(this VersionState state, Words words) => words[state.ToName(), state.ToString()];

    internal static Tone Tone(this VersionState state) => state switch
    {
        VersionState.Confirmed => Platform.Web.Parts.Tone.Brand,
        VersionState.Published => Platform.Web.Parts.Tone.Good,
        VersionState.Retired => Platform.Web.Parts.Tone.Bad,
        _ => Platform.Web.Parts.Tone.Plain,
    };

    internal static string Icon(this VersionState state) => state switch
    {
        VersionState.Confirmed => "check",
        VersionState.Published => "answered",
        VersionState.Retired => "no-longer",
        _ => "edit",
    };
}

using Yakuba.Platform;

namespace Yakuba.Office.Operate.ChangeSettings;

/// <summary>What the settings page shows. Posts to <c>/settings</c>: one field for each setting, under the setting's name.</summary>
/// <param name="Groups">The settings by room.</param>
/// <param name="Done">What was just done; may be empty.</param>
/// <param name="Problem">Why the last change was refused, or null.</param>
public sealed record SettingsPageModel(IReadOnlyList<SettingGroup> Groups, string Done = "", Problem? Problem = null);

/// <summary>Settings that belong together.</summary>
/// <param name="Key">Stable name; the anchor on the page.</param>
/// <param name="Title">What they are about.</param>
/// <param name="Lines">The settings.</param>
public sealed record SettingGroup(string Key, string Title, IReadOnlyList<SettingLine> Lines);

/// <summary>One setting.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Title">Short name.</param>
/// <param name="Meaning">What it does, its unit and range.</param>
/// <param name="Value">The value now, as text.</param>
/// <param name="Default">The default, as text.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="Error">What is wrong with the value as typed; empty when nothing is.</param>
public sealed record SettingLine(string Name, string Title, string Meaning, string Value, string Default, SettingKind Kind, string Error = "")
{
    /// <summary>The values to choose from, each with its name.</summary>
    public IReadOnlyList<(string Value, string Title)> Choices { get; init; } = [];
}

/// <summary>How a setting is typed.</summary>
public enum SettingKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>on</c> or <c>off</c>.</summary>
    Switch,

    /// <summary>One of a few values.</summary>
    Choice,
}

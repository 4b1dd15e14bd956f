using System.Globalization;

namespace Yakuba.Platform.Settings;

/// <summary>What is known of a setting before its type: enough for the settings page and the generated reference.</summary>
public abstract class SettingDefinition
{
    private protected SettingDefinition(string name, string @default, string title, string meaning)
    {
        Name = name;
        Default = @default;
        Title = title;
        Meaning = meaning;
    }

    /// <summary>Stable name: <c>ask.question-max-length</c>.</summary>
    public string Name { get; }

    /// <summary>The default, as text.</summary>
    public string Default { get; }

    /// <summary>Short Japanese name.</summary>
    public string Title { get; }

    /// <summary>What it does, its unit and range, in Japanese.</summary>
    public string Meaning { get; }

    /// <summary>True when spaces at either end belong to the value; else they are dropped when it is stored.</summary>
    public bool KeepsSpaces { get; init; }

    /// <summary>The values that it may have, each with its Japanese name; empty where any value of the type is one.</summary>
    public IReadOnlyList<(string Value, string Title)> Choices { get; init; } = [];

    /// <summary>Looks at the values of all settings, by name, after this one was changed: what does not go together is refused. Null where nothing has to.</summary>
    public Func<IReadOnlyDictionary<string, string>, Problem?>? Together { get; init; }

    /// <summary>True when a change is recorded with the value, and not by the setting's name alone.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The problem with a typed value, or null when it may be stored.</summary>
    public abstract Problem? Check(string text);

    /// <summary>A whole number within a range.</summary>
    public static Setting<int> Number(string name, int @default, int least, int most, string title, string meaning) => new(
        name,
        @default,
        title,
        meaning,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : SettingProblems.OutOfRange.With($"{title}: {least}〜{most}"),
        n => n.ToString(CultureInfo.InvariantCulture));

    /// <summary>A switch: <c>on</c> or <c>off</c>.</summary>
    public static Setting<bool> Switch(string name, bool @default, string title, string meaning, bool isRecorded = false) => new(
        name,
        @default,
        title,
        meaning,
        text => text switch { "on" => true, "off" => false, _ => SettingProblems.NotASwitch.With(title) },
        on => on ? "on" : "off") { IsRecorded = isRecorded };

    /// <summary>A text up to a length in UTF-16 code units.</summary>
    public static Setting<string> Text(string name, string @default, int maxLength, string title, string meaning) => new(
        name,
        @default,
        title,
        meaning,
        text => text.Trim().Length <= maxLength ? text.Trim() : SettingProblems.TooLong.With($"{title}: {maxLength}文字まで"),
        text => text);
}

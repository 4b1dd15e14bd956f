using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ChangeSettings;

/// <summary>Settings by what they are about: the first part of a name is its group.</summary>
internal static class SettingGroups
{
    private static readonly (string Key, string Japanese, string English)[] Titles =
    [
        ("municipality", "自治体", "Municipality"),
        ("ask", "質問と回答", "Questions and answers"),
        ("privacy", "個人情報", "Personal data"),
        ("model", "言語モデル", "Language model"),
        ("library", "文書", "Documents"),
        ("accounts", "利用者とサインイン", "People and sign-in"),
        ("audit", "記録", "Record"),
        ("operate", "運転", "Running"),
    ];

    /// <summary>All settings with their values; a value that was typed and refused stands as it was typed, with what is wrong with it.</summary>
    internal static IReadOnlyList<SettingGroup> Of(
        IReadOnlyList<SettingDefinition> definitions, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string>? typed, Words words) =>
        [.. definitions
            .GroupBy(d => KeyOf(d.Name))
            .OrderBy(g => Place(g.Key))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SettingGroup(g.Key, Title(g.Key, words), [.. g.Select(d => Line(d, stored, typed))]))];

    internal static string KeyOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    internal static SettingKind KindOf(SettingDefinition definition) => definition switch
    {
        Setting<int> => SettingKind.Number,
        Setting<bool> => SettingKind.Switch,
        { Choices.Count: > 0 } => SettingKind.Choice,
        _ => SettingKind.Text,
    };

    private static SettingLine Line(SettingDefinition d, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string>? typed)
    {
        var now = stored.GetValueOrDefault(d.Name, d.Default);
        var value = typed?.GetValueOrDefault(d.Name, now) ?? now;
        return new SettingLine(d.Name, d.Title, d.Meaning, value, d.Default, KindOf(d), typed is null ? "" : d.Check(value)?.ToString() ?? "") { Choices = d.Choices };
    }

    private static int Place(string key) => Array.FindIndex(Titles, t => t.Key == key) is var at && at < 0 ? Titles.Length : at;

    private static string Title(string key, Words words) => Array.Find(Titles, t => t.Key == key) is { Key: not null } title ? words[title.Japanese, title.English] : key;
}

using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>How outcomes of files and states of imports are called and marked.</summary>
internal static class OutcomeLooks
{
    internal static string Word(ImportedFileLine file, Words words) => file.Outcome switch
    {
        FileOutcome.Unreadable => words["読み取り不可", "Unreadable"],
        FileOutcome.Unchanged => words["変更なし", "Unchanged"],
        FileOutcome.Duplicate => words["重複", "Duplicate"],
        FileOutcome.Held => words["保留", "Held"],
        FileOutcome.Doubtful => file.IsNewVersion ? words["新しい版・要確認", "New version, to check"] : words["登録・要確認", "Filed, to check"],
        _ => file.IsNewVersion ? words["新しい版", "New version"] : words["登録", "Filed"],
    };

    internal static (Tone Tone, string Icon) Mark(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Unreadable => (Tone.Bad, "error"),
        FileOutcome.Doubtful or FileOutcome.Held => (Tone.Warn, "warn"),
        FileOutcome.Filed => (Tone.Good, "success"),
        _ => (Tone.Plain, "history"),
    };

    internal static (Tone Tone, string Icon, string Word) State(string state, string wish, long unreadable, long held, Words words) => (state, wish) switch
    {
        ("running" or "waiting", "cancel") => (Tone.Warn, "old", words["中止しています", "Being cancelled"]),
        ("running", "pause") => (Tone.Warn, "old", words["一時停止しています", "Being paused"]),
        ("paused", _) => (Tone.Warn, "old", words["一時停止中", "Paused"]),
        ("running", _) => (Tone.Brand, "not-yet", words["読み取り中", "Reading"]),
        ("waiting", _) => (Tone.Plain, "not-yet", words["待機中", "Waiting"]),
        ("cancelled", _) => (Tone.Plain, "blocked", words["中止", "Cancelled"]),
        ("failed", _) => (Tone.Bad, "error", words["失敗", "Failed"]),
        _ when unreadable > 0 => (Tone.Warn, "warn", words["完了・読み取り不可あり", "Done, some unreadable"]),
        _ when held > 0 => (Tone.Warn, "warn", words["完了・保留あり", "Done, some held"]),
        _ => (Tone.Good, "success", words["完了", "Done"]),
    };

    /// <summary>A stretch of time as people estimate it.</summary>
    internal static string Left(int seconds, Words words) => seconds switch
    {
        < 10 => words["まもなく終わります", "Almost done"],
        < 60 => words[$"残り約{(seconds + 9) / 10 * 10}秒", $"about {(seconds + 9) / 10 * 10} s left"],
        < 5_400 => words[$"残り約{(seconds + 59) / 60}分", $"about {(seconds + 59) / 60} min left"],
        _ => words[$"残り約{(seconds + 1_800) / 3_600}時間", $"about {(seconds + 1_800) / 3_600} h left"],
    };
}

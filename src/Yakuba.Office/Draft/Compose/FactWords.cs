using System.Globalization;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Web.Language;
using Yakuba.Text;

namespace Yakuba.Office.Draft.Compose;

/// <summary>Facts as they are typed, and as an official document writes them.</summary>
public static class FactWords
{
    private const int Longest = 4_000;
    private const int LongestLine = 200;

    /// <summary>A fact as a document writes it; empty where nothing was typed.</summary>
    public static Result<string> Write(TemplateSlot slot, string? typed)
    {
        var text = DraftWords.Clean(typed).Trim();
        if (text.Length > (slot.Kind == SlotKind.Text ? Longest : LongestLine))
        {
            return DraftProblems.FactLength.With(slot.Name);
        }

        return text.Length == 0 ? "" : slot.Kind switch
        {
            SlotKind.Date => Date(text) is { } day ? Words.Japanese.Day(day) : DraftProblems.FactDate.With(slot.Name),
            SlotKind.Day => Date(text) is { } day ? $"{Words.Japanese.Day(day)}（{Weekday(day)}）" : DraftProblems.FactDate.With(slot.Name),
            SlotKind.Amount => Amount(text) is { } yen ? string.Create(CultureInfo.InvariantCulture, $"{yen:N0}円") : DraftProblems.FactAmount.With(slot.Name),
            SlotKind.Line when text.Contains('\n', StringComparison.Ordinal) => DraftProblems.FactLine.With(slot.Name),
            _ => text,
        };
    }

    /// <summary>What stands in the place of a fact that is not known yet.</summary>
    public static string Placeholder(string name) => $"〔{name}〕";

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Weekday(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek] + "曜日";

    private static long? Amount(string text) => long.TryParse(
        NormalText.Of(text).Value.Replace(",", "", StringComparison.Ordinal).TrimEnd('円'), NumberStyles.None, CultureInfo.InvariantCulture, out var yen) ? yen : null;
}

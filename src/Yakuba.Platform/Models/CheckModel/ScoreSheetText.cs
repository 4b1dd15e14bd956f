using System.Globalization;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Models.CheckModel;

/// <summary>Score sheets side by side, one line a figure.</summary>
internal static class ScoreSheetText
{
    private const int NameWidth = 28;
    private const int SheetWidth = 22;

    private static readonly (string Name, Func<ScoreSheet, string> Value)[] Lines =
    [
        ("質問", s => Number(s.Questions)),
        ("正しい（回答・正しく断った）", s => $"{s.Right}（{Share(s.Right, s.Questions)}）"),
        ("　うち正しく断った", s => Number(s.RefusedRightly)),
        ("誤り", s => $"{s.Wrong}（{Share(s.Wrong, s.Questions)}）"),
        ("誤って断った", s => Number(s.Refused)),
        ("除いた文（裏付けなし）", s => Number(s.Removed)),
        ("形式違反", s => Number(s.Malformed)),
        ("原文で代替した回答", s => Number(s.Failed)),
        ("秒（中央値）", s => s.MedianSeconds.ToString("0.00", CultureInfo.InvariantCulture)),
        ("秒（95%）", s => s.P95Seconds.ToString("0.00", CultureInfo.InvariantCulture)),
        ("トークン/秒", s => s.TokensPerSecond > 0 ? s.TokensPerSecond.ToString("0.0", CultureInfo.InvariantCulture) : "–"),
        ("試した日時", s => s.CheckedAt.ToPeople()),
        ("指示文の版", s => s.Prompt.Length > 0 ? s.Prompt : "–"),
    ];

    internal static void Print(CommandOutput output, IReadOnlyList<ScoreSheet> sheets)
    {
        output.Line("成績表");
        output.Line(Pad("", NameWidth) + string.Concat(sheets.Select(s => Pad(Short(s.Name), SheetWidth))));
        foreach (var (name, value) in Lines)
        {
            output.Line(Pad(name, NameWidth) + string.Concat(sheets.Select(s => Pad(value(s), SheetWidth))));
        }

        foreach (var sheet in sheets.Where(s => s.WrongIds.Count > 0))
        {
            output.Line($"誤りの質問（{Short(sheet.Name)}）: {string.Join(" ", sheet.WrongIds.Take(40))}");
        }
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Share(int part, int all) => all == 0 ? "–" : (100.0 * part / all).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Short(string name) => name.Length <= 18 ? name : name[..17] + "…";

    // Terminals draw Japanese characters two columns wide.
    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - text.Sum(c => c < 0x2000 ? 1 : 2)));
}

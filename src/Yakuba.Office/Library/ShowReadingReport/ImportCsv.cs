using System.Globalization;
using Yakuba.Platform;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>The report of an import as a table for spreadsheets: a line a file.</summary>
internal static class ImportCsv
{
    private static readonly string[] Head =
    [
        "番号", "場所", "結果", "題名", "文書の版", "ページ", "読み取れなかったページ", "文字が疑わしいページ", "認識文字のページ（確信度）",
        "表", "条", "質問と回答", "隠れた文字", "読み取らなかった部分", "検索単位", "次にすること", "理由の名前",
    ];

    internal static byte[] Of(ImportModel import) => CsvTable.Of(import.Files.Select(Cells).Prepend(Head));

    private static IEnumerable<string> Cells(ImportedFileLine file)
    {
        var found = file.Findings;
        return
        [
            Number(file.Number),
            file.Path,
            OutcomeLooks.Word(file, Words.Japanese),
            file.Title,
            file.Version > 0 ? Number(file.Version) : "",
            Number(found?.PagesRead),
            string.Join('、', found?.PagesNotRead ?? []),
            string.Join('、', found?.PagesDoubtful ?? []),
            string.Join('、', found?.PagesRecognised.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Page}（{p.Confidence}%）")) ?? []),
            Number(found?.Tables),
            Number(found?.Articles),
            found is null ? "" : Number(file.FaqEntries),
            Number(found?.Hidden.Count),
            string.Join('、', found?.Skipped.Select(s => s.What) ?? []),
            found is null ? "" : Number(file.Passages),
            string.Join(' ', FileToDo.Of(file, Words.Japanese).Select(t => t.Places.Count == 0 ? t.Words : $"{string.Join('、', t.Places.Select(p => p.Label))}: {t.Words}")),
            file.Problem,
        ];
    }

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}

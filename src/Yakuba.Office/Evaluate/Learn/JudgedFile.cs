using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>A judged question as a file has it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Entry">Question of the FAQ entry that answers it.</param>
/// <param name="Place">Where it stands in the file, for people.</param>
internal sealed record NamedEntry(string Question, string Entry, string Place);

/// <summary>Reads files of judged questions: a table (CSV, TSV, Excel) with the columns 質問 and FAQの質問, or JSON lines.</summary>
/// <remarks>Tables are read where documents are read: in a process of their own, in any character set.</remarks>
internal sealed class JudgedFile(GuardedReader reader)
{
    /// <summary>Larger files are no lists of questions.</summary>
    internal const int MostBytes = 4 << 20;

    private const string QuestionColumn = "質問";
    private const string EntryColumn = "FAQの質問";
    private const int MostPlaces = 10;

    private static readonly HashSet<string> s_endings = [".csv", ".tsv", ".xlsx", ".jsonl"];

    internal static readonly Problem UnknownKind = new("eval-judged-kind", 400, "学習用のファイルは、CSV、TSV、Excel（xlsx）、JSONLのどれかにしてください。");

    internal static readonly Problem TooLarge = new("eval-judged-too-large", 413, "学習用のファイルが4MBを超えています。質問の列とFAQの質問の列だけにするか、分けて学習してください。");

    private static readonly Problem CannotRead = new(
        "eval-cannot-read-judged", 400, "学習用のファイルを読み取れません。ファイルが開けるか、JSONLなら1行に1件の {\"question\": \"質問\", \"entry\": \"FAQの質問\"} になっているか確認してください。");

    private static readonly Problem NoColumns = new("eval-judged-columns", 400, $"学習用の表の1行目に「{QuestionColumn}」と「{EntryColumn}」の見出しがありません。2つの列に見出しを付けてください。");

    private static readonly Problem Blank = new("eval-judged-blank", 400, $"学習用の表に、{QuestionColumn}か{EntryColumn}が空の行があります。埋めるか、行を削除してください。");

    /// <summary>The ending under which an upload is kept; null for a kind of file that it cannot be.</summary>
    internal static string? Ending(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is var ending && s_endings.Contains(ending) ? ending : null;

    /// <summary>Places for people, some of them when there are many.</summary>
    internal static string Places(IReadOnlyList<NamedEntry> lines) =>
        string.Join('、', lines.Take(MostPlaces).Select(l => l.Place)) + (lines.Count > MostPlaces ? $"、ほか{lines.Count - MostPlaces}か所" : "");

    /// <summary>Reads one.</summary>
    internal async Task<Result<IReadOnlyList<NamedEntry>>> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return Ending(path) switch
            {
                null => UnknownKind.With(Path.GetFileName(path)),
                _ when new FileInfo(path).Length > MostBytes => TooLarge.With(Path.GetFileName(path)),
                ".jsonl" => Lines(path),
                _ => await RowsAsync(path, cancel),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CannotRead.With(Path.GetFileName(path));
        }
    }

    private static Result<IReadOnlyList<NamedEntry>> Lines(string path)
    {
        var lines = new List<NamedEntry>();
        foreach (var (i, line) in File.ReadLines(path).Index().Where(l => l.Item.Trim().Length > 0))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                lines.Add(new(json.RootElement.GetProperty("question").GetString()!, json.RootElement.GetProperty("entry").GetString()!, $"{i + 1}行目"));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return CannotRead.With($"{i + 1}行目");
            }
        }

        return lines;
    }

    private async Task<Result<IReadOnlyList<NamedEntry>>> RowsAsync(string path, CancellationToken cancel)
    {
        using var reading = await reader.ReadAsync(path, cancel);
        if (reading.Refusal is { } refused)
        {
            return CannotRead.With(refused.Message + refused.NextStep);
        }

        var rows = reading.Blocks().OfType<TableRowBlock>().ToList();
        if (!rows.Any(r => Cell(r, QuestionColumn).Length > 0) || !rows.Any(r => Cell(r, EntryColumn).Length > 0))
        {
            return NoColumns;
        }

        List<NamedEntry> lines = [.. rows.Select(r => new NamedEntry(Cell(r, QuestionColumn), Cell(r, EntryColumn), r.At.ToLabel()))];
        List<NamedEntry> blank = [.. lines.Where(l => l.Question.Length == 0 || l.Entry.Length == 0)];
        return blank.Count > 0 ? Blank.With(Places(blank)) : lines;
    }

    private static string Cell(TableRowBlock row, string column) => row.Cells.Where(c => c.HeaderPath.Contains(column)).Select(c => c.Text).FirstOrDefault("");
}

using Yakuba.Text;

namespace Yakuba.Documents;

/// <summary>Recognises the columns of a question table by their names.</summary>
/// <param name="Question">Index of the question column.</param>
/// <param name="Answer">Index of the answer column.</param>
/// <param name="Category">Index of the category column; -1 when there is none.</param>
/// <param name="Section">Index of the responsible section's column; -1 when there is none.</param>
internal sealed record FaqColumns(int Question, int Answer, int Category, int Section)
{
    private static readonly string[] QuestionNames = ["質問", "問", "q", "question", "質問文", "質問内容", "質問事項", "よくある質問", "問い", "お問い合わせ", "設問", "faq質問"];
    private static readonly string[] AnswerNames = ["回答", "答", "a", "answer", "回答文", "回答内容", "答え", "faq回答"];
    private static readonly string[] CategoryNames = ["分類", "カテゴリ", "カテゴリー", "category", "大分類", "ジャンル", "区分", "分野"];
    private static readonly string[] SectionNames = ["担当課", "所管課", "担当", "担当部署", "所管", "主管課", "部署", "section", "department", "問い合わせ先", "課名"];

    /// <summary>Null unless a row names both a question and an answer.</summary>
    internal static FaqColumns? Find(IReadOnlyList<string> headers)
    {
        var names = headers.Select(Normal).ToList();
        int question = IndexOf(names, QuestionNames), answer = IndexOf(names, AnswerNames);
        return question < 0 || answer < 0 ? null : new FaqColumns(question, answer, IndexOf(names, CategoryNames), IndexOf(names, SectionNames));
    }

    /// <summary>The entry of a row; null when its question or answer is blank.</summary>
    internal FaqEntry? Entry(IReadOnlyList<string> fields, int number)
    {
        string question = Field(fields, Question), answer = Field(fields, Answer);
        return question.Length == 0 || answer.Length == 0
            ? null
            : new FaqEntry(question, answer, Optional(fields, Category), Optional(fields, Section), new EntryLocator(number));
    }

    /// <summary>Names of columns that no part of an entry takes.</summary>
    internal IEnumerable<string> Unused(IReadOnlyList<string> headers) =>
        headers.Where((h, i) => h.Length > 0 && i != Question && i != Answer && i != Category && i != Section);

    private static string Normal(string header) =>
        NormalText.Of(header).Value.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);

    private static int IndexOf(List<string> names, string[] wanted)
    {
        foreach (var name in wanted)
        {
            var index = names.IndexOf(name);
            if (index >= 0)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Field(IReadOnlyList<string> fields, int index) =>
        index >= 0 && index < fields.Count ? TextCleaning.TrimBlank(fields[index]) : "";

    private static string? Optional(IReadOnlyList<string> fields, int index) =>
        Field(fields, index) is { Length: > 0 } text ? text : null;
}

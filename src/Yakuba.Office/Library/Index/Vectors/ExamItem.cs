using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>One question of the exam that vectors have to pass: who reads the question must find the text, in which the question is hidden.</summary>
/// <param name="Id">What the passage is chosen by: its own words.</param>
/// <param name="Question">The question of a FAQ entry; title and headings of another passage.</param>
/// <param name="Text">The answer, or the passage without them.</param>
public sealed record ExamItem(string Id, string Question, string Text)
{
    /// <summary>Questions of an exam at most; of a large library, a sample.</summary>
    public const int Most = 300;

    /// <summary>Characters of a question that are used.</summary>
    public const int MostCharacters = 600;

    /// <summary>Takes items by chance, the same each time; each question and each text once, so that each question has one answer.</summary>
    /// <param name="all">In any order.</param>
    public static IReadOnlyList<ExamItem> Sample(IEnumerable<ExamItem> all)
    {
        var (questions, texts, taken) = (new HashSet<string>(), new HashSet<string>(), new List<ExamItem>());
        foreach (var item in all.Where(i => !string.IsNullOrWhiteSpace(i.Question) && !string.IsNullOrWhiteSpace(i.Text)).OrderBy(Chance, StringComparer.Ordinal).ThenBy(i => i.Question, StringComparer.Ordinal))
        {
            if (taken.Count < Most && !questions.Contains(item.Question) && texts.Add(item.Text))
            {
                questions.Add(item.Question);
                taken.Add(item with { Question = Short(item.Question), Text = Short(item.Text) });
            }
        }

        return taken;
    }

    private static string Chance(ExamItem item) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id)));

    private static string Short(string text) => text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
}

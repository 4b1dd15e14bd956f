using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Judge;

/// <summary>The smallest part of a passage that can answer: a FAQ entry whole, one sentence, one row of a table.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Index">Its place among the passage's units.</param>
/// <param name="IsRow">True for a row of a table: 「項目: 値、項目: 値」.</param>
public sealed record AnswerUnit(FoundPassage Passage, string Text, int Index, bool IsRow)
{
    /// <summary>All units of a passage. Lines that only collect input (a form's boxes and blanks) are none.</summary>
    internal static IReadOnlyList<AnswerUnit> Of(FoundPassage passage)
    {
        if (passage.Question.Length > 0)
        {
            return [new(passage, passage.Text, 0, false)];
        }

        var units = new List<AnswerUnit>();
        foreach (var sentence in SentenceCutter.Cut(passage.Text))
        {
            if (!IsBlank(sentence))
            {
                units.Add(new(passage, sentence, units.Count, sentence.Contains(": ", StringComparison.Ordinal)));
            }
        }

        return units;
    }

    private static bool IsBlank(string text) =>
        text.Contains('□', StringComparison.Ordinal) || text.Contains("　　", StringComparison.Ordinal) || text.Contains("＿＿", StringComparison.Ordinal);
}

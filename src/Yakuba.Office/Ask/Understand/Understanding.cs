using Yakuba.Office.Ask.Admit;
using Yakuba.Platform;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Understand;

/// <summary>What a question asks about.</summary>
/// <param name="Question">The admitted question.</param>
/// <param name="SearchText">What search is asked: the question without the words that only name the day.</param>
/// <param name="AsOf">The day on which the answer is to hold.</param>
/// <param name="Today">Today in Japan.</param>
/// <param name="NamesDay">True when the question itself, or its form, names the day.</param>
public sealed record Understood(Admitted Question, string SearchText, DateOnly AsOf, DateOnly Today, bool NamesDay);

/// <summary>Step 2. Reads the day that the question is about; names are read by the gate, against the evidence.</summary>
/// <param name="time">The clock.</param>
public sealed class Understanding(TimeProvider time)
{
    /// <summary>Reads the question.</summary>
    public Understood Read(Admitted question)
    {
        var today = question.Today ?? time.Today();
        if (question.AsOf is { } chosen)
        {
            return new(question, question.Text, chosen, today, true);
        }

        var normal = NormalText.Of(question.Text);
        foreach (var date in JapaneseDate.Find(normal.Value, today))
        {
            if (MeansTheDayAskedAbout(date, normal.Value, today))
            {
                var (start, length) = normal.OriginalSpan(date.Start, date.Length);
                return new(question, question.Text.Remove(start, length), date.From, today, true);
            }
        }

        return new(question, question.Text, today, today, false);
    }

    /// <summary>A day to come is what the question is about; a past one only where the words say so (令和5年当時, 2024年4月1日時点), for people also tell when they moved or were born.</summary>
    private static bool MeansTheDayAskedAbout(DateSpan date, string text, DateOnly today)
    {
        if (!date.IsValid)
        {
            return false;
        }

        var after = text.AsSpan(date.Start + date.Length);
        return date.From > today
            ? date.Kind != DateKind.Day || !after.StartsWith("まで")
            : date.To < today && (after.StartsWith("時点") || after.StartsWith("現在") || after.StartsWith("当時") || after.StartsWith("の時点") || after.StartsWith("頃の"));
    }
}

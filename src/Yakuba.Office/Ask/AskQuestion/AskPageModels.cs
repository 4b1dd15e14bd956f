using System.Globalization;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>What the ask page shows, for whom it is shown.</summary>
public sealed class AskPageModels(ExampleQuestions examples, TimeProvider time)
{
    /// <summary>The page before an answer.</summary>
    public async Task<AskPageModel> EmptyAsync(string municipality, string question, string scope, Principal reader, CancellationToken cancel)
    {
        var today = time.Today();
        return new AskPageModel(municipality, question.Length <= Question.MaxLength ? question : question[..Question.MaxLength], today, today)
        {
            IsStaff = reader.IsStaff,
            Scope = reader.IsStaff && scope != "citizen" ? "staff" : "citizen",
            LongestQuestion = Question.MaxLength,
            Examples = await examples.ForAsync(reader, cancel),
        };
    }

    /// <summary>The page with what was typed, and why it was refused.</summary>
    public async Task<AskPageModel> RefusedAsync(string municipality, AskInput input, Problem problem, Principal reader, CancellationToken cancel)
    {
        // What is no text cannot be shown again either.
        var typed = problem.Name == AskProblems.NotText.Name ? "" : input.Question;
        var model = await EmptyAsync(municipality, typed, input.Scope, reader, cancel) with { Problem = problem };
        return DateOnly.TryParseExact(input.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? model with { On = day } : model;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yakuba.Office.Ask.Answering;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>A question as a form or a program sends it.</summary>
/// <param name="Question">In the asker's own words.</param>
/// <param name="On">The day for which the answer is to hold, yyyy-MM-dd; empty, or today, leaves it to the question.</param>
/// <param name="Scope"><c>citizen</c> asks the documents that residents may read; anything else what the asker may read.</param>
/// <param name="IsSure">True when personal data in the question is known to the asker, or the asker is a program, which nobody could ask.</param>
public sealed record AskInput(string Question, string On, string Scope, bool IsSure);

/// <summary>Answers a question that came over HTTP: counts it, decides whose documents are asked, and asks them.</summary>
internal sealed class AskHandler(AskPipeline pipeline, AskerLimits limits, PersonalNotice notice, Principal principal, Actor by, TimeProvider time)
{
    /// <summary>Answers.</summary>
    /// <returns>The recorded answer, or why there is none.</returns>
    internal async Task<Result<Answer>> HandleAsync(AskInput input, HttpContext http, Func<AnswerProgress, Task> tell, CancellationToken cancel)
    {
        DateOnly? day = null;
        if (input.On.Length > 0)
        {
            if (!DateOnly.TryParseExact(input.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed))
            {
                return AskProblems.NotADay.With(input.On.Length <= 40 ? input.On : "");
            }

            day = typed == time.Today() ? null : typed; // the form always names a day; only another one is a choice
        }

        if (await limits.CheckAsync(http, principal, cancel) is { } problem)
        {
            return problem;
        }

        // After the limits: reading a text for personal data is work too.
        if (!input.IsSure && await notice.OfAsync(input.Question, cancel) is { Length: > 0 } personal)
        {
            return AskProblems.PersonalData.With(personal);
        }

        // A token without the right to ask as staff asks as a resident does.
        var reader = input.Scope == "citizen" || !principal.May(Right.Ask) ? Principal.Resident : principal;
        return await pipeline.AnswerAsync(new Question(input.Question, day), reader, by, tell, cancel);
    }
}

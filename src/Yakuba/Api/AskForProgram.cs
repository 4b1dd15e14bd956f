using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.AskQuestion;
using Yakuba.Platform;

namespace Yakuba.Api;

/// <summary>Answers a program's question by the same seven steps as a person's, with the rights of its token; without a token as a resident.</summary>
internal sealed class AskForProgram(AskPipeline pipeline, AskerLimits limits, Principal principal, Actor by)
{
    /// <summary>Answers.</summary>
    /// <returns>The recorded answer; what was removed is in it for staff only.</returns>
    internal async Task<Result<Answer>> RunAsync(Question question, HttpContext http, Func<AnswerProgress, Task> tell, CancellationToken cancel)
    {
        if (await limits.CheckAsync(http, principal, cancel) is { } problem)
        {
            return problem;
        }

        // A token without the right to ask as staff asks as a resident does.
        var reader = principal.May(Right.Ask) ? principal : Principal.Resident;
        return (await pipeline.AnswerAsync(question, reader, by, tell, cancel)).Match<Result<Answer>>(
            answer => reader.IsStaff ? answer : answer with { Removed = [] }, refused => refused);
    }
}

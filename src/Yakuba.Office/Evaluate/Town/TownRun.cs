using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>A judged question with what was answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The recorded answer.</param>
/// <param name="Files">File names of the cited versions.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Milliseconds">How long it took, the record included.</param>
internal sealed record JudgedAnswer(JudgedQuestion Question, Answer Answer, IReadOnlyList<string> Files, Verdict Verdict, double Milliseconds);

/// <summary>Asks the judged questions as anybody would ask them: through the seven steps, with the rights of the user named, recorded.</summary>
internal sealed class TownRun(AskPipeline pipeline, PeopleList people, Database database)
{
    internal static TownRun Of(IServiceProvider services) =>
        new(services.GetRequiredService<AskPipeline>(), services.GetRequiredService<PeopleList>(), services.GetRequiredService<Database>());

    /// <summary>Asks one.</summary>
    /// <param name="question">The question.</param>
    /// <param name="today">The base day of the questions.</param>
    /// <param name="requestId">Ties the record's entries of the run together.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The judged answer; a problem when the user does not exist or nothing can be recorded.</returns>
    internal async Task<Result<JudgedAnswer>> AskAsync(JudgedQuestion question, DateOnly today, string requestId, CancellationToken cancel)
    {
        if (!(await ReaderAsync(question, cancel)).TryGet(out var reader, out var problem))
        {
            return problem.With($"{question.Id} {question.As}");
        }

        var clock = Stopwatch.StartNew();
        var asked = new Question(question.Question, question.On) { Today = today };
        if (!(await pipeline.AnswerAsync(asked, reader, reader.ToActor(requestId), _ => Task.CompletedTask, cancel)).TryGet(out var answer, out problem))
        {
            return problem.With(question.Id);
        }

        var files = await FilesAsync(answer, cancel);
        return new JudgedAnswer(question, answer, files, Verdicts.Of(question, answer, files), clock.Elapsed.TotalMilliseconds);
    }

    internal async Task<Result<Principal>> ReaderAsync(JudgedQuestion question, CancellationToken cancel) =>
        question.As.Length == 0 ? Principal.Resident : await people.PrincipalAsync(question.As, Channel.Command, cancel);

    /// <summary>File name of a version.</summary>
    internal async Task<string> FileAsync(uint version, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await read.SingleOrDefaultAsync<string>("SELECT file_name FROM version WHERE number = @version", new { version = (long)version }, cancel) ?? "";
    }

    private async Task<IReadOnlyList<string>> FilesAsync(Answer answer, CancellationToken cancel)
    {
        var files = new List<string>();
        foreach (var version in answer.Citations.Select(c => c.Version).Distinct())
        {
            files.Add(await FileAsync(version, cancel));
        }

        return files;
    }
}

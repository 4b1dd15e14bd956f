using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Platform;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Office.Ask.CheckModel;

/// <summary>Asks the municipality's own questions through the same seven steps, with and without the model, and keeps the score sheets.</summary>
internal sealed class CheckModelJob(IServiceProvider services, AskPipeline pipeline, FaqQuestions faq, ModelEndpoint endpoint, ScoreSheets sheets, TimeProvider time)
{
    /// <summary>Does the work of one job.</summary>
    /// <returns>The sheets made, as JSON; the last is the model's.</returns>
    internal async Task<Result<string>> RunAsync(JobRun run, CancellationToken cancel)
    {
        var input = JsonSerializer.Deserialize<CheckModelInput>(run.Input)!;
        var asked = input.Questions.Length > 0 ? CheckQuestion.ParseLines(input.Questions) : await faq.MakeAsync(cancel);
        if (!asked.TryGet(out var all, out var problem))
        {
            return problem;
        }

        var questions = Spread(all, Math.Clamp(input.Most, 1, 2_000));
        var set = SetOf(questions);
        var model = await endpoint.FindAsync(cancel);
        var known = await sheets.ListAsync(100, cancel);
        var made = new List<ScoreSheet>();
        var rounds = new List<(string Name, AskPipeline Pipeline)>();
        if (model is null || !known.Any(s => s.QuestionSet == set && s.Name == ScoreSheet.WithoutModel))
        {
            rounds.Add((ScoreSheet.WithoutModel, Quoting()));
        }

        if (model is not null)
        {
            rounds.Add((model.Name, pipeline));
        }

        foreach (var (name, steps) in rounds)
        {
            var tally = new Tally();
            foreach (var question in questions)
            {
                await run.ReportAsync(new JobProgress((made.Count * questions.Count) + tally.Asked, rounds.Count * questions.Count, name));
                await tally.AskAsync(steps, question, run, cancel);
            }

            var sheet = tally.ToSheet(name, time.GetUtcNow()) with { QuestionSet = set, Prompt = name == ScoreSheet.WithoutModel ? "" : ModelPrompt.Version };
            await sheets.KeepAsync(sheet, run.By, cancel);
            made.Add(sheet);
        }

        return JsonSerializer.Serialize(made);
    }

    private AskPipeline Quoting()
    {
        var quoting = services.GetRequiredService<ExtractiveComposer>();
        return ActivatorUtilities.CreateInstance<AskPipeline>(services, new ComposerChoice(quoting, endpoint, services.GetRequiredService<PrivacyGate>()) { Always = quoting });
    }

    // Evenly over the list, so that a short check still sees every file of it.
    private static IReadOnlyList<CheckQuestion> Spread(CheckQuestion[] all, int most) =>
        all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(long)i * all.Length / most])];

    private static string SetOf(IReadOnlyList<CheckQuestion> questions) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', questions.Select(q => $"{q.Id}\t{q.Question}\t{q.As}\t{q.On}\t{q.Expect}")))))[..16];
}

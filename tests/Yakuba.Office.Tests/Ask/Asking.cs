using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>Ways to ask a town.</summary>
internal static class Asking
{
    /// <summary>Asks through the seven steps.</summary>
    /// <param name="town">The town.</param>
    /// <param name="text">The question.</param>
    /// <param name="user">Who asks; null for a resident.</param>
    /// <param name="on">The day on which the answer is to hold; null for the town's.</param>
    /// <param name="composer">Who composes; null for the town's own.</param>
    internal static async Task<Result<Answer>> AskAsync(this TestTown town, string text, string? user = null, DateOnly? on = null, IComposer? composer = null)
    {
        var reader = user is null ? Principal.Resident : await town.PrincipalAsync(user);
        var pipeline = composer is null ? town.Get<AskPipeline>() : ActivatorUtilities.CreateInstance<AskPipeline>(
            town.Services, new ComposerChoice(town.Get<ExtractiveComposer>(), town.Get<ModelEndpoint>(), town.Get<PrivacyGate>()) { Always = composer });
        return await pipeline.AnswerAsync(new Question(text, on), reader, reader.ToActor(Actor.NewRequestId()), _ => Task.CompletedTask, CancellationToken.None);
    }

    /// <summary>Asks over HTTP.</summary>
    internal static Task<HttpResponseMessage> PostQuestionAsync(this HttpClient browser, string question, string? asOf = null) =>
        browser.PostAsJsonAsync("/api/v1/questions", new { question, asOf });

    /// <summary>All that the town keeps of questions and answers: the table, the entries of the record, and the sealed bodies, opened.</summary>
    internal static async Task<string> KeptAsync(this TestTown town)
    {
        await using var read = await town.Database.ReadAsync();
        var kept = new List<string>(await read.QueryAsync<string>("SELECT question || ' ' || body FROM answer"));
        kept.AddRange(from entry in await read.QueryAsync<byte[]>("SELECT entry FROM audit_entry") select System.Text.Encoding.UTF8.GetString(entry));
        foreach (var body in await read.QueryAsync<Body>("SELECT idx AS Idx, part AS Part FROM audit_body"))
        {
            kept.Add(await AuditBodies.OpenAsync(read, body.Idx, body.Part, CancellationToken.None) ?? "");
        }

        return string.Join('\n', kept);
    }

    /// <summary>How many answers the town has begun or given.</summary>
    internal static async Task<long> AnswersAsync(this TestTown town)
    {
        await using var read = await town.Database.ReadAsync();
        return await read.CountAsync("SELECT count(*) FROM answer");
    }

    private sealed record Body(long Idx, string Part);
}

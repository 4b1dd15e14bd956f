using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Models.CheckModel;

/// <summary>The score sheets kept, so that two models can be compared before one is trusted.</summary>
public sealed class ScoreSheets(Database database, AuditTrail audit)
{
    /// <summary>Keeps a sheet, with its figures in the record.</summary>
    public async Task KeepAsync(ScoreSheet sheet, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync(
            "INSERT INTO model_check (id, checked_at, checked_by, model, prompt, question_set, sheet) VALUES (@id, @at, @by, @Name, @Prompt, @QuestionSet, @sheet)",
            new
            {
                id = Guid.CreateVersion7().ToString("D"),
                at = sheet.CheckedAt.ToStore(),
                by = by.UserId,
                sheet.Name,
                sheet.Prompt,
                sheet.QuestionSet,
                sheet = JsonSerializer.Serialize(sheet),
            },
            cancel);
        var facts = new JsonObject
        {
            ["model"] = sheet.Name,
            ["prompt"] = sheet.Prompt,
            ["question_set"] = sheet.QuestionSet,
            ["questions"] = sheet.Questions,
            ["right"] = sheet.Right,
            ["wrong"] = sheet.Wrong,
            ["refused"] = sheet.Refused,
            ["failed"] = sheet.Failed,
        };
        await audit.AppendAsync(work, by, "model-checked", facts, cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ScoreSheet>> ListAsync(int most, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await read.QueryAsync<string>("SELECT sheet FROM model_check ORDER BY checked_at DESC, id DESC LIMIT @most", new { most = (long)most }, cancel);
        return [.. rows.Select(r => JsonSerializer.Deserialize<ScoreSheet>(r)!)];
    }
}

using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Keep;

/// <summary>Keeps the municipality's templates. A change is a new version; drafts that stand keep their text.</summary>
internal sealed class KeepTemplatesHandler(Database database, TemplateStore templates, AuditTrail audit, TimeProvider time)
{
    /// <summary>Takes templates in, all or none. One that is as it was is left alone.</summary>
    /// <returns>How many were changed or added.</returns>
    internal async Task<Result<TakenTemplates>> HandleAsync(IReadOnlyList<DraftTemplate> taken, Actor by, CancellationToken cancel)
    {
        if (taken.Select(TemplateCheck.Of).FirstOrDefault(p => p is not null) is { } problem)
        {
            return problem;
        }

        await using var work = await database.BeginAsync(cancel);
        var known = (await templates.ListAsync(work, cancel)).ToDictionary(t => t.Template.Key);
        var changed = taken.Where(t => !known.TryGetValue(t.Key, out var now) || TemplatePack.WriteOne(now.Template) != TemplatePack.WriteOne(t)).ToList();
        foreach (var template in changed)
        {
            var number = (known.TryGetValue(template.Key, out var now) ? now.Number : 0) + 1;
            await work.ExecuteAsync(
                "INSERT INTO draft_template (key, number, made_at, made_by, content) VALUES (@Key, @number, @now, @by, @content)",
                new { template.Key, number = (long)number, now = time.GetUtcNow().ToStore(), by = by.UserId, content = TemplatePack.WriteOne(template) },
                cancel);
            await audit.AppendAsync(work, by, DraftActions.TemplateChanged, new JsonObject { ["template"] = template.Key, ["template-version"] = number }, cancel);
        }

        await work.CommitAsync(cancel);
        return new TakenTemplates(changed.Count);
    }
}

/// <summary>What came of taking templates in.</summary>
internal sealed record TakenTemplates(int Changed);

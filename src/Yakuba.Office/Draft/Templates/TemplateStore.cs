using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Templates;

/// <summary>The municipality's templates: what the program brings, with what was changed here in its place.</summary>
public sealed class TemplateStore
{
    /// <summary>All, those that the program brings first and in its order.</summary>
    public async Task<IReadOnlyList<KeptTemplate>> ListAsync(Session session, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT t.number, t.made_at, t.made_by, t.content FROM draft_template t WHERE t.number = (SELECT MAX(n.number) FROM draft_template n WHERE n.key = t.key) ORDER BY t.key", cancel: cancel);
        var kept = rows.Select(r => new KeptTemplate(TemplatePack.ReadOne(r.content), (int)r.number, r.made_by)).ToDictionary(t => t.Template.Key, StringComparer.Ordinal);
        return
        [
            .. TemplatePack.Shipped.Select(t => kept.Remove(t.Key, out var changed) ? changed : new KeptTemplate(t, 0, "")),
            .. kept.Values.OrderBy(t => t.Template.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The template with a key.</summary>
    public async Task<Result<KeptTemplate>> FindAsync(Session session, string key, CancellationToken cancel) =>
        (await ListAsync(session, cancel)).FirstOrDefault(t => t.Template.Key == key) is { } found ? found : DraftProblems.NoSuchTemplate.With(key.Length > 60 ? "" : key);

    private sealed record Row(long number, string made_at, string made_by, string content);
}

/// <summary>A template as it is used now.</summary>
/// <param name="Template">What it says.</param>
/// <param name="Number">How often it was changed here; 0 as the program brings it.</param>
/// <param name="By">Id of the account of who changed it last; empty for the program's own.</param>
public sealed record KeptTemplate(DraftTemplate Template, int Number, string By);

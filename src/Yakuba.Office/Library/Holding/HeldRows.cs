using Yakuba.Platform.Data;
using Yakuba.Privacy;

namespace Yakuba.Office.Library.Holding;

/// <summary>Held versions as the store keeps them.</summary>
internal static class HeldRows
{
    /// <summary>Takes a version out of what can be found, and notes why.</summary>
    internal static async Task HoldAsync(UnitOfWork work, uint version, HeldText why, string now, CancellationToken cancel)
    {
        var number = (long)version;
        await work.ExecuteAsync("UPDATE version SET indexed = 2, changed_at = @now WHERE number = @number", new { number, now }, cancel);
        await work.ExecuteAsync(
            "INSERT INTO held_version (version, held_at, kinds, ordinals) VALUES (@number, @now, @kinds, @ordinals)",
            new { number, now, kinds = string.Join(',', why.Kinds.Select(k => k.Code())), ordinals = string.Join(',', why.Ordinals) },
            cancel);
    }

    /// <summary>Codes of the sections whose held documents nobody of theirs can let in: no active 所属長 belongs to them.</summary>
    internal static async Task<IReadOnlySet<string>> WithoutHeadAsync(Session session, IEnumerable<string> sections, CancellationToken cancel)
    {
        var headed = await session.QueryAsync<string>(
            "SELECT DISTINCT s.section FROM account_section s JOIN account a ON a.id = s.account_id AND a.state = 'active' JOIN account_role r ON r.account_id = a.id AND r.role = 'head'", cancel: cancel);
        return sections.Except(headed).ToHashSet(StringComparer.Ordinal);
    }
}

using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Sections;

/// <summary>Rows of sections and of who belongs to them, for acts that change several at once. The caller checks, records and commits.</summary>
public static class SectionRows
{
    /// <summary>Adds a section or puts it in the place of the one with its code, with all its old names.</summary>
    public static async Task PutAsync(UnitOfWork work, Section section, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "INSERT INTO section (code, name, kana, parent, valid_from, valid_to, contact, successor) VALUES (@Code, @Name, @Kana, @Parent, @From, @To, @Contact, @Successor) "
            + "ON CONFLICT (code) DO UPDATE SET name = excluded.name, kana = excluded.kana, parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to, "
            + "contact = excluded.contact, successor = excluded.successor",
            new { section.Code, section.Name, section.Kana, section.Parent, From = section.ValidFrom?.ToStore() ?? "", To = section.ValidTo?.ToStore() ?? "", section.Contact, section.Successor },
            cancel);
        await work.ExecuteAsync("DELETE FROM section_old_name WHERE code = @Code", new { section.Code }, cancel);
        foreach (var name in section.OldNames)
        {
            await work.ExecuteAsync("INSERT INTO section_old_name (code, name) VALUES (@Code, @name)", new { section.Code, name }, cancel);
        }
    }

    /// <summary>Removes a section to which nobody belongs.</summary>
    public static async Task RemoveAsync(UnitOfWork work, string code, CancellationToken cancel)
    {
        await work.ExecuteAsync("DELETE FROM section_old_name WHERE code = @code", new { code }, cancel);
        await work.ExecuteAsync("DELETE FROM section WHERE code = @code", new { code }, cancel);
    }

    /// <summary>Lets a person belong to these sections and no others.</summary>
    public static async Task SetBelongingsAsync(UnitOfWork work, string account, IReadOnlyList<string> sections, CancellationToken cancel)
    {
        await work.ExecuteAsync("DELETE FROM account_section WHERE account_id = @account", new { account }, cancel);
        foreach (var section in sections)
        {
            await work.ExecuteAsync("INSERT INTO account_section (account_id, section) VALUES (@account, @section)", new { account, section }, cancel);
        }
    }
}

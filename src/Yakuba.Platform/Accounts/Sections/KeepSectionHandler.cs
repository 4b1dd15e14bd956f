using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Sections;

/// <summary>Adds and changes sections.</summary>
public sealed class KeepSectionHandler(Database database, SectionList sections, AuditTrail audit)
{
    /// <summary>Adds a section.</summary>
    public Task<Result<Section>> AddAsync(KeepSection request, Actor by, CancellationToken cancel) => RunAsync(request, isNew: true, by, cancel);

    /// <summary>Changes a section; its code stays.</summary>
    public Task<Result<Section>> ChangeAsync(KeepSection request, Actor by, CancellationToken cancel) => RunAsync(request, isNew: false, by, cancel);

    private async Task<Result<Section>> RunAsync(KeepSection request, bool isNew, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var all = await sections.ListAsync(work, cancel);
        var before = all.FirstOrDefault(s => s.Code == request.Code);
        if (isNew ? before is not null : before is null)
        {
            return isNew ? AccountsProblems.SectionTaken.With(request.Code) : AccountsProblems.UnknownSection.With(request.Code);
        }

        if (Check(request, all) is { } problem)
        {
            return problem;
        }

        var name = SectionList.Clean(request.Name);
        var old = (before?.OldNames ?? []).Concat((request.OldNames ?? []).Select(SectionList.Clean)).ToHashSet();
        if (before is not null && before.Name != name)
        {
            old.Add(before.Name);
        }

        old.Remove(name);
        old.Remove("");
        var section = new Section(request.Code, name, SectionList.Clean(request.Kana), request.Parent, request.ValidFrom, request.ValidTo, [.. old.Order(StringComparer.Ordinal)],
            request.Contact is null ? before?.Contact ?? "" : SectionList.Clean(request.Contact));
        await Sql.StoreAsync(work, section, cancel);
        await audit.AppendAsync(work, by, isNew ? "section-added" : "section-changed", new JsonObject { ["section"] = section.Code, ["renamed"] = before is not null && before.Name != name }, cancel);
        await work.CommitAsync(cancel);
        return section;
    }

    private static Problem? Check(KeepSection request, IReadOnlyList<Section> all)
    {
        var codeFits = request.Code.Length is > 0 and <= 20 && request.Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        var nameFits = SectionList.Clean(request.Name).Length is > 0 and <= 60 && request.Kana.Length <= 120 && (request.Contact ?? "").Length <= 120
            && (request.OldNames ?? []).All(o => SectionList.Clean(o).Length <= 60);
        var parentFits = request.Parent.Length == 0 || (all.Any(s => s.Code == request.Parent) && !IsUnder(all, request.Parent, request.Code));
        return !codeFits || !nameFits || !parentFits ? AccountsProblems.SectionForm
            : request.ValidFrom is { } from && request.ValidTo is { } to && to <= from ? AccountsProblems.SectionDates
            : null;
    }

    // A section must not stand above itself.
    private static bool IsUnder(IReadOnlyList<Section> all, string code, string above)
    {
        for (var (at, steps) = (code, 0); at.Length > 0 && steps <= all.Count; steps++)
        {
            if (at == above)
            {
                return true;
            }

            at = all.FirstOrDefault(s => s.Code == at)?.Parent ?? "";
        }

        return false;
    }
}

file static class Sql
{
    internal static async Task StoreAsync(UnitOfWork work, Section section, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "INSERT INTO section (code, name, kana, parent, valid_from, valid_to, contact) VALUES (@Code, @Name, @Kana, @Parent, @From, @To, @Contact) "
            + "ON CONFLICT (code) DO UPDATE SET name = excluded.name, kana = excluded.kana, parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to, contact = excluded.contact",
            new { section.Code, section.Name, section.Kana, section.Parent, From = section.ValidFrom?.ToStore() ?? "", To = section.ValidTo?.ToStore() ?? "", section.Contact },
            cancel);
        await work.ExecuteAsync("DELETE FROM section_old_name WHERE code = @Code", new { section.Code }, cancel);
        foreach (var name in section.OldNames)
        {
            await work.ExecuteAsync("INSERT INTO section_old_name (code, name) VALUES (@Code, @name)", new { section.Code, name }, cancel);
        }
    }
}

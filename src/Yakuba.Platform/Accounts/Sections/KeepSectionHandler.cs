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

        if (SectionRules.Check(request, all) is { } problem)
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
            request.Contact is null ? before?.Contact ?? "" : SectionList.Clean(request.Contact)) { Successor = before?.Successor ?? "" };
        await SectionRows.PutAsync(work, section, cancel);
        await audit.AppendAsync(work, by, isNew ? "section-added" : "section-changed", new JsonObject { ["section"] = section.Code, ["renamed"] = before is not null && before.Name != name }, cancel);
        await work.CommitAsync(cancel);
        return section;
    }
}

using System.Globalization;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>What the pages of reorganisations show.</summary>
internal sealed class ReorganiseModels(Database database, SectionList sections, PeopleList people, LibraryCatalogue catalogue, TimeProvider time)
{
    /// <summary>The first page.</summary>
    internal async Task<ReorganisePageModel> PageAsync(Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var all = await sections.ListAsync(read, cancel);
        var names = await people.NamesAsync(read, cancel);
        var today = time.Today();
        return new ReorganisePageModel(
            [.. all.Where(s => s.StandsOn(today)).Select(s => new Choice(s.Code, s.Name))],
            [.. (await ReorganisationStore.ListAsync(read, cancel)).Select(r => new ReorganisationLine(
                r.Number,
                r.State,
                ReorganiseWords.Title(r.Request, all, words),
                r.Request.Day,
                r.State is "done" or "undone" && r.Request.Kind != ReorganisationKind.Rename ? words[$"文書 {r.Documents}件、職員 {r.People}人", $"{r.Documents} documents, {r.People} people"] : "",
                $"{names.GetValueOrDefault(r.MadeBy, "")} {words.Moment(r.MadeAt)}".Trim(),
                r.Problem))],
            today);
    }

    /// <summary>The page of what a split may take along; null when there is no such section.</summary>
    internal async Task<SplitPageModel?> SplitAsync(string section, ReorganiseForm? typed, Principal reader, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var all = await sections.ListAsync(read, cancel);
        if (all.FirstOrDefault(s => s.Code == section) is not { } split)
        {
            return null;
        }

        var today = time.Today();
        var newest = (await catalogue.AllAsync(reader, cancel)).Where(c => c.Rights.Section == section).GroupBy(c => c.Rights.DocumentId).Select(g => g.MaxBy(c => c.Ordinal)!).ToList();
        var owned = await read.CountAsync("SELECT count(*) FROM document d WHERE d.section = @section AND EXISTS (SELECT 1 FROM version v WHERE v.document_id = d.id AND v.indexed = 1)", new { section }, cancel);
        return new SplitPageModel(
            section,
            split.Name,
            [.. all.Where(s => s.Code != section && s.StandsOn(today)).Select(s => new Choice(s.Code, s.Name))],
            [.. newest.OrderBy(c => c.Title, StringComparer.Ordinal).Select(c => new SplitDocument(c.Number.ToString(CultureInfo.InvariantCulture), c.Title, c.KindWord, c.Rights.State))],
            (int)owned - newest.Count,
            [.. (await people.ListAsync(read, cancel)).Where(p => p.Sections.Contains(section)).Select(p => new Choice(p.UserName, p.DisplayName))],
            typed ?? new ReorganiseForm("split", [section], "", "", "", today.ToStore()));
    }

    /// <summary>The page of a plan.</summary>
    internal PlanPageModel Plan(ReorganisationPlan plan, ReorganiseForm form, Words words) => new(
        ReorganiseWords.Title(plan.Request, plan.Sections, words),
        plan.Request.Day,
        plan.Request.Day > time.Today(),
        ReorganiseWords.Facts(plan, words),
        ReorganiseWords.Notes(plan, words),
        form,
        plan.Fingerprint);
}

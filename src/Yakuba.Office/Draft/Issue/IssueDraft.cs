using System.Globalization;
using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Text;

namespace Yakuba.Office.Draft.Issue;

/// <summary>Sends an approved draft (施行): it gets its number and its day, and is never changed again.</summary>
internal sealed class IssueDraftHandler(DraftChanges changes, RegulationStore regulations, TemplateStore templates, HouseFacts house, TimeProvider time)
{
    private const string Place = "{番号}";

    /// <summary>Issues it today. The number is counted in the same transaction: where the transaction fails, no number is used up.</summary>
    internal Task<Result<DraftCard>> HandleAsync(Guid draft, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        draft,
        new DraftChange(
            DraftActions.Issued,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Approved],
            async (work, card, stop) =>
            {
                // The state says so already; what is sent in the municipality's name is looked at once more.
                var steps = (await StepRows.OfAsync(work, card.Id, stop)).Where(s => s.Round == card.Round).ToList();
                if (steps.Count == 0 || steps.Exists(s => s.State != StepState.Approved || s.Version != card.Version))
                {
                    return DraftProblems.NotApproved;
                }

                if (!(await SeriesAsync(work, card, stop)).TryGet(out var series, out var problem))
                {
                    return problem;
                }

                var number = series.Pattern.Length == 0 ? 0 : await work.CountAsync(
                    "INSERT INTO draft_series (series, year, last) VALUES (@Pattern, @Year, 1) ON CONFLICT (series, year) DO UPDATE SET last = draft_series.last + 1 RETURNING last",
                    new { series.Pattern, Year = (long)series.Year },
                    stop);
                var written = series.Pattern.Replace(Place, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
                await work.ExecuteAsync(
                    "INSERT INTO draft_issue (draft, series, year, number, written, issued_on, issued_at, issued_by) VALUES (@id, @Pattern, @Year, @number, @written, @on, @at, @by)",
                    new { id = DraftRows.Key(card.Id), series.Pattern, Year = (long)series.Year, number, written, on = time.Today().ToStore(), at = time.GetUtcNow().ToStore(), by = who.UserId },
                    stop);
                await work.ExecuteAsync("UPDATE draft SET words = words || @added WHERE id = @id", new { id = DraftRows.Key(card.Id), added = "\n" + written }, stop);
                await DraftWriting.SetStateAsync(work, card, DraftState.Issued, stop);
                return new JsonObject { ["version"] = card.Version, ["document-number"] = written, ["year"] = series.Year };
            }),
        who,
        by,
        cancel);

    /// <summary>The number with its place left open, and the year in which it is counted: the rule for the kind, else that for all others, else the template's own.</summary>
    private async Task<Result<Series>> SeriesAsync(Session session, DraftCard card, CancellationToken cancel)
    {
        if (!(await regulations.NowAsync(session, cancel)).TryGet(out var regulation, out var problem))
        {
            return problem;
        }

        var own = (await templates.FindAsync(session, card.Template, cancel)).Match(t => t.Template.Number, _ => "");
        var rule = regulation.Numbers.GetValueOrDefault(card.Kind) ?? (own.Length > 0 ? regulation.Numbers.GetValueOrDefault("*") : null) ?? new NumberRule(own, false);
        var today = time.Today();
        var year = rule.IsByCalendarYear || today.Month >= 4 ? today.Year : today.Year - 1;
        var known = new Dictionary<string, string>(await house.OfAsync(session, card.Section, "", cancel))
        {
            ["番号"] = Place, ["年"] = today.Year.ToString(CultureInfo.InvariantCulture), ["年度"] = Era.Reiwa.YearOf(new DateOnly(year, 4, 1)).ToString(CultureInfo.InvariantCulture),
        };
        if (regulation.ShortNames.TryGetValue(card.Section, out var shortName))
        {
            known["課略"] = shortName;
        }

        var cut = DraftTemplate.Cut(rule.Pattern).ToList();
        return cut.Where(p => p.IsField && !known.ContainsKey(p.Text)).Select(p => p.Text).FirstOrDefault() is { } unknown
            ? DraftProblems.NumberUnfilled.With(unknown)
            : new Series(string.Concat(cut.Select(p => p.IsField ? known[p.Text] : p.Text)), year);
    }

    private sealed record Series(string Pattern, int Year);
}

using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.Approve;

/// <summary>Gathers what the page of a draft shows of its way round.</summary>
internal sealed class ApprovalModels(RegulationStore regulations, SectionList sections, PeopleList people, TimeProvider time)
{
    internal async Task<ApprovalModel> OfAsync(Session read, DraftCard card, Principal reader, Words words, CancellationToken cancel)
    {
        var steps = await StepRows.OfAsync(read, card.Id, cancel);
        var accounts = (await people.ListAsync(read, cancel)).ToDictionary(a => a.Id);
        var open = card.State == DraftState.Circulating ? StepRows.Open(steps, card.Round) : [];
        var own = open.FirstOrDefault(s => s.Person == reader.UserId) ?? open.FirstOrDefault(s => s.Deputy == reader.UserId);
        var maySubmit = card.State is DraftState.Writing or DraftState.Returned && card.MayBeWrittenBy(reader);
        var regulation = maySubmit ? (await regulations.NowAsync(read, cancel)).Match(r => r, _ => Regulation.None) : Regulation.None;
        return new ApprovalModel([.. steps.Where(s => s.Round == card.Round && card.State is not (DraftState.Writing or DraftState.Returned)).Select(s => Row(s, open, accounts, words))])
        {
            MayDecide = own is not null,
            InSteadOf = own is not null && own.Person != reader.UserId ? Name(accounts, own.Person) : "",
            MaySubmit = maySubmit,
            MayPullBack = card.State == DraftState.Circulating && card.MayBeWrittenBy(reader),
            MayIssue = card.State == DraftState.Approved && card.MayBeWrittenBy(reader),
            Routes = [.. regulation.RouteNames.Select(r => new Choice(r, r))],
            Sections = regulation.Routes.ContainsKey(Regulation.Consulted) ? [.. (await sections.ListAsync(read, cancel)).Where(s => s.Code != card.Section && s.StandsOn(time.Today())).Select(s => new Choice(s.Code, s.Name))] : [],
            Past =
            [
                .. steps.Where(s => s.DecidedAt is not null).OrderByDescending(s => s.DecidedAt).Select(s => new TimelineLine(
                    words.Moment(s.DecidedAt!.Value),
                    $"{s.Post} {StateWord(s, words)}（{words[$"第{s.Version}版", $"version {s.Version}"]}）",
                    s.IsByDeputy ? words[$"{Name(accounts, s.DecidedBy)}（{Name(accounts, s.Person)}の代決）", $"{Name(accounts, s.DecidedBy)} for {Name(accounts, s.Person)}"] : Name(accounts, s.DecidedBy),
                    s.Remark)),
            ],
        };
    }

    private StepRow Row(RouteStep step, IReadOnlyList<RouteStep> open, Dictionary<string, Account> accounts, Words words)
    {
        var isNow = open.Contains(step);
        var isLate = isNow && step.Due is { } due && due < time.Today();
        return new StepRow(
            step.Post,
            Name(accounts, step.Person),
            Name(accounts, step.Deputy),
            step.Kind switch { StepKind.Consult => words["合議", "View"], StepKind.Decide => words["決裁", "Last word"], _ => words["承認", "Approval"] },
            isLate ? words["期限を過ぎています", "Overdue"] : isNow ? words["今ここ", "Here now"] : StateWord(step, words),
            isLate || step.State == StepState.Returned ? Tone.Bad : isNow ? Tone.Brand : step.State == StepState.Approved ? Tone.Good : Tone.Plain,
            step.DecidedAt is { } at ? words.Moment(at) : step.Due is { } by ? words[$"{words.Day(by)}まで", $"by {words.Day(by)}"] : "",
            isNow && accounts.GetValueOrDefault(step.Person) is not { IsActive: true });
    }

    private static string StateWord(RouteStep step, Words words) => step.State switch
    {
        StepState.Approved => step.IsByDeputy ? words["代決", "Approved in stead"] : words["承認", "Approved"],
        StepState.Returned => words["差戻し", "Sent back"],
        StepState.Void => words["取消し", "Void"],
        _ => words["まだ", "Not yet"],
    };

    private static string Name(Dictionary<string, Account> accounts, string id) => accounts.GetValueOrDefault(id)?.DisplayName ?? "";
}

using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Tests.Draft;

/// <summary>A town of drafts with rules: nishi writes; mizuno is 係長, kudo 課長 (deputy mizuno), mayor 町長 (deputy kudo); oota is 課長 of 福祉課.</summary>
internal sealed class ApprovalTown : IAsyncDisposable
{
    internal const string Posts = "税務課 係長 mizuno\n税務課　課長　kudo　代決　mizuno\n福祉課 課長 oota\n全体 町長 mayor 代決 kudo\n";
    internal const string Routes = "課長決裁：係長（2日）→課長\n町長決裁：課長決裁→町長（3日）\n合議：課長\n";
    internal const string Numbers = "＊＝{団体略}{課略}第{番号}号\n告示＝桜木町告示第{番号}号（暦年）\n略称 福祉課＝福\n";

    private ApprovalTown(DraftTown drafts) => Drafts = drafts;

    internal DraftTown Drafts { get; }

    internal static async Task<ApprovalTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite, bool mayApproveOwn = false)
    {
        var town = new ApprovalTown(await DraftTown.OpenAsync(engine));
        await town.Drafts.Town.AddPersonAsync("oota", Role.SectionHead, "060", Label.Restricted);
        await town.Drafts.Town.AddPersonAsync("mayor", Role.SectionHead, "900", Label.Restricted);
        Assert.True((await town.RegulateAsync(mayApproveOwn: mayApproveOwn)).IsSuccess);
        return town;
    }

    internal Task<Result<Regulation>> RegulateAsync(string posts = Posts, string routes = Routes, string numbers = Numbers, bool mayApproveOwn = false) =>
        Drafts.Town.Get<RegulationStore>().SetAsync(new RegulationText(posts, routes, numbers, mayApproveOwn), Actor.Console("test"), default);

    internal async Task<DraftCard> BeginAsync(string user = "nishi", string template = "notice", Label label = Label.Internal)
    {
        var facts = template == "notice" ? DraftTown.Notice.ToDictionary(f => f.Name, f => f.Value)
            : new Dictionary<string, string> { ["根拠"] = "道路法第18条第2項", ["決めたこと"] = "町道の供用を開始する", ["内容"] = "町道中央線", ["発信者の氏名"] = "山田　太郎" };
        var (who, by) = await WhoAsync(user);
        return (await Drafts.Town.Get<CreateDraftHandler>().HandleAsync(new CreateDraft(template, "", label, facts), who, by, default)).Value;
    }

    internal async Task<Result<DraftCard>> SubmitAsync(DraftCard card, string user = "nishi", string route = "課長決裁", params string[] consulted)
    {
        var (who, by) = await WhoAsync(user);
        return await Drafts.Town.Get<SubmitDraftHandler>().HandleAsync(new SubmitDraft(card.Id, (await Drafts.CardAsync(card.Id)).Version, route, consulted), who, by, default);
    }

    internal async Task<Result<DraftCard>> DecideAsync(DraftCard card, string user, bool isApproved = true, string remark = "", int? version = null)
    {
        var (who, by) = await WhoAsync(user);
        return await Drafts.Town.Get<DecideDraftHandler>().HandleAsync(new DecideDraft(card.Id, version ?? (await Drafts.CardAsync(card.Id)).Version, isApproved, remark), who, by, default);
    }

    internal async Task<Result<DraftCard>> PullBackAsync(DraftCard card, string user = "nishi")
    {
        var (who, by) = await WhoAsync(user);
        return await Drafts.Town.Get<PullBackDraftHandler>().HandleAsync(card.Id, who, by, default);
    }

    internal async Task<Result<DraftCard>> ReviseAsync(DraftCard card, string subject, string user = "nishi")
    {
        var (who, by) = await WhoAsync(user);
        var parts = new Dictionary<PartRole, string> { [PartRole.Subject] = subject };
        return await Drafts.Town.Get<ReviseDraftHandler>().HandleAsync(new ReviseDraft(card.Id, (await Drafts.CardAsync(card.Id)).Version, parts, new Dictionary<string, string>()), who, by, default);
    }

    internal async Task<Result<DraftCard>> IssueAsync(DraftCard card, string user = "nishi")
    {
        var (who, by) = await WhoAsync(user);
        return await Drafts.Town.Get<IssueDraftHandler>().HandleAsync(card.Id, who, by, default);
    }

    /// <summary>A draft that went all its way.</summary>
    internal async Task<DraftCard> ApprovedAsync(string template = "notice")
    {
        var card = await BeginAsync(template: template);
        Assert.True((await SubmitAsync(card)).IsSuccess);
        Assert.True((await DecideAsync(card, "mizuno")).IsSuccess);
        Assert.Equal(Yakuba.Office.Draft.DraftState.Approved, (await DecideAsync(card, "kudo")).Value.State);
        return card;
    }

    internal async Task<string> NumberAsync(DraftCard card)
    {
        await using var read = await Drafts.Town.Database.ReadAsync();
        return (await IssuedDraft.OfAsync(read, card.Id, default))?.Written ?? "";
    }

    internal Task DisableAsync(string user) => Drafts.Town.Get<KeepPeopleHandler>().SetStateAsync(user, false, Actor.Console("test"), default);

    internal async Task<(Principal Who, Actor By)> WhoAsync(string user)
    {
        var who = await Drafts.Town.PrincipalAsync(user);
        return (who, who.ToActor("test"));
    }

    public ValueTask DisposeAsync() => Drafts.DisposeAsync();
}

using System.Net;
using Yakuba.Office.Draft;
using Yakuba.Office.Draft.Approve;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>決裁: a draft goes its way round and comes out approved as it stands, or not at all. The town's day is 2026-11-21.</summary>
public sealed class ApprovalTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_draft_goes_round_in_order_with_another_sections_view_and_is_issued_with_its_number(StorageEngine engine)
    {
        await using var town = await ApprovalTown.OpenAsync(engine);
        var card = await town.BeginAsync();
        Assert.True((await town.SubmitAsync(card, "nishi", "町長決裁", "060")).IsSuccess);

        Assert.Equal("draft-not-your-turn", (await town.DecideAsync(card, "nishi")).Problem?.Name);
        Assert.Equal("draft-not-your-turn", (await town.DecideAsync(card, "mayor")).Problem?.Name);
        foreach (var next in new[] { "mizuno", "kudo", "oota" })
        {
            Assert.Equal(DraftState.Circulating, (await town.DecideAsync(card, next)).Value.State);
            Assert.Equal("draft-wrong-state", (await town.IssueAsync(card)).Problem?.Name);
        }

        Assert.Equal(DraftState.Approved, (await town.DecideAsync(card, "mayor", remark: "よろしく")).Value.State);
        Assert.Equal(DraftState.Issued, (await town.IssueAsync(card)).Value.State);
        Assert.Equal("桜町税第1号", await town.NumberAsync(card));
        Assert.Equal(
            [DraftActions.Regulated, DraftActions.Created, DraftActions.Submitted, DraftActions.StepApproved, DraftActions.StepApproved, DraftActions.StepApproved, DraftActions.StepApproved, DraftActions.Issued],
            await town.Drafts.DraftActionsAsync());
        using var nishi = await town.Drafts.ClerkAsync("nishi");
        var page = await nishi.PageAsync($"/drafts/{card.Id}");
        Assert.Contains("桜町税第1号", page);
        Assert.Contains("令和8年11月21日", page);
        Assert.DoesNotContain("/edit\"", page);
        Assert.Equal("draft-wrong-state", (await town.ReviseAsync(card, "あとから")).Problem?.Name);
        Assert.Equal("draft-wrong-state", (await town.IssueAsync(card)).Problem?.Name);
    }

    [Fact]
    public async Task A_changed_text_needs_approval_anew()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.ApprovedAsync();

        Assert.Equal(DraftState.Writing, (await town.ReviseAsync(card, "決裁のあとに変えた件名")).Value.State);

        Assert.Equal("draft-wrong-state", (await town.IssueAsync(card)).Problem?.Name);
        await town.SubmitAsync(card);
        await town.DecideAsync(card, "mizuno");
        Assert.Equal("draft-wrong-state", (await town.IssueAsync(card)).Problem?.Name);
        await town.DecideAsync(card, "kudo");
        Assert.True((await town.IssueAsync(card)).IsSuccess);
    }

    [Fact]
    public async Task A_state_that_was_written_into_the_store_is_not_believed_without_its_approvals()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync();
        await town.SubmitAsync(card);
        await using (var work = await town.Drafts.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE draft SET state = 'approved'");
            await work.CommitAsync();
        }

        Assert.Equal("draft-not-approved", (await town.IssueAsync(card)).Problem?.Name);
        Assert.Equal("", await town.NumberAsync(card));
    }

    [Fact]
    public async Task Sent_back_with_a_reason_it_is_changed_and_goes_round_anew()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync();
        await town.SubmitAsync(card);
        await town.DecideAsync(card, "mizuno");
        Assert.Equal("draft-remark-length", (await town.DecideAsync(card, "kudo", false)).Problem?.Name);

        Assert.Equal(DraftState.Returned, (await town.DecideAsync(card, "kudo", false, "日時を確かめること")).Value.State);

        using var nishi = await town.Drafts.ClerkAsync("nishi");
        Assert.Contains("日時を確かめること", await nishi.PageAsync($"/drafts/{card.Id}"));
        await town.ReviseAsync(card, "直した件名");
        Assert.Equal(2, (await town.SubmitAsync(card)).Value.Round);
        Assert.Equal("draft-not-your-turn", (await town.DecideAsync(card, "oota")).Problem is { Name: "draft-no-such-draft" } ? "draft-not-your-turn" : "");
        Assert.Equal("draft-changed-meanwhile", (await town.DecideAsync(card, "mizuno", version: 1)).Problem?.Name);
        Assert.Equal(DraftState.Circulating, (await town.DecideAsync(card, "mizuno")).Value.State);
    }

    [Fact]
    public async Task Taken_back_it_is_nobodys_turn_any_more()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync();
        await town.SubmitAsync(card);
        Assert.Equal("draft-wrong-state", (await town.ReviseAsync(card, "決裁中に変える")).Problem?.Name);

        Assert.Equal(DraftState.Writing, (await town.PullBackAsync(card)).Value.State);

        Assert.Equal("draft-wrong-state", (await town.DecideAsync(card, "mizuno")).Problem?.Name);
        Assert.Empty(await town.Drafts.Town.Get<WaitingList>().OfAsync((await town.WhoAsync("mizuno")).Who, default));
    }

    [Fact]
    public async Task A_deputy_decides_in_anothers_stead_and_both_are_told()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync();
        await town.SubmitAsync(card);
        await town.DecideAsync(card, "mizuno");

        Assert.Equal(DraftState.Approved, (await town.DecideAsync(card, "mizuno")).Value.State); // now for kudo

        using var nishi = await town.Drafts.ClerkAsync("nishi");
        Assert.Contains("mizuno（kudoの代決）", await nishi.PageAsync($"/drafts/{card.Id}"));
    }

    [Fact]
    public async Task An_approver_who_has_left_stops_a_new_round_and_a_deputy_ends_one_on_its_way()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync();
        await town.SubmitAsync(card);
        await town.DecideAsync(card, "mizuno");
        await town.DisableAsync("kudo");

        using var nishi = await town.Drafts.ClerkAsync("nishi");
        Assert.Contains("この人は今は利用していません", await nishi.PageAsync($"/drafts/{card.Id}"));
        Assert.Equal(DraftState.Approved, (await town.DecideAsync(card, "mizuno")).Value.State);
        var problem = (await town.SubmitAsync(await town.BeginAsync())).Problem;
        Assert.Equal(("draft-approver-gone", "課長: kudo"), (problem?.Name, problem?.Detail));
    }

    [Theory]
    [InlineData(ApprovalTown.Posts, "甲：乙→課長\n乙：甲→係長", "draft-route-loops")]
    [InlineData(ApprovalTown.Posts, "甲：甲", "draft-route-loops")]
    [InlineData(ApprovalTown.Posts, "甲：係長→", "draft-route-form")]
    [InlineData(ApprovalTown.Posts, "係長→課長", "draft-route-form")]
    [InlineData("税務課 係長 nobody", ApprovalTown.Routes, "draft-post-person")]
    [InlineData("水道局 係長 mizuno", ApprovalTown.Routes, "accounts-unknown-section")]
    [InlineData("税務課 係長", ApprovalTown.Routes, "draft-post-form")]
    [InlineData("税務課 係長 mizuno\n040 係長 kudo", ApprovalTown.Routes, "draft-post-twice")]
    public async Task Rules_that_cannot_be_followed_are_refused_and_the_old_ones_stay(string posts, string routes, string problem)
    {
        await using var town = await ApprovalTown.OpenAsync();
        Assert.Equal(problem, (await town.RegulateAsync(posts, routes)).Problem?.Name);
        Assert.True((await town.SubmitAsync(await town.BeginAsync())).IsSuccess);
    }

    [Theory]
    [InlineData("＊＝{団体略}号")]
    [InlineData("＊＝{番号}{番号}")]
    [InlineData("＊＝{市の名}第{番号}号")]
    [InlineData("略称 水道局＝水")]
    [InlineData("ただの文")]
    public async Task Numbers_that_cannot_be_written_are_refused(string numbers)
    {
        await using var town = await ApprovalTown.OpenAsync();
        Assert.Equal("draft-number-form", (await town.RegulateAsync(numbers: numbers)).Problem?.Name);
    }

    [Theory]
    [InlineData("町長決裁：係長→部長→町長", "町長決裁", "draft-route-nobody", "税務課の部長")]
    [InlineData("往復：係長→課長→係長", "往復", "draft-route-loops", "往復: 係長、係長")]
    [InlineData("課長決裁：課長", "ない経路", "draft-no-such-route", "ない経路")]
    public async Task A_route_that_nobody_can_go_is_named_and_nothing_is_sent(string routes, string route, string name, string detail)
    {
        await using var town = await ApprovalTown.OpenAsync();
        Assert.True((await town.RegulateAsync(routes: routes)).IsSuccess);
        var card = await town.BeginAsync();

        var problem = (await town.SubmitAsync(card, "nishi", route)).Problem;

        Assert.Equal((name, detail), (problem?.Name, problem?.Detail));
        Assert.Equal((DraftState.Writing, 0), ((await town.Drafts.CardAsync(card.Id)).State, (await town.Drafts.CardAsync(card.Id)).Round));
    }

    [Fact]
    public async Task Nobody_has_the_last_word_on_the_own_draft_unless_the_rules_say_so()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var own = await town.BeginAsync("kudo");
        Assert.Equal("draft-own-approval", (await town.SubmitAsync(own, "kudo")).Problem?.Name);
        Assert.True((await town.SubmitAsync(own, "kudo", "町長決裁")).IsSuccess); // passes by the own post
        await town.DecideAsync(own, "mizuno");
        Assert.Equal("draft-own-approval", (await town.DecideAsync(own, "kudo")).Problem?.Name); // nor in the mayor's stead
        Assert.Equal(DraftState.Approved, (await town.DecideAsync(own, "mayor")).Value.State);

        await using var other = await ApprovalTown.OpenAsync(mayApproveOwn: true);
        var card = await other.BeginAsync("kudo");
        Assert.True((await other.SubmitAsync(card, "kudo")).IsSuccess);
        await other.DecideAsync(card, "mizuno");
        Assert.Equal(DraftState.Approved, (await other.DecideAsync(card, "kudo")).Value.State);
    }

    [Fact]
    public async Task Those_on_the_route_read_the_draft_from_then_on_and_it_waits_in_their_list()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.BeginAsync(label: Label.Section);
        using var mayor = await town.Drafts.ClerkAsync("mayor");
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.Browser.GetAsync($"/drafts/{card.Id}")).StatusCode);
        using var oota = await town.Drafts.ClerkAsync("oota");

        await town.SubmitAsync(card, "nishi", "町長決裁");

        Assert.Contains("秋の一斉清掃", await mayor.PageAsync($"/drafts/{card.Id}"));
        Assert.Contains("決裁を待っている起案はありません", await mayor.PageAsync("/drafts/waiting"));
        Assert.Equal(HttpStatusCode.NotFound, (await oota.Browser.GetAsync($"/drafts/{card.Id}")).StatusCode);
        using var mizuno = await town.Drafts.ClerkAsync("mizuno");
        var list = await mizuno.PageAsync("/drafts/waiting");
        Assert.Contains("秋の一斉清掃", list);
        Assert.Contains("令和8年11月23日", list);
        Assert.Contains("y-nav-count\">1<", list);
        Assert.Equal(HttpStatusCode.Redirect, (await mizuno.PostAsync($"/drafts/{card.Id}/decide", ("act", "approve"), ("version", "1"), ("remark", ""))).Status);
        Assert.DoesNotContain("秋の一斉清掃", await (await town.Drafts.ClerkAsync("mayor")).PageAsync("/drafts/waiting"));
        town.Drafts.Town.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Contains("秋の一斉清掃", await (await town.Drafts.ClerkAsync("kudo")).PageAsync("/drafts/waiting"));
    }

    [Fact]
    public async Task A_deputy_who_may_not_read_a_draft_is_not_put_on_its_route()
    {
        await using var town = await ApprovalTown.OpenAsync();
        Assert.True((await town.RegulateAsync(posts: "税務課 課長 sato 代決 mizuno", routes: "課長決裁：課長")).IsSuccess);
        var card = await town.BeginAsync("kudo", label: Label.Restricted);

        Assert.True((await town.SubmitAsync(card, "kudo")).IsSuccess);

        Assert.Equal("draft-no-such-draft", (await town.DecideAsync(card, "mizuno")).Problem?.Name);
        Assert.Equal(DraftState.Approved, (await town.DecideAsync(card, "sato")).Value.State);
    }

    [Fact]
    public async Task What_is_not_filled_in_is_not_sent_round_and_one_who_may_not_read_it_is_not_asked()
    {
        await using var town = await ApprovalTown.OpenAsync();
        using var nishi = await town.Drafts.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync(facts: [("宛先", "各町内会長")]);
        var (status, page, _) = await nishi.PostAsync($"/drafts/{draft}/submit", ("version", "1"), ("route", "課長決裁"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("まだ埋まっていない項目があるため", page);

        Assert.Equal("draft-approver-may-not", (await town.SubmitAsync(await town.BeginAsync("kudo", label: Label.Restricted), "kudo", "町長決裁")).Problem?.Name); // mizuno may not read 機密性3
    }
}

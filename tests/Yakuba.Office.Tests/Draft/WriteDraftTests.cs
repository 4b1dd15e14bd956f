using System.Net;
using Yakuba.Office.Draft;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>From a kind and its facts to a text, and the text through its versions, as a person does it at the pages. The town's day is 2026-11-21.</summary>
public sealed class WriteDraftTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_draft_is_made_from_facts_changed_and_found_again_and_each_change_is_in_the_record(StorageEngine engine)
    {
        await using var town = await DraftTown.OpenAsync(engine);
        using var nishi = await town.ClerkAsync("nishi");

        var draft = await nishi.BeginAsync();

        var page = await nishi.PageAsync($"/drafts/{draft}");
        foreach (var words in new[] { "各町内会長", "　様", "桜木町長", "秋の一斉清掃", "について（通知）", "令和8年11月29日（日曜日）", "起案中", "第1版" })
        {
            Assert.Contains(words, page);
        }

        Assert.DoesNotContain("連絡先　", page); // the section told no contact, so the line that asks for it is left out
        Assert.DoesNotContain("まだ埋まっていない項目", page);
        var (status, _, location) = await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-subject", "秋の一斉清掃の実施について（通知）"), ("fact-場所", "中央公園"));
        Assert.Equal((HttpStatusCode.Redirect, $"/drafts/{draft}?done=saved"), (status, location));

        page = await nishi.PageAsync($"/drafts/{draft}");
        Assert.Contains("中央公園", page);
        Assert.Contains("data-origin=\"own\"", page);
        Assert.Contains("各町内会の区域", await nishi.PageAsync($"/drafts/{draft}?version=1"));
        Assert.Contains("秋の一斉清掃の実施について", await nishi.PageAsync("/drafts?q=" + Uri.EscapeDataString("中央公園")));
        Assert.DoesNotContain("一斉清掃", await nishi.PageAsync("/drafts?q=" + Uri.EscapeDataString("各町内会の区域")));
        Assert.DoesNotContain("一斉清掃", await nishi.PageAsync("/drafts?state=issued"));
        Assert.Equal([DraftActions.Created, DraftActions.Revised], await town.DraftActionsAsync());
        Assert.Empty(town.Town.Errors.Lines);
    }

    [Fact]
    public async Task What_is_missing_is_named_until_it_is_filled_in()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync(facts: [("宛先", "各町内会長"), ("事業名", "秋の一斉清掃")]);
        Assert.Contains("まだ埋まっていない項目", await nishi.PageAsync($"/drafts/{draft}"));

        await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("fact-趣旨", "町をきれいにするためです。"));

        Assert.DoesNotContain("まだ埋まっていない項目", await nishi.PageAsync($"/drafts/{draft}"));
    }

    [Fact]
    public async Task Looking_saves_nothing_and_shows_what_would_be_saved()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync();

        var (status, page, _) = await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "look"), ("part-body", "連絡先は、佐々木健（電話090-0111-2222）です。"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("佐々木健", page);
        Assert.Contains("個人情報と思われるもの（氏名、電話番号）", page);
        Assert.Equal(1, (await town.CardAsync(draft)).Version);
    }

    [Fact]
    public async Task Who_saves_over_another_is_told_and_loses_nothing()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        using var mizuno = await town.ClerkAsync("mizuno");
        var draft = await nishi.BeginAsync();
        await mizuno.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-subject", "水野の件名"));

        var (status, page, _) = await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-subject", "西の件名"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("ほかの人がこの起案を保存しました", page);
        Assert.Contains("西の件名", page);
        Assert.Equal("水野の件名", (await town.CardAsync(draft)).Title);
    }

    [Theory]
    [InlineData("notice", "機密性1", "日にち", "来月", 400, "項目の日付を読み取れません")]
    [InlineData("notice", "極秘", "場所", "公園", 400, "その公開範囲はありません")]
    [InlineData("nothing", "機密性1", "場所", "公園", 404, "その種類のひな形はありません")]
    [InlineData("notice", "機密性1", "ない項目", "x", 400, "ひな形にない項目")]
    public async Task What_cannot_be_a_draft_is_refused_and_what_was_typed_is_still_there(string template, string label, string name, string value, int status, string told)
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");

        var answer = await nishi.PostAsync("/drafts/new", ("template", template), ("label", label), ("fact-事業名", "秋の一斉清掃"), ("fact-" + name, value));

        Assert.Equal(status, (int)answer.Status);
        Assert.Contains(told, answer.Page);
        Assert.Equal(template != "nothing", answer.Page.Contains("秋の一斉清掃", StringComparison.Ordinal));
        Assert.Empty(await town.DraftActionsAsync());
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Control_characters_that_were_pasted_are_gone_from_facts_and_text(StorageEngine engine)
    {
        await using var town = await DraftTown.OpenAsync(engine);
        using var nishi = await town.ClerkAsync("nishi");

        var draft = await nishi.BeginAsync(facts: [("事業名", "秋の\u0001一斉\b清掃"), ("趣旨", "一行目\r\n二行目\u0007")]);
        await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-attachment", "別\u0002紙"), ("fact-場所", "公\u001F園"));

        await using var read = await town.Town.Database.ReadAsync();
        var version = (await Yakuba.Office.Draft.Store.DraftRows.VersionAsync(read, draft, 2, default))!;
        Assert.DoesNotContain(version.Text.AllWords + string.Concat(version.Facts.Values), c => char.IsControl(c) && c != '\n');
        Assert.Contains("秋の一斉清掃", await nishi.PageAsync("/drafts?q=" + Uri.EscapeDataString("一斉\0清掃")));
    }

    [Fact]
    public async Task What_facts_make_too_long_is_refused_at_once()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");

        Assert.Contains("件名は200文字", (await nishi.PostAsync("/drafts/new", ("template", "notice"), ("label", "機密性1"), ("fact-事業名", new string('あ', 195)))).Page);
        Assert.Contains("1行の項目は200文字", (await nishi.PostAsync("/drafts/new", ("template", "notice"), ("label", "機密性1"), ("fact-事業名", new string('あ', 201)))).Page);
        Assert.Empty(await town.DraftActionsAsync());
    }

    [Fact]
    public async Task Saving_what_was_not_changed_keeps_the_version_and_the_approval()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var card = await town.ApprovedAsync();

        Assert.Equal("draft-nothing-changed", (await town.ReviseAsync(card, card.Title)).Problem?.Name);

        Assert.Equal((DraftState.Approved, 1), ((await town.Drafts.CardAsync(card.Id)).State, (await town.Drafts.CardAsync(card.Id)).Version));
    }

    [Fact]
    public async Task A_draft_that_was_given_up_stays_readable_and_is_not_changed_any_more()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await nishi.PostAsync($"/drafts/{draft}/drop")).Status);

        Assert.Contains("取下げ", await nishi.PageAsync($"/drafts/{draft}"));
        var (status, page, _) = await nishi.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-subject", "新しい件名"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("現在: 取下げ", page);
    }
}

using System.Net;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>A draft is read by its section within its label, and by nobody else who is not on its route.</summary>
public sealed class DraftRightsTests
{
    [Theory]
    [InlineData("機密性1", "mizuno", true)]
    [InlineData("機密性2", "mizuno", true)]
    [InlineData("機密性3", "mizuno", false)]
    [InlineData("機密性3", "sato", true)]
    [InlineData("公開", "tani", false)]
    [InlineData("機密性1", "tani", false)]
    [InlineData("機密性1", "admin", false)]
    public async Task A_draft_is_read_by_its_section_within_its_label(string label, string reader, bool may)
    {
        await using var town = await DraftTown.OpenAsync();
        using var author = await town.ClerkAsync(label == "機密性3" ? "kudo" : "nishi");
        var draft = await author.BeginAsync(label: label);
        using var other = await town.ClerkAsync(reader);

        foreach (var path in new[] { $"/drafts/{draft}", $"/drafts/{draft}/edit", $"/drafts/{draft}?version=1" })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await other.Browser.GetAsync(path)).StatusCode);
        }

        var list = await other.PageAsync("/drafts?q=" + Uri.EscapeDataString("一斉清掃"));
        Assert.Equal(may, list.Contains("秋の一斉清掃について", StringComparison.Ordinal));
        Assert.Equal(may, list.Contains(">1件<", StringComparison.Ordinal));
        var (status, page, _) = await other.PostAsync($"/drafts/{draft}/edit", ("was", "1"), ("act", "save"), ("part-subject", "書き換え"));
        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("清掃", may ? "" : page);
        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, (await other.PostAsync($"/drafts/{draft}/drop")).Status);
    }

    [Fact]
    public async Task An_author_who_left_the_section_reads_within_the_label_and_changes_nothing()
    {
        await using var town = await DraftTown.OpenAsync();
        using var kudo = await town.ClerkAsync("kudo");
        var (internally, secret) = (await kudo.BeginAsync(), await kudo.BeginAsync(label: "機密性3"));
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE account SET clearance = 1 WHERE user_name = 'kudo'");
            await work.ExecuteAsync("UPDATE account_section SET section = '060' WHERE account_id = (SELECT id FROM account WHERE user_name = 'kudo')");
            await work.CommitAsync();
        }

        using var moved = await town.ClerkAsync("kudo");

        Assert.Contains("秋の一斉清掃", await moved.PageAsync($"/drafts/{internally}"));
        Assert.Contains(">1件<", await moved.PageAsync("/drafts"));
        Assert.Equal(HttpStatusCode.NotFound, (await moved.Browser.GetAsync($"/drafts/{secret}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moved.PostAsync($"/drafts/{internally}/edit", ("was", "1"), ("act", "save"), ("part-subject", "書き換え"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await moved.PostAsync($"/drafts/{internally}/drop")).Status);
    }

    [Fact]
    public async Task A_draft_above_the_writers_own_clearance_is_not_begun()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var (status, page, _) = await nishi.PostAsync("/drafts/new", ("template", "notice"), ("label", "機密性3"), ("fact-事業名", "秋の一斉清掃"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("扱える範囲より上の公開範囲", page);
    }

    [Fact]
    public async Task Nobody_drafts_for_a_section_of_others_and_an_auditor_or_resident_not_at_all()
    {
        await using var town = await DraftTown.OpenAsync();
        await town.Town.AddPersonAsync("kansa", Role.Auditor);
        using var nishi = await town.ClerkAsync("nishi");

        var (status, page, _) = await nishi.PostAsync("/drafts/new", ("template", "notice"), ("label", "機密性1"), ("section", "福祉課"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("その課の起案はできません", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await town.Town.SignInAsync("kansa")).GetAsync("/drafts")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Town.Browser().GetAsync("/drafts")).StatusCode);
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Office.Draft;
using Yakuba.Office.Draft.Templates;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Templates are changed at the page and handed on as a file; what cannot be worked with changes nothing.</summary>
public sealed partial class KeepTemplateTests
{
    [Fact]
    public async Task A_changed_template_is_used_from_then_on_and_its_change_is_in_the_record()
    {
        await using var town = await DraftTown.OpenAsync();
        using var admin = await town.ClerkAsync("admin");
        using var nishi = await town.ClerkAsync("nishi");
        var fields = Fields(await admin.PageAsync("/drafts/templates/speech")).ToDictionary(f => f.Name, f => f.Value);
        fields["subject"] = "{行事名}の挨拶（{会場}）";

        var (status, page, _) = await admin.PostAsync("/drafts/templates/speech", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("件名の{会場}", page);
        Assert.Contains("{行事名}の挨拶（{会場}）", page); // what was typed is not lost

        fields["slots"] += "\n会場｜1行｜必須";
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/drafts/templates/speech", [.. fields.Select(f => (f.Key, f.Value))])).Status);

        var draft = await nishi.BeginAsync("speech", facts: [("行事名", "敬老会"), ("会場", "公民館")]);
        Assert.Contains("敬老会の挨拶（公民館）", WithoutTags(await nishi.PageAsync($"/drafts/{draft}")));
        Assert.Equal([DraftActions.TemplateChanged, DraftActions.Created], await town.DraftActionsAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await nishi.Browser.GetAsync("/drafts/templates")).StatusCode);
    }

    [Fact]
    public async Task A_draft_keeps_its_layout_when_its_template_changes()
    {
        await using var town = await DraftTown.OpenAsync();
        using var admin = await town.ClerkAsync("admin");
        using var nishi = await town.ClerkAsync("nishi");
        var draft = await nishi.BeginAsync("proclamation", facts: [("決めたこと", "町道の供用を開始する")]);
        var fields = Fields(await admin.PageAsync("/drafts/templates/proclamation")).Append(("form", "Letter"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/drafts/templates/proclamation", [.. fields])).Status);

        Assert.Contains("data-form=\"proclamation\"", await nishi.PageAsync($"/drafts/{draft}"));
    }

    [Fact]
    public async Task A_pack_is_taken_along_and_in_and_one_bad_template_keeps_all_out()
    {
        await using var town = await DraftTown.OpenAsync();
        using var admin = await town.ClerkAsync("admin");
        var pack = await admin.Browser.GetStringAsync("/drafts/templates/pack.json");
        Assert.Equal(14, TemplatePack.Read(pack).Value.Templates.Count);
        var token = FormToken().Match(await admin.PageAsync("/drafts/templates")).Groups[1].Value;

        Assert.Equal("/drafts/templates?done=same", (await TakeAsync(pack)).Headers.Location?.ToString());
        using (var bad = await TakeAsync(pack.Replace("日頃から", "平素より", StringComparison.Ordinal).Replace("{報告事項}について", "{報告の事項}について", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
            Assert.Contains("ひな形に、どこにもない項目があります", WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync()));
        }

        Assert.DoesNotContain("平素より", await admin.Browser.GetStringAsync("/drafts/templates/pack.json"));
        Assert.Equal("/drafts/templates?done=saved", (await TakeAsync(pack.Replace("日頃から", "平素より", StringComparison.Ordinal))).Headers.Location?.ToString());
        Assert.Contains("平素より", await admin.Browser.GetStringAsync("/drafts/templates/pack.json"));
        Assert.Equal([DraftActions.TemplateChanged], await town.DraftActionsAsync());

        async Task<HttpResponseMessage> TakeAsync(string json) => await admin.Browser.PostAsync("/drafts/templates/pack", new MultipartFormDataContent
        {
            { new StringContent(token), "form-token" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "pack", "pack.json" },
        });
    }

    private static string WithoutTags(string page) => Regex.Replace(page, "<[^>]+>", "");

    private static IEnumerable<(string Name, string Value)> Fields(string page)
    {
        foreach (Match m in Regex.Matches(page, "<textarea[^>]* name=\"([a-z]+)\"[^>]*>([^<]*)</textarea>"))
        {
            yield return (m.Groups[1].Value, m.Groups[2].Value);
        }

        foreach (Match m in Regex.Matches(page, "<input class=\"y-input\"[^>]* name=\"([a-z]+)\"[^>]* value=\"([^\"]*)\""))
        {
            yield return (m.Groups[1].Value, m.Groups[2].Value);
        }
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

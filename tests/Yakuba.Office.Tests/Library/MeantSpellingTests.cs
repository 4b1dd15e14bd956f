using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Library;

/// <summary>もしかして offers words of documents that the asker may read, and no others.</summary>
public sealed class MeantSpellingTests
{
    [Fact]
    public async Task A_misspelt_question_is_offered_mended_without_scripts_and_stands_in_no_address()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("住民票.txt", "住民票の案内\n\n住民票の写しの手数料は300円です。");
        using var browser = await town.BrowserAsync(null);

        var answer = await (await browser.PostAsJsonAsync("/api/v1/questions", new { question = "じゅみんひょう" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("住民票", answer.GetProperty("meant").GetString());

        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/ask/{answer.GetProperty("id").GetString()}"));
        Assert.Contains("<input type=\"hidden\" name=\"question\" value=\"住民票\"", page);
        Assert.DoesNotContain($"question={Uri.EscapeDataString("住民票")}", page);

        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var filled = await browser.PostAsync("/ask", new FormUrlEncodedContent([new("form-token", token), new("question", "住民票"), new("fill", "true")]));
        Assert.Equal(System.Net.HttpStatusCode.OK, filled.StatusCode);
        Assert.Contains(">住民票</textarea>", System.Net.WebUtility.HtmlDecode(await filled.Content.ReadAsStringAsync()));
        Assert.Contains(">住民票</textarea>", System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/ask?question={Uri.EscapeDataString("住民票")}"))); // a link that others share
    }

    [Fact]
    public async Task A_word_of_a_hidden_document_is_offered_to_nobody_who_may_not_read_it()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("滞納整理.txt", "滞納整理の手引き\n\n滞納整理の担当は納税係とする。", "機密性2");
        var meant = town.Town.Get<MeantSpelling>();

        Assert.Equal("滞納整理", await meant.MendAsync(await town.Town.PrincipalAsync("nishi"), "たいのせいり", default));
        Assert.Null(await meant.MendAsync(await town.Town.PrincipalAsync("tani"), "たいのせいり", default));
        Assert.Null(await meant.MendAsync(Principal.Resident, "たいのせいり", default));
    }

    [Fact]
    public async Task A_list_without_a_match_offers_the_word_that_was_meant()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("印鑑登録.txt", "印鑑登録の手引き\n\n印鑑登録は窓口で申請します。");
        using var browser = await town.BrowserAsync("nishi");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Contains("印鑑登録</a>", System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync("/library?q=" + Uri.EscapeDataString("いんかんとろく"))));
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Tests.Ask;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>Words in quotation marks: in the library they must stand there word for word, in a question they come first.</summary>
public sealed class PhraseSearchTests
{
    [Theory]
    [InlineData("「子育て応援券」")]
    [InlineData("『子育て応援券』 申請")]
    [InlineData("\"子育て応援券\"")]
    [InlineData("”子育て応援券”は何に使えますか")]
    [InlineData("「応援券」「申請しますか」")]
    public async Task Search_finds_only_passages_that_hold_the_phrase(string words)
    {
        await using var town = await OpenAsync();
        Assert.Equal(["子育て応援券のしおり"], await ExactAsync(town, words));
    }

    [Theory]
    [InlineData("「ＡＥＤの貸出」", "救命講習")] // full width
    [InlineData("「慶應大学」", "公開講座")] // 旧字体
    [InlineData("「第1章 総則」", "応援券の手引")] // a heading
    [InlineData("「公開講座」", "公開講座")] // a title
    [InlineData("「税」 応援", "応援券の手引")] // one character is no phrase
    public async Task Normal_forms_titles_and_headings_count(string words, string title)
    {
        await using var town = await OpenAsync();
        Assert.Equal(title, (await ExactAsync(town, words))[0]);
    }

    [Theory]
    [InlineData("「応援券子育て」")]
    [InlineData("「申請請書」")] // 申請。請書 has these pairs side by side, and yet not the word
    [InlineData("「子育て応援券」「除雪」")]
    public async Task What_stands_nowhere_word_for_word_finds_nothing_and_the_same_words_without_marks_do(string words)
    {
        await using var town = await OpenAsync();
        Assert.Empty(await ExactAsync(town, words));
        Assert.NotEmpty(await ExactAsync(town, Yakuba.Text.QuotedPhrase.WithoutMarks(words)));
    }

    [Fact]
    public async Task A_question_with_a_quoted_name_is_answered_as_without_the_marks_and_prefers_it()
    {
        await using var town = await OpenAsync();
        var marked = (await town.Town.AskAsync("「子育て応援券」は何に使えますか")).Value;
        var plain = (await town.Town.AskAsync("子育て応援券は何に使えますか")).Value;

        Assert.Equal(plain.Status, marked.Status);
        Assert.Equal(plain.Sentences.Select(s => s.Text), marked.Sentences.Select(s => s.Text));
        Assert.Equal(["一時預かりの利用料に使えます。"], marked.Sentences.Select(s => s.Text));

        // Nothing holds these very words; search for an answer goes on without them.
        Assert.NotEmpty(await town.SearchAsync(null, "「子育て応援クーポン券」は何に使えますか"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_list_of_documents_looks_into_texts_for_what_is_quoted_and_says_where(StorageEngine engine)
    {
        await using var town = await OpenAsync(engine);
        using var nishi = await town.BrowserAsync("nishi");

        var held = await nishi.GetStringAsync("/library?q=" + Uri.EscapeDataString("「一時預かり」"));
        Assert.Contains("子育て応援券のしおり", held, StringComparison.Ordinal);
        Assert.Contains("<mark>一時預かり</mark>", held, StringComparison.Ordinal);
        Assert.DoesNotContain("公開講座", held, StringComparison.Ordinal);

        var none = await nishi.GetStringAsync("/library?q=" + Uri.EscapeDataString("「除雪券」"));
        Assert.Contains("「除雪券」をそのまま含む文書はありません", none, StringComparison.Ordinal);
        Assert.Contains("/library?q=" + Uri.EscapeDataString("除雪券"), none, StringComparison.Ordinal);

        var titles = await nishi.GetStringAsync("/library?q=" + Uri.EscapeDataString("一時預かり"));
        Assert.Contains("本文から「一時預かり」を探す", titles, StringComparison.Ordinal);
        var both = await nishi.GetFromJsonAsync<JsonElement>("/api/v1/documents?q=" + Uri.EscapeDataString("手引 「応援券」"));
        Assert.Equal(1, both.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nobody_finds_by_a_phrase_what_may_not_be_read()
    {
        await using var town = await OpenAsync();
        await town.ImportAsync("内部の覚え.txt", "差押予告の下書きは毎月25日に確認します。", label: "機密性3");
        using var resident = await town.BrowserAsync(null);
        using var tani = await town.BrowserAsync("tani");

        Assert.Empty(await ExactAsync(town, "「差押予告の下書き」"));
        foreach (var browser in new[] { resident, tani })
        {
            var found = await browser.GetFromJsonAsync<JsonElement>("/api/v1/passages?q=" + Uri.EscapeDataString("「差押予告の下書き」"));
            Assert.Equal(0, found.GetProperty("passages").GetArrayLength());
        }

        Assert.DoesNotContain("内部の覚え", await tani.GetStringAsync("/library?q=" + Uri.EscapeDataString("「差押予告の下書き」")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_tells_phrases_and_what_may_have_been_meant()
    {
        await using var town = await OpenAsync();
        using var browser = await town.BrowserAsync(null);

        var found = await browser.GetFromJsonAsync<JsonElement>("/api/v1/passages?q=" + Uri.EscapeDataString("「子育て応援券」") + "&top=1");
        Assert.Equal("子育て応援券", found.GetProperty("phrases")[0].GetString());
        Assert.Equal(1, found.GetProperty("passages").GetArrayLength());
        var meant = await browser.GetFromJsonAsync<JsonElement>("/api/v1/passages?q=" + Uri.EscapeDataString("介護保健"));
        Assert.Equal("介護保険", meant.GetProperty("meant").GetString());
        foreach (var wrong in new[] { "", "?q=%20", "?q=a&on=tomorrow" })
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await browser.GetAsync("/api/v1/passages" + wrong)).StatusCode);
        }
    }

    private static async Task<IReadOnlyList<string>> ExactAsync(LibraryTown town, string words) =>
        [.. (await town.Town.Get<LibrarySearch>().FindExactAsync(Principal.Resident, words, town.Town.Clock.Today(), Standing.InForce, 10, default)).Select(p => p.Title).Distinct()];

    private static async Task<LibraryTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("子育て応援券のしおり.csv", "質問,回答\n子育て応援券は何に使えますか,一時預かりの利用料に使えます。\n子育て応援券はどこで申請しますか,福祉課の窓口です。介護保険の窓口ではありません。\n");
        await town.ImportAsync("応援券の手引.md", "# 応援券の手引\n\n## 第1章 総則\n\n子育てを応援する券の手引です。窓口で申請。請書は後日送ります。子育ての相談も受け付けます。\n");
        await town.ImportAsync("救命講習.txt", "救命講習\n\nAEDの貸出は総務課で行います。除雪の手伝いも募集しています。");
        await town.ImportAsync("公開講座.txt", "公開講座\n\n慶応大学の先生による講座です。");
        return town;
    }
}

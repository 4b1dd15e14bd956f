using Yakuba.Office.Ask;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>The sample town of these tests: some of its documents, with the town's own name.</summary>
public sealed class SampleTown : IAsyncLifetime
{
    internal TestTown Town { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        await Town.SeedAsync(
            "例規/すみの子すくすく祝金支給要綱.docx",
            "例規/手数料条例.html",
            "例規/いなほ奨学金給付条例.docx",
            "例規/空き家リボーン補助金交付要綱.html",
            "例規/高齢者等ごみ出し支援事業実施要綱.docx",
            "企画課/ほたるタクシー利用案内.html",
            "教育委員会/図書館利用案内.html",
            "環境課/粗大ごみの出し方.html",
            "よくある質問/ごみ.csv",
            "よくある質問/こども・教育.csv",
            "よくある質問/施設・産業・交通.csv");
    }

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}

/// <summary>A name that no document knows is never answered from a document about something like it.</summary>
public sealed class InventedNameTests(SampleTown sample) : IClassFixture<SampleTown>
{
    [Theory]
    [InlineData("すみの子のびのび祝金は第1子でいくらですか")]
    [InlineData("のびのび祝金の申請の期限はいつですか")]
    [InlineData("みのり奨学金は返さなくてよいのですか")]
    [InlineData("かがやきセンターは日曜日に開いていますか")]
    [InlineData("すみの子すくすく手当は第2子でいくらですか")]
    [InlineData("みのり奨学金は月いくらですか")]
    [InlineData("澄野町わかば奨学金給付条例の申請はいつまでですか")]
    [InlineData("澄野町使用料条例では住民票の写しはいくらですか")]
    [InlineData("空き家リフレッシュ補助金の上限はいくらですか")]
    [InlineData("かえで図書館の開館時間は何時ですか")]
    [InlineData("澄野町高齢者等買物支援事業実施要綱の対象は誰ですか")]
    public async Task An_altered_name_is_never_answered(string question) => Assert.Empty(await AnsweredAsync(question));

    [Theory]
    [InlineData("鳥待町の粗大ごみの手数料はいくらですか")]
    [InlineData("蔵木村の図書館の開館時間は何時ですか")]
    [InlineData("蔵木村の住民票の写しの手数料はいくらですか")]
    [InlineData("鳥待町の奨学金は月いくらですか")]
    [InlineData("鳥待町の粗大ごみの申込方法を教えてください")]
    [InlineData("桧垣市の粗大ごみの出し方は")]
    public async Task Another_municipality_is_never_answered_from_our_documents(string question) => Assert.Empty(await AnsweredAsync(question));

    [Theory]
    [InlineData("桧垣市の図書館の開館時間は何時ですか")]
    public async Task Another_municipality_within_a_facilitys_name_or_a_list_does_not_let_it_pass(string question) => Assert.Empty(await AnsweredAsync(question));

    [Theory]
    [InlineData("すくすく祝金の申請の期限はいつですか")]
    [InlineData("いなほ奨学金は返さなくてよいのですか")]
    [InlineData("クリーンセンターは日曜日に開いていますか")]
    [InlineData("澄野町の粗大ごみの申込方法を教えてください")]
    public async Task A_true_name_is_answered(string question) => Assert.NotEmpty(await AnsweredAsync(question));

    private async Task<IReadOnlyList<string>> AnsweredAsync(string question)
    {
        var answer = (await sample.Town.AskAsync(question)).Value;
        Assert.Equal(answer.Sentences.Count > 0, answer.Status is AnswerStatus.Answered or AnswerStatus.PartlyAnswered);
        return [.. answer.Sentences.Select(s => s.Text)];
    }
}

using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Tests.Library;

namespace Yakuba.Office.Tests.Ask;

/// <summary>A composer that changes what the evidence says is not heard, sentence by sentence.</summary>
public sealed class TamperedAnswerTests
{
    private const string Pool = "# 町民プールの利用案内\n\n町民プールの使用料は、1人1回につき400円です。町民プールは、7月1日から8月31日まで開いています。1回の利用は2時間までです。小学校3年生以下の子どもだけでは利用できません。貸切りの申込みは、利用日の14日前までです。";

    [Theory]
    [InlineData("町民プールの使用料は、1人1回につき400円です。", "町民プールの使用料は、1人1回につき500円です。")]
    [InlineData("町民プールの使用料は、1人1回につき400円です。", "町民プールの使用料は、1人1回につき4,000円です。")]
    [InlineData("町民プールの使用料は、1人1回につき400円です。", "町民プールの使用料は、1人1回につき四百五十円です。")]
    [InlineData("町民プールの使用料は、1人1回につき400円です。", "町民プールの使用料は、無料です。")]
    [InlineData("町民プールは、7月1日から8月31日まで開いています。", "町民プールは、7月1日から9月30日まで開いています。")]
    [InlineData("町民プールは、7月1日から8月31日まで開いています。", "町民プールは、6月1日から8月31日まで開いています。")]
    [InlineData("1回の利用は2時間までです。", "1回の利用は3時間までです。")]
    [InlineData("小学校3年生以下の子どもだけでは利用できません。", "小学校3年生以下の子どもだけでも利用できます。")]
    [InlineData("小学校3年生以下の子どもだけでは利用できません。", "小学校4年生以下の子どもだけでは利用できません。")]
    [InlineData("貸切りの申込みは、利用日の14日前までです。", "貸切りの申込みは、利用日の7日前までです。")]
    public async Task A_changed_sentence_is_taken_out_with_its_reason_and_the_true_one_stays(string told, string changed)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", Pool);
        var liar = Saying(new DraftSentence(told, [1]), new DraftSentence(changed, [1]));

        var answer = (await town.Town.AskAsync("町民プールの使用料はいくらですか", composer: liar)).Value;

        Assert.Equal(told, Assert.Single(answer.Sentences).Text);
        var removed = Assert.Single(answer.Removed);
        Assert.Equal(changed, removed.Text);
        Assert.NotEqual("", removed.Reason);
        Assert.Equal(AnswerStatus.PartlyAnswered, answer.Status);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(2), InlineData(9), InlineData(int.MaxValue)]
    public async Task A_true_sentence_under_an_invented_number_is_taken_out(int number)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", Pool);
        const string Told = "1回の利用は2時間までです。";
        var liar = Saying(new DraftSentence(Told, [number]), new DraftSentence("町民プールの使用料は、1人1回につき400円です。", [1]), new DraftSentence(Told, []));

        var answer = (await town.Town.AskAsync("町民プールの使用料はいくらですか", composer: liar)).Value;

        Assert.Equal("町民プールの使用料は、1人1回につき400円です。", Assert.Single(answer.Sentences).Text);
        Assert.Equal([Told, Told], answer.Removed.Select(r => r.Text));
        Assert.Single(answer.Citations);
    }

    [Fact]
    public async Task An_answer_of_lies_alone_is_no_answer()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", Pool);
        var liar = Saying(new DraftSentence("町民プールの使用料は、1人1回につき500円です。", [1]), new DraftSentence("貸切りの申込みは、利用日の7日前までです。", [1]));

        var answer = (await town.Town.AskAsync("町民プールの使用料はいくらですか", composer: liar)).Value;

        Assert.Equal(AnswerStatus.NotInDocuments, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
        Assert.Equal(2, answer.Removed.Count);
    }

    private static ScriptedComposer Saying(params DraftSentence[] sentences) => new(_ => Task.FromResult<IReadOnlyList<DraftSentence>>(sentences));
}

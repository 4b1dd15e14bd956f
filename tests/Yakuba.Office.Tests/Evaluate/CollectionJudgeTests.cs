using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Evaluate;
using Yakuba.Office.Evaluate.Abstain;
using Yakuba.Office.Library.Wording;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class CollectionJudgeTests
{
    private static readonly EvalDocument[] Entries =
    [
        new("転入", "", "転入届はいつまでに出せばよいですか。", "住み始めてから14日以内に届け出てください。"),
        new("犬", "", "犬を飼い始めたときの登録はどうすればよいですか。", "環境課で登録し、狂犬病の予防注射を受けさせてください。"),
        new("火葬", "", "火葬場の使用料はいくらですか。", "市内の方は無料です。"),
    ];

    [Fact]
    public void An_entry_asked_in_its_own_words_comes_first_and_is_surer_than_what_is_not_there()
    {
        using var lexicon = Lexicon.OpenInstalled();
        using var judge = new CollectionJudge(Entries, lexicon, ShippedWords.Meant);

        var there = judge.Judge(new EvalQuery("1", "転入届はいつまでに出すのですか", ""));
        var absent = judge.Judge(new EvalQuery("2", "水道が止まりません", ""));

        Assert.Equal("転入", there.Candidates[0].Unit.Passage.Version.DocumentId);
        Assert.True(absent.Present < there.Present);
        Assert.True(Decision.Chance(absent.Candidates) < Decision.Chance(there.Candidates));
    }

    [Fact]
    public void A_document_that_a_query_came_from_is_not_its_answer()
    {
        using var lexicon = Lexicon.OpenInstalled();
        using var judge = new CollectionJudge(Entries, lexicon, ShippedWords.Meant);

        Assert.DoesNotContain(judge.Judge(new EvalQuery("1", "火葬場の使用料", "火葬")).Candidates, c => c.Unit.Passage.Version.DocumentId == "火葬");
    }

    [Fact]
    public void A_word_that_is_meant_counts_for_the_word_that_is_said()
    {
        using var lexicon = Lexicon.OpenInstalled();
        using var knows = new CollectionJudge(Entries, lexicon, ShippedWords.Meant);
        using var knowsNothing = new CollectionJudge(Entries, lexicon, MeantWords.None);
        var query = new EvalQuery("1", "犬を引き取ったら届け出は", "");

        var meant = knows.Judge(query).Candidates.First(c => c.Unit.Passage.Version.DocumentId == "犬").Likeness;
        var said = knowsNothing.Judge(query).Candidates.First(c => c.Unit.Passage.Version.DocumentId == "犬").Likeness;

        Assert.True(meant.Explained > said.Explained);
    }
}

using Yakuba.Documents;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Ask;

public sealed class DecisionTests
{
    private static readonly AskedFor UntilWhen = AskedFor.Of("転入届はいつまでですか");

    [Fact]
    public void Nothing_found_is_never_answered() => Assert.Equal(0, Decision.Chance([]));

    [Fact]
    public void A_lead_over_another_matter_makes_surer()
    {
        var near = Decision.Chance([Of("14日以内です。", 0.7), Of("30日以内です。", 0.65)]);
        var far = Decision.Chance([Of("14日以内です。", 0.7), Of("30日以内です。", 0.1)]);

        Assert.True(far > near);
    }

    [Fact]
    public void Another_passage_that_tells_the_same_is_no_rival()
    {
        var agrees = Decision.Chance([Of("14日以内です。", 0.7), Of("住み始めてから14日以内に届け出てください。", 0.65)]);
        var differs = Decision.Chance([Of("14日以内です。", 0.7), Of("30日以内に届け出てください。", 0.65)]);

        Assert.True(agrees > differs);
    }

    [Fact]
    public void An_entry_that_was_written_for_another_side_is_less_sure()
    {
        var same = Decision.Chance([Of("14日以内です。", 0.7)]);
        var other = Decision.Chance([Of("14日以内です。", 0.7) with { Likeness = new Likeness { SideOther = 1 } }]);

        Assert.True(other < same);
    }

    [Theory]
    [InlineData("介護保険料の第13段階はどんな人ですか", "anything")]
    [InlineData("避難所には何人入れますか", "count")]
    [InlineData("手数料はいくらですか", "amount")]
    public void The_kind_of_what_is_asked_for_is_read_from_whole_words(string question, string kind) => Assert.Equal(kind, AskedFor.Of(question).Name);

    private static Candidate Of(string text, double chance)
    {
        var version = new VersionRights(1, "文書", "", Label.Public, [], VersionState.Published, null, null);
        var passage = new FoundPassage(version, 0, "題名", "", [], text, "", new EntryLocator(1), new EntryLocator(1), null, null, 1);
        return new Candidate(new AnswerUnit(passage, text, 0, false), new Likeness(), chance, UntilWhen);
    }
}

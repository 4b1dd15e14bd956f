using Yakuba.Search.Associations;

namespace Yakuba.Search.Tests.Associations;

public sealed class AssociationLearnerTests
{
    [Fact]
    public void A_word_means_what_it_is_paired_with_and_not_what_its_neighbours_mean()
    {
        var learner = new AssociationLearner();
        learner.Add(["引っ越す", "町"], ["転入", "届出"]);
        learner.Add(["引っ越す", "犬"], ["転入", "登録"]);
        learner.Add(["犬", "飼う"], ["登録"]);
        var learned = learner.Learn();
        Assert.Equal("転入", learned.Of("引っ越す")[0].Word);
        Assert.Equal("登録", learned.Of("犬")[0].Word);
        Assert.True(Chance(learned, "犬", "登録") > Chance(learned, "犬", "転入"));
    }

    [Fact]
    public void A_word_never_seen_means_nothing() => Assert.Empty(WordAssociations.None.Of("猫"));

    [Fact]
    public void A_pair_without_words_on_one_side_is_passed_over()
    {
        var learner = new AssociationLearner();
        learner.Add([], ["転入"]);
        learner.Add(["引っ越す"], []);
        Assert.Equal(0, learner.Pairs);
        Assert.Equal(0, learner.Learn().Count);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var learner = new AssociationLearner();
        learner.Add(["引っ越す"], ["転入", "届出"]);
        learner.Add(["払う"], ["納付"]);
        var first = Text(learner.Learn());
        Assert.Equal(first, Text(WordAssociations.Read(new StringReader(first))));
        Assert.Contains("払う\t納付:", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("語だけ")]
    [InlineData("語\t割合なし")]
    [InlineData("語\t意味:一")]
    [InlineData("語\t意味:10\n語\t意味:10")]
    public void A_line_of_another_form_is_refused_with_its_number(string text)
    {
        var error = Assert.Throws<InvalidDataException>(() => WordAssociations.Read(new StringReader(text)));
        Assert.Contains("Line ", error.Message, StringComparison.Ordinal);
    }

    private static double Chance(WordAssociations learned, string said, string meant) => learned.Of(said).FirstOrDefault(a => a.Word == meant).Chance;

    private static string Text(WordAssociations associations)
    {
        var text = new StringWriter();
        associations.Write(text);
        return text.ToString();
    }
}

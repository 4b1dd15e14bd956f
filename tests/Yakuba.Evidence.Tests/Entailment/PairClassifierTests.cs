namespace Yakuba.Evidence.Tests;

public sealed class PairClassifierTests
{
    private readonly PairClassifier _classifier = new(Dictionary.Lexicon);

    [Theory]
    [InlineData("男性が公園で犬を散歩させている", "男性が公園で犬を散歩させていない", PairLabel.Contradiction)]
    [InlineData("手数料は1通300円です", "手数料は1通450円です", PairLabel.Contradiction)]
    [InlineData("医師が患者を診察しています", "患者が医師を診察しています", PairLabel.Contradiction)]
    [InlineData("医師が患者を診察しています", "患者が医師に診察されています", PairLabel.Entailment)]
    [InlineData("予算は増額されました", "予算は減額されました", PairLabel.Contradiction)]
    [InlineData("たき火は禁止されています", "たき火は禁止されていません", PairLabel.Contradiction)]
    [InlineData("犬が庭で眠っている", "動物が庭で寝ている", PairLabel.Entailment)]
    [InlineData("動物が庭で眠っている", "犬が庭で眠っている", PairLabel.Neutral)]
    [InlineData("申請書は窓口で配布しています", "申請書は窓口で配布しています", PairLabel.Entailment)]
    [InlineData("赤い帽子の女性が駅で電車を待っている", "女性が駅で電車を待っている", PairLabel.Entailment)]
    [InlineData("海で船が浮かんでいます", "台所に鍋と包丁があります", PairLabel.Neutral)]
    [InlineData("", "", PairLabel.Entailment)]
    [InlineData("。", "図書館は休館です", PairLabel.Neutral)]
    public void A_plain_pair_is_classified(string premise, string hypothesis, PairLabel label) => Assert.Equal(label, _classifier.Classify(premise, hypothesis));

    [Fact]
    public void Accuracy_on_our_own_pairs_stays() => Accuracy("own", JudgedPairs.Own(), 0.75);

    [Theory]
    [InlineData("jnli", 0.73)]
    [InlineData("jsick", 0.76)]
    public void Accuracy_on_public_pairs_stays(string set, double least) => Accuracy(set, JudgedPairs.Public(set), least);

    private void Accuracy(string name, IReadOnlyList<(string Premise, string Hypothesis, PairLabel Label)> pairs, double least)
    {
        var right = pairs.Count(pair => _classifier.Classify(pair.Premise, pair.Hypothesis) == pair.Label);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name} accuracy {(double)right / pairs.Count:0.000} of {pairs.Count}");
        Assert.True((double)right / pairs.Count >= least);
    }
}

using System.Text.Json;

namespace Yakuba.Evidence.Tests;

public sealed class PairClassifierTests
{
    private readonly PairClassifier _classifier = new(Dictionary.Lexicon);

    [Theory]
    [InlineData("男性が公園で犬を散歩させている", "男性が公園で犬を散歩させていない", PairLabel.Contradiction)]
    [InlineData("手数料は1通300円です", "手数料は1通450円です", PairLabel.Contradiction)]
    [InlineData("申請書は窓口で配布しています", "申請書は窓口で配布しています", PairLabel.Entailment)]
    [InlineData("赤い帽子の女性が駅で電車を待っている", "女性が駅で電車を待っている", PairLabel.Entailment)]
    [InlineData("海で船が浮かんでいます", "台所に鍋と包丁があります", PairLabel.Neutral)]
    public void A_plain_pair_is_classified(string premise, string hypothesis, PairLabel label) => Assert.Equal(label, _classifier.Classify(premise, hypothesis));

    [Theory]
    [InlineData("jnli", 0.70)]
    [InlineData("jsick", 0.77)]
    public void Accuracy_on_public_pairs_stays(string set, double least)
    {
        var file = Path.Combine(SharedData.Folder, set, "pairs.dev.jsonl");
        if (!File.Exists(file))
        {
            Assert.Skip($"{set} is not here.");
        }

        var (right, all) = (0, 0);
        foreach (var line in File.ReadLines(file))
        {
            using var pair = JsonDocument.Parse(line);
            var label = _classifier.Classify(pair.RootElement.GetProperty("s1").GetString()!, pair.RootElement.GetProperty("s2").GetString()!);
            right += string.Equals(label.ToString(), pair.RootElement.GetProperty("label").GetString(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            all++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{set} accuracy {(double)right / all:0.000} of {all}");
        Assert.True((double)right / all >= least);
    }
}

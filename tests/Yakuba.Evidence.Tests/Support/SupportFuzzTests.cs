namespace Yakuba.Evidence.Tests;

public sealed class SupportFuzzTests
{
    private const string pieces = "第1２三十条項号のから〜-ー～年月日令和6R.:：/（）()「」、。円万%％歳以上未満まで不非ない住民課給付金市町http://@a0000-12-3495\n \ud83d時分半午後曜土金月以内か月ヶ超え前後";

    [Fact]
    public void No_text_breaks_the_check()
    {
        var random = new Random(20261121);
        var checker = new SupportChecker(Dictionary.Lexicon);
        var gate = new NameGate(Dictionary.Lexicon);
        for (var round = 0; round < 400; round++)
        {
            var (claim, evidence) = (Text(random), Text(random));
            var verdict = checker.Check(claim, [evidence, claim[..(claim.Length / 2)]], Dictionary.Today);
            Assert.InRange(verdict.Score, 0, 1);
            Assert.All(verdict.Missing, missing => Assert.InRange(missing.Fact.Start + missing.Fact.Length, 0, claim.Length));
            gate.Decide(claim, ["澄野町"], [evidence], []);
        }
    }

    [Fact]
    public void A_quoted_sentence_is_supported()
    {
        var verdict = new SupportChecker(Dictionary.Lexicon).Check("健診は4か月、10か月、1歳6か月に行います。", ["健診\n健診は4か月、10か月、1歳6か月に行います。予約は不要です。"], Dictionary.Today);

        Assert.True(verdict.Supported);
        Assert.Equal(1, verdict.Score);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
}

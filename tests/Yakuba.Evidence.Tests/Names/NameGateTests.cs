namespace Yakuba.Evidence.Tests;

public sealed class NameGateTests
{
    private static readonly string[] questions = ["{0}について教えてください", "{0}はありますか", "{0}の申請方法は？", "私も{0}を利用できますか"];

    private readonly NameGate _gate = new(Dictionary.Lexicon);
    private readonly NameReader _reader = new(Dictionary.Lexicon);

    [Fact]
    public void A_name_in_the_evidence_passes()
    {
        var refused = NameSamples.Names.SelectMany(name => questions.Select(question => string.Format(null, question, name))).Where(question => !Decide(question).Passes).ToList();

        Assert.Empty(refused);
    }

    [Fact]
    public void An_altered_name_is_refused()
    {
        var (all, passed) = (0, new List<string>());
        foreach (var name in NameSamples.Names)
        {
            var read = Assert.Single(_reader.Read(name), thing => thing.Distinctive.Length > 0);
            foreach (var altered in NameAlterer.Of(read))
            {
                var question = string.Format(null, questions[all++ % questions.Length], altered);
                if (Decide(question).Passes)
                {
                    passed.Add($"{name} → {altered}");
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"altered {all}, passed {passed.Count}\n{string.Join('\n', passed)}");
        Assert.Empty(passed);
    }

    [Fact]
    public void A_general_word_names_nothing()
    {
        var refused = NameSamples.General.Where(question => !Decide(question).Passes).Select(question => $"{question} {Decide(question).Unmatched}").ToList();

        Assert.Empty(refused);
    }

    [Fact]
    public void Another_municipality_is_refused()
    {
        Assert.DoesNotContain(NameSamples.Elsewhere, question => Decide(question).Passes);
    }

    [Fact]
    public void The_same_name_written_otherwise_passes()
    {
        var refused = NameSamples.Rewritten.Where(name => !Decide($"{name}について教えて").Passes).ToList();

        Assert.Empty(refused);
    }

    [Fact]
    public void A_registered_alias_passes()
    {
        Assert.False(Decide("生活環境課の電話番号は").Passes);
        Assert.True(_gate.Decide("生活環境課の電話番号は", NameSamples.Own, NameSamples.Evidence, ["生活環境課"]).Passes);
    }

    [Fact]
    public void The_refused_name_is_named_and_the_nearest_offered()
    {
        var decision = Decide("若者応援給付金の額は？");

        Assert.Equal("若者応援給付金", decision.Unmatched!.Text);
        Assert.Equal("若者応援", decision.Unmatched.Distinctive);
        Assert.Equal("子育て応援給付金", decision.Nearest);
    }

    [Fact]
    public void Without_evidence_a_name_has_no_match()
    {
        Assert.False(_gate.Decide("いなほ奨学金とは", NameSamples.Own, [], []).Passes);
    }

    private GateDecision Decide(string question) => _gate.Decide(question, NameSamples.Own, NameSamples.Evidence, []);
}

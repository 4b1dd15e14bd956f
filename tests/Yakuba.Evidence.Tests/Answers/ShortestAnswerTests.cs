namespace Yakuba.Evidence.Tests;

public sealed class ShortestAnswerTests
{
    // Each fact stands with a question of the same form about another thing, from which it can be learned.
    private static readonly (string Passage, string Question, string Answer)[] known =
    [
        ("町立図書館は平成3年4月1日に開館した。館長は田中一郎である。蔵書は12,000冊である。", "町立図書館はいつ開館したか。", "平成3年4月1日"),
        ("町立図書館は平成3年4月1日に開館した。館長は田中一郎である。蔵書は12,000冊である。", "図書館の館長は誰か。", "田中一郎"),
        ("町立図書館は平成3年4月1日に開館した。館長は田中一郎である。蔵書は12,000冊である。", "図書館の蔵書は何冊か。", "12,000冊"),
        ("体育館は昭和55年10月に建てられた。設計者は山本次郎である。客席は300席である。", "体育館はいつ建てられたか。", "昭和55年10月"),
        ("体育館は昭和55年10月に建てられた。設計者は山本次郎である。客席は300席である。", "体育館の設計者は誰か。", "山本次郎"),
        ("体育館は昭和55年10月に建てられた。設計者は山本次郎である。客席は300席である。", "体育館の客席は何席か。", "300席"),
        ("博物館は令和2年5月3日に移転した。理事長は佐藤花子である。展示品は450点である。", "博物館はいつ移転したか。", "令和2年5月3日"),
        ("博物館は令和2年5月3日に移転した。理事長は佐藤花子である。展示品は450点である。", "博物館の理事長は誰か。", "佐藤花子"),
        ("博物館は令和2年5月3日に移転した。理事長は佐藤花子である。展示品は450点である。", "博物館の展示品は何点か。", "450点"),
    ];

    [Theory]
    [InlineData("公民館はいつ改修されたか。", "平成29年8月")]
    [InlineData("公民館の所長は誰か。", "鈴木三郎")]
    [InlineData("公民館の会議室は何室か。", "8室")]
    public void The_form_of_the_question_tells_the_answer(string question, string answer)
    {
        var read = known.Select(one => ReadQuestion.Of(one.Question, one.Passage, Dictionary.Lexicon)).ToArray();
        var worth = read.Zip(known, (one, fact) => Enumerable.Range(0, one.Count).Select(span => one.Text(span) == fact.Answer ? 1.0 : 0).ToArray()).ToArray();
        Assert.All(worth, spans => Assert.Equal(1, spans.Sum()));

        var asked = ReadQuestion.Of(question, "公民館は平成29年8月に改修された。所長は鈴木三郎である。会議室は8室である。", Dictionary.Lexicon);
        var (span, chance) = SpanWeights.Learn(read, worth).Best(asked);

        Assert.Equal(answer, asked.Text(span));
        Assert.InRange(chance, 0, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("。。「」")]
    public void A_passage_without_words_has_no_answer(string passage)
    {
        var asked = ReadQuestion.Of("いつか。", passage, Dictionary.Lexicon);

        Assert.Equal(-1, SpanWeights.Learn([], []).Best(asked).Span);
    }

    [Theory]
    [InlineData("誰が町長に届け出るか。", "Who", "", "が")]
    [InlineData("与党は何党か。", "What", "党", "")]
    [InlineData("葦原県の県庁所在地は？", "Topic", "所在地", "")]
    [InlineData("手数料はいくらですか。", "HowMany", "手数料", "")]
    public void A_question_is_read_for_what_it_asks(string text, string kind, string focus, string particle)
    {
        var question = Question.Of(text, Dictionary.Lexicon);

        Assert.Equal(kind, question.Kind.ToString());
        Assert.Equal(particle, question.Particle);
        Assert.True(focus.Length == 0 || question.Focus == focus, question.Focus);
    }
}

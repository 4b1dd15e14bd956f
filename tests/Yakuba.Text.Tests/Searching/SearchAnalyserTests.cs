namespace Yakuba.Text.Tests;

public sealed class SearchAnalyserTests
{
    private static readonly SearchAnalyser s_analyser = new(Lexicon.OpenInstalled());

    [Theory]
    [InlineData("住民票の写しの交付手数料は三百五十円です。", "住民 写し 交付 手数料 350")]
    [InlineData("手数料は１，３５０円", "手数料 1350")]
    [InlineData("申請書を提出しなければならない", "申請 提出")]
    [InlineData("美しい町を走った", "美しい 町 走る")]
    [InlineData("第十二条の二", "第 12 2")]
    [InlineData("", "")]
    public void Content_words_are_in_base_form_and_numbers_in_one_notation(string text, string words) =>
        Assert.Equal(words, string.Join(' ', s_analyser.Analyse(text).Words.Select(word => word.Term)));

    [Fact]
    public void Places_lead_to_the_original()
    {
        const string text = "㍻３０年のｺﾞﾐ";
        var analysed = s_analyser.Analyse(text);

        Assert.Contains(new TermOccurrence("平成", 0, 1), analysed.Words);
        Assert.Contains(new TermOccurrence("30", 1, 2), analysed.Words);
        Assert.Contains(new TermOccurrence("ゴミ", 5, 3), analysed.Bigrams);
        Assert.Contains(new TermOccurrence("ごみ", 5, 3), analysed.Readings);
    }

    [Fact]
    public void Bigrams_stay_inside_runs_and_a_lone_character_stands_for_itself() =>
        Assert.Equal("住民 民票 写 a1", string.Join(' ', s_analyser.Analyse("住民票。写、(A1)").Bigrams.Select(bigram => bigram.Term)));

    [Fact]
    public void The_fast_way_gives_the_same_terms()
    {
        foreach (var line in SharedData.Lines("localgovfaq/docs.jsonl").Take(300).Append("𠮷野家の①10月、ｶﾞｽ\uD83D"))
        {
            var analysed = s_analyser.Analyse(line);
            var terms = s_analyser.AnalyseTerms(line);
            Assert.Equal(analysed.Words.Select(word => word.Term), terms.Words);
            Assert.Equal(analysed.Readings.Select(word => word.Term), terms.Readings);
            Assert.Equal(analysed.Bigrams.Select(word => word.Term), terms.Bigrams);
        }
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var lines = SharedData.Lines("localgovfaq/docs.jsonl").Take(200).Append("住民票の写し").ToArray();
        var expected = lines.Select(line => string.Join(' ', s_analyser.AnalyseTerms(line).Words)).ToArray();

        Parallel.For(0, lines.Length * 8, i => Assert.Equal(expected[i % lines.Length], string.Join(' ', s_analyser.AnalyseTerms(lines[i % lines.Length]).Words)));
    }
}

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
    [InlineData("電話は06-6208-0012、0120-001-002", "電話 06 6208 0012 0120 001 002")]
    [InlineData("令和06年04月01日", "令和 6 4 月 1")]
    [InlineData("弐千円", "2000")]
    [InlineData("", "")]
    public void Content_words_are_in_base_form_and_numbers_in_one_notation(string text, string words) =>
        Assert.Equal(words, string.Join(' ', s_analyser.Analyse(text).Words.Select(word => word.Term)));

    [Theory]
    [InlineData("引っ越しの届け出", "引越 届出")]
    [InlineData("引越しの届出", "引越 届出")]
    [InlineData("コンピューターとゴミ", "こんぴゆーた ごみ")]
    [InlineData("令和6年4月1日", "令和 6 4 月 1 2024年 2024-04-01 2024-04-01")]
    [InlineData("第十二条の二", "第 12 2 12条の2")]
    [InlineData("齋藤と斉藤", "斉藤 斉藤")]
    public void Indexed_words_are_in_one_form_whatever_is_typed(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchAnalyser.IndexedWords(s_analyser.Analyse(text))));

    [Fact]
    public void The_search_form_of_a_search_form_is_itself()
    {
        foreach (var line in SharedData.Lines("localgovfaq/docs.jsonl").Take(500).Append("打ち合わせの取り扱い、霞が関のインタヴュー"))
        {
            Assert.All(SearchAnalyser.IndexedWords(s_analyser.Analyse(line)), word => Assert.Equal(word, SearchForm.Of(word)));
        }
    }

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
    public void One_pass_gives_the_terms_that_questions_get()
    {
        foreach (var line in SharedData.Lines("localgovfaq/docs.jsonl").Take(300).Append("𠮷野家の①10月、ｶﾞｽ\uD83D").Append("令和6年4月1日のヴァイオリンと猫"))
        {
            var analysed = s_analyser.Analyse(line);
            var terms = s_analyser.AnalyseTerms(line);
            Assert.Equal(analysed.Words.Select(word => SearchForm.Of(word.Term)), analysed.Forms);
            Assert.Equal(SearchAnalyser.IndexedWords(analysed), terms.Words);
            Assert.Equal(analysed.Bigrams.Select(word => word.Term), terms.Bigrams);
            Assert.Equal(s_analyser.SoundTerms(line), terms.Sounds);
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

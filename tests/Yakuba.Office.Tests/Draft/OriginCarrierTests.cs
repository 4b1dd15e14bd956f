using Yakuba.Office.Draft.Text;

namespace Yakuba.Office.Tests.Draft;

/// <summary>What a person did not touch keeps where it came from; what was touched is the person's.</summary>
public sealed class OriginCarrierTests
{
    private static readonly DraftSpan[] s_line =
    [
        new("町民の皆様に、", SpanOrigin.Template), new("秋の一斉清掃", SpanOrigin.Fact, "事業名"), new("を行うことをお知らせします。\n", SpanOrigin.Template), new("清掃の日は、毎年11月とする。", SpanOrigin.Source, "1"),
    ];

    [Fact]
    public void A_text_that_was_not_touched_keeps_every_origin() => Assert.Equal(s_line, OriginCarrier.Carry(s_line, Words(s_line)));

    [Fact]
    public void New_words_are_the_persons_own_and_all_around_them_stays()
    {
        var after = OriginCarrier.Carry(s_line, Words(s_line).Replace("お知らせ", "改めて御案内", StringComparison.Ordinal));

        Assert.Equal("改めて御案内", Assert.Single(after, s => s.Origin == SpanOrigin.Own).Text);
        Assert.Contains(s_line[1], after);
        Assert.Contains(s_line[3], after);
    }

    [Theory]
    [InlineData("秋の一斉清掃", "春の一斉清掃")]
    [InlineData("毎年11月とする", "毎年12月とする")]
    public void A_fact_or_passage_with_one_changed_word_is_no_longer_one(string was, string now)
    {
        var after = OriginCarrier.Carry(s_line, Words(s_line).Replace(was, now, StringComparison.Ordinal));

        Assert.Equal(now.Contains('春', StringComparison.Ordinal) ? 0 : 1, after.Count(s => s.Origin == SpanOrigin.Fact));
        Assert.Equal(now.Contains('春', StringComparison.Ordinal) ? 1 : 0, after.Count(s => s.Origin == SpanOrigin.Source));
        Assert.Contains(after, s => s.Origin == SpanOrigin.Own && s.From == (now.Contains("12", StringComparison.Ordinal) ? "1" : ""));
    }

    [Fact]
    public void A_text_written_anew_keeps_no_chance_likeness() =>
        Assert.Equal([new DraftSpan("会議の案内を別に送ります。", SpanOrigin.Own)], OriginCarrier.Carry(s_line, "会議の案内を別に送ります。"));

    [Fact]
    public void A_passage_that_was_moved_whole_is_still_one()
    {
        var after = OriginCarrier.Carry(s_line, s_line[3].Text + "\n" + Words(s_line[..3]).TrimEnd());
        Assert.Equal(s_line[3].Text + "\n" + Words(s_line[..3]).TrimEnd(), Words(after));
        Assert.Contains(after, s => s == s_line[3] || s == s_line[1]); // one of the two orders is kept
    }

    [Fact]
    public void Whatever_is_done_to_a_text_nothing_of_it_is_lost_and_only_whole_facts_are_facts()
    {
        var random = new Random(29);
        var spans = s_line;
        for (var round = 0; round < 2_000; round++)
        {
            var words = Words(s_line);
            var (from, take) = (random.Next(words.Length), random.Next(12));
            var typed = words.Remove(from, Math.Min(take, words.Length - from)).Insert(random.Next(from + 1), "町民の11月、春"[..random.Next(9)]);
            var after = OriginCarrier.Carry(spans, typed);

            Assert.Equal(typed, Words(after));
            Assert.All(after.Where(s => s.Origin is SpanOrigin.Fact or SpanOrigin.Source), s => Assert.Contains(s, s_line));
            Assert.DoesNotContain(after, s => s.Text.Length == 0);
        }
    }

    [Fact]
    public void A_text_survives_the_store()
    {
        var text = DraftText.Empty.With(PartRole.Body, s_line).With(PartRole.Subject, [s_line[1]]);
        var back = DraftText.FromJson(text.ToJson());
        Assert.Equal(text.Spans, back.Spans);
        Assert.Equal(text.AllWords, back.AllWords);
    }

    private static string Words(IEnumerable<DraftSpan> spans) => string.Concat(spans.Select(s => s.Text));
}

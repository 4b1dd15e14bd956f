using Yakuba.Office.Ask.Compose;

namespace Yakuba.Office.Tests.Models;

public sealed class ModelReplyTests
{
    private const string Whole = """{"sentences":[{"text":"手数料は\"300円\"です。","evidence":[1,2]},{"text":"{窓口}で行います。","evidence":["3"]}],"cannot_answer":false}""";

    [Fact]
    public void A_sentence_comes_as_soon_as_its_object_is_closed()
    {
        var reply = new ModelReply();

        Assert.Empty(reply.Take(Whole[..40]));
        var first = Assert.Single(reply.Take(Whole[40..60]));

        Assert.Equal("手数料は\"300円\"です。", first.Text);
        Assert.Equal([1, 2], first.Evidence);
        Assert.False(reply.IsComplete);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(1000)]
    public void Pieces_of_any_size_give_the_same_sentences(int size)
    {
        var reply = new ModelReply();
        var text = "<think>{\"text\":\"迷う。\"}</think>```json\n" + Whole + "\n```";

        var drafts = text.Chunk(size).SelectMany(c => reply.Take(new string(c))).ToList();

        Assert.Equal(["手数料は\"300円\"です。", "{窓口}で行います。"], drafts.Select(d => d.Text));
        Assert.Equal([3], drafts[1].Evidence);
        Assert.True(reply.KeptForm);
    }

    [Theory]
    [InlineData("""{"text":"窓口で行います。","evidence":1}""")]
    [InlineData("""[{"text":"窓口で行います。","evidence":"[1]"}]""")]
    [InlineData("""{"result":{"items":[{"text":"窓口で行います。","evidence":[1],"note":null}]}}""")]
    [InlineData("窓口で行います。[1]")]
    public void Sentences_are_read_from_other_forms_but_the_form_is_noted(string text)
    {
        var reply = new ModelReply();

        var draft = Assert.Single(reply.Take(text).Concat(reply.End()));

        Assert.StartsWith("窓口で行います", draft.Text);
        Assert.Equal([1], draft.Evidence);
        Assert.False(reply.KeptForm);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("}}}}]]")]
    [InlineData("{{{{{{{{{{{{{{{{{{{{{{{{}}}}}}}}}}}}}}}}}}}}}}}}")]
    [InlineData("""{"text":"\ud800","evidence":[1]}""")]
    [InlineData("""{"text":5,"evidence":[1]}""")]
    [InlineData("根拠を書かない文です。")]
    [InlineData("<think>終わらない考え")]
    [InlineData("""{"evidence":[99999999999999999999]}""")]
    public void Nothing_comes_from_what_is_no_sentence(string text)
    {
        var reply = new ModelReply();

        Assert.DoesNotContain(reply.Take(text).Concat(reply.End()), d => d.Evidence.Count > 0 && !d.Text.Contains('\uFFFD'));
    }

    [Fact]
    public void A_model_may_say_that_it_cannot_answer()
    {
        var reply = new ModelReply();

        Assert.Empty(reply.Take("""{"sentences":[],"cannot_answer":true}"""));

        Assert.True(reply.CannotAnswer);
    }

    [Fact]
    public void Random_text_never_breaks_the_reader()
    {
        var random = new Random(20261121);
        const string letters = "{}[]\"\\:,<>tex1 。a\n";
        for (var i = 0; i < 5_000; i++)
        {
            var reply = new ModelReply();
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)])]);
            _ = text.Chunk(3).SelectMany(c => reply.Take(new string(c))).Concat(reply.End()).Count();
        }
    }
}

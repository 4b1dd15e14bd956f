namespace Yakuba.Ledger.Tests;

public sealed class SealedBodyTests
{
    private static readonly byte[] _text = "国民健康保険の届出について教えてください。"u8.ToArray();

    [Fact]
    public void A_sealed_text_opens_with_its_key_at_its_place()
    {
        var body = SealedBody.Seal(_text, "r1/question");
        Assert.True(body.TryOpen("r1/question", out var plain));
        Assert.Equal(_text, plain);
        Assert.Equal(1 + 12 + _text.Length + 16, body.Bytes.Length);
        Assert.Equal(1, body.Bytes[0]);
        Assert.Equal(-1, body.Bytes.AsSpan().IndexOf(_text.AsSpan(0, 6)));
    }

    [Fact]
    public void Two_texts_cannot_be_swapped_and_each_has_its_own_key()
    {
        var (question, answer) = (SealedBody.Seal(_text, "r1/question"), SealedBody.Seal(_text, "r1/answer"));
        Assert.NotEqual(question.Key, answer.Key);
        Assert.False(question.TryOpen("r1/answer", out _));
        Assert.False((question with { Key = answer.Key }).TryOpen("r1/question", out _));
        Assert.False((question with { Key = [] }).TryOpen("r1/question", out _));
    }

    [Fact]
    public void Every_flipped_bit_and_every_truncation_is_found()
    {
        var body = SealedBody.Seal(_text, "r1/question");
        for (var bit = 0; bit < body.Bytes.Length * 8; bit++)
        {
            body.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(body.TryOpen("r1/question", out _));
            body.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var length = 0; length < body.Bytes.Length; length++)
        {
            Assert.False((body with { Bytes = body.Bytes[..length] }).TryOpen("r1/question", out _));
        }
    }

    [Fact]
    public void A_commitment_matches_its_text_only_and_is_different_each_time()
    {
        var (first, second) = (Commitment.To(_text), Commitment.To(_text));
        Assert.True(first.Matches(_text));
        Assert.False(first.Matches("別の質問"u8));
        Assert.False((first with { Key = second.Key }).Matches(_text));
        Assert.NotEqual(first.Value, second.Value);
    }
}

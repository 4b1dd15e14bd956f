using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class TlogProofTests
{
    [Fact]
    public void The_proof_of_an_entry_stands_alone()
    {
        using var log = SampleLog.Of(600);
        foreach (var index in (int[])[0, 299, 599])
        {
            var bytes = Prove(log, index).ToBytes();
            Assert.True(TlogProof.TryParse(bytes, out var proof, out var fault), fault);
            Assert.True(proof.Verify(proof.Extra!.Value.Span, log.Signer.Verifier, out var head, out fault), fault);
            Assert.Equal((index, 600), (proof.Index, head.Size));
            Assert.Equal(log.Entries[index], proof.Extra.Value.ToArray());
            Assert.Equal(bytes, proof.ToBytes());
        }
    }

    [Fact]
    public void The_file_has_the_form_of_the_specification()
    {
        using var log = SampleLog.Of(2);
        var text = Encoding.UTF8.GetString((Prove(log, 1) with { Extra = null }).ToBytes());
        Assert.StartsWith($"c2sp.org/tlog-proof@v1\nindex 1\n{MerkleTree.LeafHash(log.Entries[0])}\n\n{SampleLog.Origin}\n2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_of_a_proof_is_found()
    {
        using var log = SampleLog.Of(5);
        var bytes = Prove(log, 3).ToBytes();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Holds(bytes, log), $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(Holds(bytes, log)); // the control
    }

    [Fact]
    public void A_proof_does_not_hold_for_another_entry()
    {
        using var log = SampleLog.Of(5);
        Assert.False(Prove(log, 3).Verify(log.Entries[2], log.Signer.Verifier, out _, out var fault));
        Assert.NotEmpty(fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\nlog\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\nlog\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\nlog\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra !!\nindex 0\n\nlog\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nlog\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nlog\n")]
    public void A_malformed_proof_is_refused_with_a_reason(string text)
    {
        Assert.False(TlogProof.TryParse(Encoding.UTF8.GetBytes(text), out _, out var fault));
        Assert.NotEmpty(fault);
    }

    private static TlogProof Prove(SampleLog log, int index) =>
        TlogProof.Of(log.Nodes, index, log.Tree.Size, log.Checkpoint(), log.Entries[index]);

    private static bool Holds(byte[] bytes, SampleLog log) =>
        TlogProof.TryParse(bytes, out var proof, out _)
        && proof.Extra is { } entry
        && proof.Verify(entry.Span, log.Signer.Verifier, out _, out _);
}

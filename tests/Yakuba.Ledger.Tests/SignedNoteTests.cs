using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class SignedNoteTests
{
    private static readonly byte[] _otherSeed = [.. Enumerable.Repeat((byte)9, 32)];

    [Fact]
    public void The_checkpoint_of_the_sample_log_has_its_golden_bytes()
    {
        using var log = SampleLog.Of(3);
        Assert.Equal("yakuba.example/132012/audit\n3\nz7V1ZCNVOYWGf8ux5FxJ1cUor/CX+S9/GHp/kNYo5a4=\n\n— yakuba.example/132012/audit L6OwYK75iPzulhmpXFUozxwVB8eJNHhs8JbmlDiVGYc11WSRLCuBpJbZZQQxF5DZPJU7bhPVAGYUb1GYAyaMDfIPOwA=\n", Encoding.UTF8.GetString(log.Checkpoint()));
    }

    [Fact]
    public void A_checkpoint_opens_with_its_key()
    {
        using var log = SampleLog.Of(3);
        Assert.True(Checkpoint.TryOpen(log.Checkpoint(), log.Signer.Verifier, out var head, out var fault), fault);
        Assert.Equal(new Checkpoint(SampleLog.Origin, 3, log.Tree.Root()), head);
    }

    [Fact]
    public void A_checkpoint_does_not_open_with_another_key_of_the_same_name()
    {
        using var log = SampleLog.Of(3);
        using var other = new NoteSigner(SampleLog.Origin, _otherSeed);
        Assert.False(Checkpoint.TryOpen(log.Checkpoint(), other.Verifier, out _, out var fault));
        Assert.Contains("この検証鍵による署名がありません", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_of_a_checkpoint_is_found()
    {
        using var log = SampleLog.Of(3);
        var note = log.Checkpoint();
        for (var bit = 0; bit < note.Length * 8; bit++)
        {
            note[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Checkpoint.TryOpen(note, log.Signer.Verifier, out _, out _), $"bit {bit}");
            note[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(Checkpoint.TryOpen(note, log.Signer.Verifier, out _, out _)); // the control
    }

    [Fact]
    public void Every_truncation_of_a_checkpoint_is_found()
    {
        using var log = SampleLog.Of(3);
        var note = log.Checkpoint();
        for (var length = 0; length < note.Length; length++)
        {
            Assert.False(Checkpoint.TryOpen(note.AsSpan(0, length), log.Signer.Verifier, out _, out _));
        }
    }

    [Fact]
    public void A_signature_of_an_unknown_witness_is_ignored_and_a_false_one_of_a_known_key_is_not()
    {
        using var log = SampleLog.Of(3);
        using var witness = new NoteSigner("pref.example/witness", _otherSeed);
        var text = new Checkpoint(SampleLog.Origin, 3, log.Tree.Root()).ToText();
        var both = SignedNote.Sign(text, log.Signer, witness);
        Assert.Equal(NoteCheck.Verified, both.Check(log.Signer.Verifier));
        Assert.Equal(NoteCheck.Verified, both.Check(log.Signer.Verifier, witness.Verifier));

        var forged = both with { Signatures = [both.Signatures[0], both.Signatures[1] with { Bytes = new byte[64] }] };
        Assert.Equal(NoteCheck.Verified, forged.Check(log.Signer.Verifier));
        Assert.Equal(NoteCheck.BadSignature, forged.Check(log.Signer.Verifier, witness.Verifier));
    }

    [Fact]
    public void A_checkpoint_of_another_log_signed_by_our_key_is_refused()
    {
        using var log = SampleLog.Of(3);
        var note = SignedNote.Sign(new Checkpoint("other.example/log", 3, log.Tree.Root()).ToText(), log.Signer);
        Assert.False(Checkpoint.TryOpen(note.ToBytes(), log.Signer.Verifier, out _, out var fault));
        Assert.Contains("other.example/log", fault, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Checkpoint("other.example/log", 3, log.Tree.Root()).Sign(log.Signer));
    }

    [Theory]
    [InlineData("log\n3\n")]
    [InlineData("log\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n-3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")] // spare bits set
    [InlineData("log\n3\nAAAA\n")]
    [InlineData("\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void A_malformed_checkpoint_is_refused_with_a_reason(string text)
    {
        Assert.False(Checkpoint.TryParse(text, out _, out var fault));
        Assert.NotEmpty(fault);
    }

    [Theory]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a+AAAA")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")] // last digit of the id is wrong
    [InlineData("example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    public void A_key_that_was_copied_wrongly_is_refused_with_a_reason(string vkey)
    {
        Assert.False(NoteVerifier.TryParse(vkey, out _, out var fault));
        Assert.NotEmpty(fault);
    }

    [Theory, InlineData("no line end"), InlineData("tab\there\n"), InlineData("")]
    public void A_text_that_is_no_note_is_not_signed(string text)
    {
        using var log = SampleLog.Of(0);
        Assert.Throws<ArgumentException>(() => SignedNote.Sign(text, log.Signer));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_not_signed()
    {
        using var log = SampleLog.Of(0);
        Assert.Throws<ArgumentException>(() => SignedNote.Sign("half \ud800 pair\n", log.Signer));
    }

    [Fact]
    public void A_note_with_more_than_sixty_four_signatures_is_refused_and_sixteen_are_read()
    {
        using var log = SampleLog.Of(1);
        var text = Encoding.UTF8.GetString(log.Checkpoint());
        var line = text[text.IndexOf('\u2014', StringComparison.Ordinal)..];
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(text + string.Concat(Enumerable.Repeat(line, 15))), out _, out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text + string.Concat(Enumerable.Repeat(line, 64))), out _, out _));
    }
}

using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class WitnessTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly SampleLog _log = SampleLog.Of(300);
    private readonly NoteSigner _key = new("pref.example/witness", Enumerable.Repeat((byte)7, 32).ToArray());

    public void Dispose()
    {
        _key.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_witness_cosigns_what_extends_what_it_saw_and_anybody_can_check_it()
    {
        var witness = Open();
        var first = Cosign(witness, 0);
        Assert.True(witness.Key.HasCosigned(first, out var at));
        Assert.Equal(Now, at);
        Assert.Equal(NoteCheck.Verified, first.Check(_log.Signer.Verifier)); // the log's own signature still stands

        for (var i = 0; i < 400; i++)
        {
            _log.Append([(byte)i]);
        }

        var second = Cosign(Open(), 300); // also after a new start
        Assert.True(WitnessKey.TryParse(witness.Key.ToString(), out var key, out _));
        Assert.True(key.HasCosigned(second, out _));
    }

    [Fact]
    public void Another_past_an_old_head_and_another_key_are_refused_and_nothing_is_remembered()
    {
        var witness = Open();
        Cosign(witness, 0);
        using var rewritten = SampleLog.Of(299);
        rewritten.Append("書き換え"u8.ToArray());
        rewritten.Append("続き"u8.ToArray());
        var forged = WitnessRequest.Of(rewritten.Nodes, 300, 301, rewritten.Checkpoint());
        Assert.Null(witness.Cosign(forged, _log.Signer.Verifier, Now, out var fault));
        Assert.Contains("続きではありません", fault, StringComparison.Ordinal);

        Assert.Null(witness.Cosign(WitnessRequest.Of(_log.Nodes, 0, 300, _log.Checkpoint()), _log.Signer.Verifier, Now, out fault));
        Assert.Contains("--since 300", fault, StringComparison.Ordinal);

        using var thief = new NoteSigner(SampleLog.Origin, new byte[32]);
        var stolen = new Checkpoint(SampleLog.Origin, 300, _log.Tree.Root()).Sign(thief).ToBytes();
        Assert.Null(witness.Cosign(WitnessRequest.Of(_log.Nodes, 300, 300, stolen), _log.Signer.Verifier, Now, out _));
        Assert.NotNull(witness.Cosign(WitnessRequest.Of(_log.Nodes, 300, 300, _log.Checkpoint()), _log.Signer.Verifier, Now, out _)); // the control
    }

    [Fact]
    public void A_cosignature_changed_in_any_bit_is_none()
    {
        var witness = Open();
        var note = Cosign(witness, 0);
        var signature = note.Signatures[^1];
        for (var bit = 0; bit < signature.Bytes.Length * 8; bit++)
        {
            var bytes = signature.Bytes.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(witness.Key.HasCosigned(note with { Signatures = [signature with { Bytes = bytes }] }, out _), $"bit {bit}");
        }
    }

    [Fact]
    public void The_message_and_the_line_are_those_of_cosignature_v1()
    {
        var note = Cosign(Open(), 0);
        var signature = note.Signatures[^1];
        Assert.Equal(72, signature.Bytes.Length);
        var message = Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Now.ToUnixTimeSeconds()}\n{note.Text}");
        Assert.True(Ed25519.Verify(_key.Verifier.PublicKey.Span, message, signature.Bytes.Span[8..]));
    }

    [Fact]
    public void A_request_is_read_back_and_any_cut_one_is_refused_or_fails()
    {
        Cosign(Open(), 0);
        _log.Append("続き"u8.ToArray());
        var bytes = WitnessRequest.Of(_log.Nodes, 300, 301, _log.Checkpoint()).ToBytes();
        Assert.True(WitnessRequest.TryParse(bytes, out var read));
        Assert.Equal(bytes, read.ToBytes());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.True(!WitnessRequest.TryParse(bytes.AsSpan(0, length), out var cut) || Open().Cosign(cut, _log.Signer.Verifier, Now, out _) is null, $"{length}");
        }

        Assert.NotNull(Open().Cosign(read, _log.Signer.Verifier, Now, out _)); // the control
    }

    private Witness Open() => new(_key, _folder.File("seen"));

    private SignedNote Cosign(Witness witness, long since)
    {
        var request = WitnessRequest.Of(_log.Nodes, since, _log.Tree.Size, _log.Checkpoint());
        return witness.Cosign(request, _log.Signer.Verifier, Now, out var fault) ?? throw new InvalidDataException(fault);
    }
}

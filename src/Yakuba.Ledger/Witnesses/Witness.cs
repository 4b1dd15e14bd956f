using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>Co-signs the heads of logs, each only if it extends the last that it co-signed of that log. It remembers those in a folder of its own.</summary>
/// <param name="signer">The witness's key, used for nothing else; its name is the name of the witness.</param>
/// <param name="folder">Where the last heads are kept; is made when missing.</param>
/// <remarks>Two that share a folder must not run at once.</remarks>
public sealed class Witness(NoteSigner signer, string folder)
{
    /// <summary>The key that others check cosignatures with.</summary>
    public WitnessKey Key => new(signer.Verifier.Name, signer.Verifier.PublicKey.Span);

    /// <summary>Checks a request and co-signs its head.</summary>
    /// <param name="request">What the log handed over.</param>
    /// <param name="log">The log's key, from a source other than the request.</param>
    /// <param name="at">Now.</param>
    /// <param name="fault">Why it was refused, in Japanese with what to do; empty when it was not.</param>
    /// <returns>The head with the log's signatures and the cosignature; null when it was refused, and then nothing was remembered.</returns>
    public SignedNote? Cosign(WitnessRequest request, NoteVerifier log, DateTimeOffset at, out string fault)
    {
        if (!Checkpoint.TryOpen(request.Note.Span, log, out var head, out fault) || !SignedNote.TryParse(request.Note.Span, out var note, out fault))
        {
            return null;
        }

        var file = FileOf(log.Name);
        Checkpoint? last = null;
        if (File.Exists(file) && (!SignedNote.TryParse(File.ReadAllBytes(file), out var kept, out fault) || !Key.HasCosigned(kept, out _) || !Checkpoint.TryParse(kept.Text, out last, out fault)))
        {
            fault = $"{file} が壊れています。バックアップから戻してください。";
            return null;
        }

        if ((last?.Size ?? 0) != request.OldSize)
        {
            fault = $"前に立ち会ったのは {last?.Size ?? 0} 件の時点です。--since {last?.Size ?? 0} を付けて、依頼を作り直してもらってください。";
            return null;
        }

        if (last is { Size: > 0 } && !MerkleProof.VerifyConsistency(last.Size, head.Size, last.Root, head.Root, request.Proof))
        {
            fault = $"前に立ち会った {last.Size} 件の時点の続きではありません。記録が書き換えられた疑いがあります。";
            return null;
        }

        var cosigned = note with { Signatures = [.. note.Signatures, WitnessKey.Cosign(signer, note.Text, at)] };
        Remember(file, cosigned.ToBytes());
        return cosigned;
    }

    // Before the cosignature leaves: a witness that forgets could be shown another past.
    private void Remember(string file, byte[] note)
    {
        Directory.CreateDirectory(folder);
        CheckpointKeeper.Replace(file, note);
    }

    private string FileOf(string origin) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[..32]);
}

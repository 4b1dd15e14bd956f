using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>The head of a log at a size (C2SP tlog-checkpoint): what gets signed, printed and compared.</summary>
/// <param name="Origin">Names the log, <c>host/LG code/audit</c>; equal to the name of its key.</param>
/// <param name="Size">Entries in the log; at least 0.</param>
/// <param name="Root">Root of the tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    /// <summary>The three lines of the note text, each with its line feed. We write no extension lines; they cannot be audited.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");

    /// <summary>Signs the head. The caller must never sign two heads that do not extend each other; see <see cref="CheckpointKeeper"/>.</summary>
    /// <exception cref="ArgumentException">The origin is not the name of the key.</exception>
    public SignedNote Sign(params ReadOnlySpan<NoteSigner> signers)
    {
        foreach (var signer in signers)
        {
            if (signer.Verifier.Name != Origin)
            {
                throw new ArgumentException($"The key is named {signer.Verifier.Name}; the log is {Origin}.", nameof(signers));
            }
        }

        return SignedNote.Sign(ToText(), signers);
    }

    /// <summary>Reads the text of a note as a checkpoint. Extension lines of other logs are accepted and ignored.</summary>
    /// <param name="text">The text of a note.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint, out string fault)
    {
        checkpoint = null;
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length != 0 || lines[..^1].Any(line => line.Length == 0))
        {
            fault = "チェックポイントの形が違います（名前、件数、根のハッシュの3行）。";
            return false;
        }

        if (!DecimalNumber.TryParse(lines[1], out var size))
        {
            fault = "チェックポイントの2行目が件数ではありません。";
            return false;
        }

        if (!TreeHash.TryParse(lines[2], out var root))
        {
            fault = "チェックポイントの3行目が根のハッシュではありません。";
            return false;
        }

        (checkpoint, fault) = (new Checkpoint(lines[0], size, root), "");
        return true;
    }

    /// <summary>Reads a signed checkpoint, checks its signature and that it is of the log that the key names.</summary>
    /// <param name="note">The signed note as a file holds it.</param>
    /// <param name="key">The log's key.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryOpen(ReadOnlySpan<byte> note, NoteVerifier key, [NotNullWhen(true)] out Checkpoint? checkpoint, out string fault)
    {
        checkpoint = null;
        if (!SignedNote.TryParse(note, out var signed, out fault))
        {
            return false;
        }

        fault = signed.Check(key) switch
        {
            NoteCheck.BadSignature => "署名が本文と合いません。チェックポイントか署名が書き換えられています。",
            NoteCheck.UnknownKeys => "この検証鍵による署名がありません。鍵が違うか、署名が書き換えられています。",
            _ => "",
        };
        if (fault.Length > 0 || !TryParse(signed.Text, out var read, out fault))
        {
            return false;
        }

        if (read.Origin != key.Name)
        {
            fault = $"別の記録「{read.Origin}」のチェックポイントです。";
            return false;
        }

        checkpoint = read;
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Key name.</param>
/// <param name="KeyId">Key id.</param>
/// <param name="Bytes">The signature proper, without the key id; 64 bytes for Ed25519.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes);

/// <summary>What the signatures of a note are worth to somebody who trusts certain keys.</summary>
public enum NoteCheck
{
    /// <summary>At least one trusted key signed, and no trusted key's signature is wrong.</summary>
    Verified,

    /// <summary>No trusted key signed.</summary>
    UnknownKeys,

    /// <summary>A signature that claims a trusted key is wrong: the text or the signature was changed.</summary>
    BadSignature,
}

/// <summary>A text signed by one or more keys (C2SP signed-note).</summary>
/// <param name="Text">Ends with a line feed; no control characters but line feeds.</param>
/// <param name="Signatures">In the order of the lines.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MaxBytes = 1_000_000;
    private const int MaxSignatures = 64;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Signs a text with each signer in turn.</summary>
    /// <exception cref="ArgumentException">The text does not end with a line feed, holds control characters or half a surrogate pair.</exception>
    public static SignedNote Sign(string text, params ReadOnlySpan<NoteSigner> signers)
    {
        if (!IsNoteText(text))
        {
            throw new ArgumentException("A note's text ends with a line feed and holds no other control characters.", nameof(text));
        }

        var signatures = new List<NoteSignature>();
        foreach (var signer in signers)
        {
            signatures.Add(signer.SignNote(text));
        }

        return new SignedNote(text, signatures);
    }

    /// <summary>Weighs the signatures for somebody who trusts the given keys.</summary>
    public NoteCheck Check(params ReadOnlySpan<NoteVerifier> trusted)
    {
        var message = Utf8.GetBytes(Text);
        var verified = false;
        foreach (var signature in Signatures)
        {
            foreach (var key in trusted)
            {
                if (key.Name != signature.Name || key.KeyId != signature.KeyId)
                {
                    continue;
                }

                if (!key.Verify(message, signature.Bytes.Span))
                {
                    return NoteCheck.BadSignature;
                }

                verified = true;
            }
        }

        return verified ? NoteCheck.Verified : NoteCheck.UnknownKeys;
    }

    /// <summary>The note as a file holds it, UTF-8.</summary>
    public byte[] ToBytes() => Utf8.GetBytes(ToString());

    /// <summary>The note as text.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            note.Append(SignatureLine.Write(signature)).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>Reads a note. Says nothing about the worth of its signatures; see <see cref="Check"/>.</summary>
    /// <param name="bytes">The file, at most 1,000,000 bytes and 64 signatures.</param>
    /// <param name="note">The note, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, out string fault)
    {
        note = null;
        if (bytes.Length > MaxBytes || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            fault = "署名付き文書がUTF-8でないか、大きすぎます。";
            return false;
        }

        var all = Utf8.GetString(bytes);
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !all.EndsWith('\n') || !IsNoteText(all[..(split + 1)]))
        {
            fault = "署名付き文書の形が違います（本文、空行、署名の行）。";
            return false;
        }

        var lines = all[(split + 2)..].Split('\n')[..^1];
        var signatures = new List<NoteSignature>();
        foreach (var line in lines.Take(MaxSignatures + 1))
        {
            if (!SignatureLine.TryRead(line, out var signature))
            {
                break;
            }

            signatures.Add(signature);
        }

        if (signatures.Count == 0 || signatures.Count != lines.Length || signatures.Count > MaxSignatures)
        {
            fault = "署名の行が読めないか、数が多すぎます。";
            return false;
        }

        (note, fault) = (new SignedNote(all[..(split + 1)], signatures), "");
        return true;
    }

    private static bool IsNoteText(string text) =>
        text.EndsWith('\n') && !text.Any(c => c < ' ' && c != '\n') && !LoneSurrogate.IsIn(text);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>What is wrong with a signing key file.</summary>
public enum SigningKeyFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>A file is there already; a key is never overwritten.</summary>
    AlreadyThere,

    /// <summary>Others than the owner may read or write the file.</summary>
    OpenToOthers,

    /// <summary>The content is not a signing key.</summary>
    Malformed,

    /// <summary>The key belongs to another name than the one asked for.</summary>
    OtherName,
}

/// <summary>A signing key file cannot be used; <see cref="Fault"/> says why.</summary>
public sealed class SigningKeyException(SigningKeyFault fault, string path, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public SigningKeyFault Fault { get; } = fault;

    /// <summary>The file.</summary>
    public string Path { get; } = path;
}

/// <summary>The log's private key in a file that only its owner reads (0600): one line <c>PRIVATE+KEY+name+id+base64(01 ‖ seed)</c>, as Go's note package writes it.</summary>
public static class SigningKeyFile
{
    private const string Start = "PRIVATE+KEY+";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a new key and writes it through to the disk.</summary>
    /// <param name="path">A file that does not exist yet, in a directory that does.</param>
    /// <param name="name">Key name: the log's origin.</param>
    /// <exception cref="SigningKeyException">A file is there already.</exception>
    public static NoteSigner Create(string path, string name)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.KeyBytes);
        var signer = new NoteSigner(name, seed);
        var line = $"{Start}{name}+{IdText(signer)}+{Convert.ToBase64String([NoteVerifier.Ed25519Type, .. seed])}\n";
        CryptographicOperations.ZeroMemory(seed);
        if (File.Exists(path))
        {
            signer.Dispose();
            throw new SigningKeyException(SigningKeyFault.AlreadyThere, path, $"{path} is there already; a signing key is never overwritten.");
        }

        // Beside its place first: who is stopped in the middle leaves no half key where a key is looked for.
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(fresh, options))
        {
            file.Write(Encoding.UTF8.GetBytes(line));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path);
        return signer;
    }

    /// <summary>Loads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name that the key must have.</param>
    /// <exception cref="SigningKeyException">The file is missing, open to others, malformed, or of another name.</exception>
    public static NoteSigner Load(string path, string name)
    {
        if (!File.Exists(path))
        {
            throw new SigningKeyException(SigningKeyFault.Missing, path, $"{path} is missing.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new SigningKeyException(SigningKeyFault.OpenToOthers, path, $"{path} is open to others; its mode must be 0600.");
        }

        var line = File.ReadAllText(path);
        if (!line.StartsWith(Start, StringComparison.Ordinal)
            || line[Start.Length..].TrimEnd('\n').Split('+', 3) is not [var found, var id, var base64]
            || !KeyName.IsValid(found)
            || !StrictBase64.TryDecode(base64, out var key)
            || key.Length != Ed25519.KeyBytes + 1
            || key[0] != NoteVerifier.Ed25519Type)
        {
            throw Malformed(path);
        }

        if (found != name)
        {
            throw new SigningKeyException(SigningKeyFault.OtherName, path, $"{path} holds the key of {found}, not of {name}.");
        }

        var signer = new NoteSigner(found, key.AsSpan(1));
        CryptographicOperations.ZeroMemory(key);
        if (IdText(signer) != id)
        {
            signer.Dispose();
            throw Malformed(path);
        }

        return signer;
    }

    private static string IdText(NoteSigner signer) => signer.Verifier.KeyId.ToString("x8", CultureInfo.InvariantCulture);

    private static SigningKeyException Malformed(string path) =>
        new(SigningKeyFault.Malformed, path, $"{path} is not a signing key, or was damaged.");
}

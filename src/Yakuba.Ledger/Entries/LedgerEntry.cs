using System.Diagnostics.CodeAnalysis;

namespace Yakuba.Ledger;

/// <summary>One line of the record: who did what, when, with which model and which evidence, and what was found. No personal text; that lies sealed beside the log.</summary>
/// <remarks>Texts are counted in UTF-16 code units. <see cref="Encode"/> checks every range, so an entry that was written can be read.</remarks>
public sealed record LedgerEntry
{
    /// <summary>Most bytes of the canonical form.</summary>
    public const int MaxBytes = 16_384;

    /// <summary>When it happened; UTC, kept to the millisecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Account, process or <c>anonymous</c>; 1 to 200 characters.</summary>
    public required string Actor { get; init; }

    /// <summary>Roles that the actor had then; at most 32, each 1 to 64 characters.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What was done: a kebab-case name of 1 to 64 characters, such as <c>answer-intent</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Ties intent and result together; 1 to 64 visible ASCII characters.</summary>
    public required string Request { get; init; }

    /// <summary>The language model, where one was called.</summary>
    public ModelUsed? Model { get; init; }

    /// <summary>Version of the prompt template; 1 to 64 characters.</summary>
    public string? Prompt { get; init; }

    /// <summary>Version of the policy (settings that decide what is answered); 1 to 64 characters.</summary>
    public string? Policy { get; init; }

    /// <summary>Every passage that was retrieved, in rank order; at most 64.</summary>
    public IReadOnlyList<PassageUsed> Passages { get; init; } = [];

    /// <summary>What the checks found, and what was removed and why; at most 128.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>Commitments to sealed bodies by part (<c>question</c>, <c>answer</c>); at most 16, kebab-case names.</summary>
    public IReadOnlyDictionary<string, TreeHash> Commitments { get; init; } = new Dictionary<string, TreeHash>();

    /// <summary>Anything else that the action needs, by kebab-case name; at most 64, values of at most 2,000 characters. Never personal text.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The canonical JSON of the entry: the bytes that are stored and hashed.</summary>
    /// <exception cref="LedgerEntryException">A value is out of its range, or the whole exceeds <see cref="MaxBytes"/>.</exception>
    public byte[] Encode()
    {
        var faults = LedgerEntryRanges.Faults(this);
        if (faults.Count > 0)
        {
            throw new LedgerEntryException(string.Join(" ", faults));
        }

        var bytes = CanonicalJson.Write(LedgerEntryJson.Write(this));
        return bytes.Length <= MaxBytes
            ? bytes
            : throw new LedgerEntryException($"The entry has {bytes.Length} bytes; {MaxBytes} is the most.");
    }

    /// <summary>Reads stored bytes.</summary>
    /// <returns>False unless <see cref="Encode"/> of the result gives back exactly these bytes.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LedgerEntry? entry)
    {
        entry = null;
        if (bytes.Length > MaxBytes
            || !CanonicalJson.TryRead(bytes, out var json)
            || !LedgerEntryJson.TryRead(json, out var read)
            || LedgerEntryRanges.Faults(read).Count > 0
            || !CanonicalJson.Write(LedgerEntryJson.Write(read)).AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        entry = read;
        return true;
    }
}

/// <summary>The model that wrote.</summary>
/// <param name="Name">1 to 200 characters, as the server calls it.</param>
/// <param name="File">SHA-256 of the model file, where it is known.</param>
public sealed record ModelUsed(string Name, TreeHash? File = null);

/// <summary>A passage that was retrieved.</summary>
/// <param name="Id">Document version and passage; 1 to 200 characters.</param>
/// <param name="Hash">SHA-256 of the passage text.</param>
/// <param name="Label">Its label then, such as <c>公開</c>; 1 to 64 characters.</param>
public sealed record PassageUsed(string Id, TreeHash Hash, string Label);

/// <summary>What one check found.</summary>
/// <param name="Check">Name of the check; 1 to 64 characters.</param>
/// <param name="Outcome">Its outcome; 1 to 64 characters.</param>
/// <param name="Reason">Why; 0 to 400 characters, no personal text.</param>
public sealed record Verdict(string Check, string Outcome, string Reason = "");

/// <summary>An entry cannot be written: a value is out of the range that its type documents. The action must not go on.</summary>
public sealed class LedgerEntryException(string message) : Exception(message);

namespace Yakuba.Faults.Tests.Histories;

/// <summary>What a client was told, as something that must be so from then on.</summary>
internal enum PromiseKind
{
    /// <summary>A file was taken in. Key: its name; value: its SHA-256.</summary>
    Document,

    /// <summary>An answer was delivered. Key: its id; value: its place in the record.</summary>
    Answer,

    /// <summary>A section was added. Key: its code.</summary>
    Section,

    /// <summary>A removal of texts was asked for. Key: its number.</summary>
    Removal,

    /// <summary>Somebody keeps this key to verify the record with. Key: the key in its C2SP form.</summary>
    VerifierKey,

    /// <summary>Somebody keeps this signed head of the record. Key: the note.</summary>
    Head,
}

/// <param name="Kind">What was promised.</param>
/// <param name="Key">Of what; see the kind.</param>
/// <param name="Value">What must be so of it; see the kind.</param>
internal sealed record Promise(PromiseKind Kind, string Key, string Value = "");

/// <summary>What one client asked of the product and what it was told. Only what was acknowledged (exit code 0, HTTP 2xx, the line of a report) is a promise.</summary>
internal sealed class History
{
    private readonly List<Promise> _promises = [];

    internal History()
    {
    }

    /// <summary>Goes on where another history stands now.</summary>
    internal History(History before) => _promises.AddRange(before._promises);

    /// <summary>In the order in which they were given.</summary>
    internal IReadOnlyList<Promise> Promises => _promises;

    internal void Add(PromiseKind kind, string key, string value = "") => _promises.Add(new Promise(kind, key, value));

    internal IEnumerable<Promise> Of(PromiseKind kind) => _promises.Where(p => p.Kind == kind);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', _promises.Where(p => p.Kind != PromiseKind.Head));
}

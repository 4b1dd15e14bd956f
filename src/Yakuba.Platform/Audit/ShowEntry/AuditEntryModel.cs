using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Audit.ShowEntry;

/// <summary>What the page of one entry shows.</summary>
/// <remarks>Opening the body posts <c>reason</c> to <c>/audit/INDEX/body</c>; the opening is an entry itself. The proof comes from <c>/audit/INDEX/proof</c>.</remarks>
/// <param name="Index">Its place in the record, from 0.</param>
/// <param name="Action">What was done, in words.</param>
/// <param name="Facts">When, who, roles, channel, request, leaf hash and what else the entry says.</param>
/// <param name="Payload">The entry as it was hashed: canonical JSON.</param>
/// <param name="Body">Whether question and answer lie beside it.</param>
public sealed record AuditEntryModel(long Index, string Action, IReadOnlyList<FactLine> Facts, string Payload, EntryBody Body)
{
    /// <summary>The question, once opened; empty otherwise.</summary>
    public string Question { get; init; } = "";

    /// <summary>The answer, once opened; empty otherwise.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Index of the entry before or after that belongs to the same request; null for none.</summary>
    public long? Related { get; init; }

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>State of the text that an entry vouches for.</summary>
public enum EntryBody
{
    /// <summary>The entry has none.</summary>
    None,

    /// <summary>Closed: opening it needs a reason.</summary>
    Closed,

    /// <summary>Opened for this person, this once.</summary>
    Opened,

    /// <summary>Its key was destroyed; the entry still proves that it was there.</summary>
    Erased,
}

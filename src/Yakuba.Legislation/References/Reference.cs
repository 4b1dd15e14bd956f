using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>What became of a reference.</summary>
public enum ReferenceState
{
    /// <summary>It leads to a provision.</summary>
    Found,

    /// <summary>It leads to a provision whose text is 削除.</summary>
    Deleted,

    /// <summary>There is no such provision.</summary>
    Missing,

    /// <summary>It names another enactment that is not at hand.</summary>
    Elsewhere,

    /// <summary>It leads nowhere here, but may well speak of another enactment named before it, or of one that only amended this one.</summary>
    Unsure,
}

/// <summary>One place of a text that names a provision: 第三条第二項, 前条, 同項第一号, 附則第二項, 別表第一.</summary>
/// <param name="From">The provision whose text it stands in.</param>
/// <param name="Start">Where it begins in <see cref="Provision.Text"/>, in UTF-16 code units.</param>
/// <param name="Text">As written.</param>
/// <param name="Enactment">Name of the other enactment as written before it; empty when it speaks of its own.</param>
/// <param name="State">What became of it.</param>
/// <param name="Targets">Where it leads, one for each provision (前二条 has two); what it would lead to when there is none. Of another enactment, places in that one.</param>
public sealed record Reference(ProvisionPath From, int Start, string Text, string Enactment, ReferenceState State, ImmutableArray<ProvisionPath> Targets)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Text.Length;
}

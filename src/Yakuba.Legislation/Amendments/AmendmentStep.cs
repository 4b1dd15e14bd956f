using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>One thing that an amending sentence does. Steps are carried out in order, each on what the one before left.</summary>
internal abstract record AmendmentStep
{
    /// <summary>The lines that follow the sentence; empty for a step that needs none.</summary>
    internal ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Whether the sentence says 次の: without lines it is half a sentence.</summary>
    internal virtual bool NeedsLines => false;
}

/// <summary>第3条中「A」を「B」に改め、「C」を削る.</summary>
internal sealed record PhraseStep(ImmutableArray<Place> Places, ImmutableArray<PhraseChange> Changes) : AmendmentStep;

/// <summary>第3条を次のように改める.</summary>
internal sealed record RewriteStep(Place Place) : AmendmentStep
{
    internal override bool NeedsLines => true;
}

/// <summary>第3条の見出しを「（定義）」に改める: a name is given in the sentence itself.</summary>
/// <param name="IsNew">Whether there was none before.</param>
internal sealed record NameStep(Place Place, string Name, bool IsNew = false) : AmendmentStep;

/// <summary>第3条を削る.</summary>
internal sealed record RemoveStep(Place Place) : AmendmentStep;

/// <summary>第3条を第4条とする.</summary>
internal sealed record RenumberStep(Place From, Place To) : AmendmentStep;

/// <summary>第5条から第8条までを1条ずつ繰り下げる.</summary>
/// <param name="By">Above 0 when moved down, below 0 when moved up.</param>
internal sealed record ShiftStep(Place First, Place Last, int By) : AmendmentStep;

internal enum AddWhere
{
    After,
    Before,
    Into,
}

internal enum AddWhat
{
    Provisions,

    /// <summary>ただし書.</summary>
    Proviso,

    /// <summary>後段.</summary>
    SecondSentence,

    /// <summary>章名: a heading alone.</summary>
    Heading,

    /// <summary>前文.</summary>
    Preamble,

    /// <summary>次のように加える: rows of a table, lines of the contents.</summary>
    Lines,
}

/// <summary>第2条の次に次の1条を加える.</summary>
/// <param name="Kind">Of provisions, what they are.</param>
/// <param name="Count">How many; 0 where the sentence does not say.</param>
internal sealed record AddStep(Place Anchor, AddWhere Where, AddWhat What, ProvisionKind Kind, int Count) : AmendmentStep
{
    /// <summary>第1項として: it comes before those that there are.</summary>
    internal bool IsFirst { get; init; }

    internal override bool NeedsLines => true;
}

using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Walks the terms of one field of one segment in byte order.</summary>
internal sealed unsafe class TermCursor(SegmentReader segment, int field)
{
    private readonly long _end = (long)segment.Fields[field].FirstTerm + segment.Fields[field].Terms;

    internal bool AtEnd => Row == _end;

    internal ReadOnlySpan<byte> Term => segment.TextOf(Row);

    /// <summary>Row in the segment's term table.</summary>
    internal int Row { get; private set; } = (int)segment.Fields[field].FirstTerm;

    internal void MoveNext() => Row++;
}

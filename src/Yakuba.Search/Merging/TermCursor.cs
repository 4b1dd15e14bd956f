using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Walks the terms of one field of one segment in byte order.</summary>
internal sealed unsafe class TermCursor(SegmentReader segment, int field)
{
    private readonly long _end = (long)segment.Fields[field].FirstTerm + segment.Fields[field].Terms;
    private long _row = segment.Fields[field].FirstTerm;

    internal bool AtEnd => _row == _end;

    internal ReadOnlySpan<byte> Term => segment.Term(_row);

    internal TermRow Row => segment.Terms[_row];

    internal void MoveNext() => _row++;
}

namespace Yakuba.Search.Segments;

/// <summary>
/// A mapped segment. Every byte was checked at open, so that no later read can leave the file. Counted references: the mapping
/// goes when the last of index, snapshots and writer lets go.
/// </summary>
internal sealed unsafe class SegmentReader
{
    private readonly MappedFile _file;
    private readonly SectionTable.Extent[] _sections;
    private int _references = 1;

    private SegmentReader(string path, MappedFile file, SegmentHeader header, SectionTable.Extent[] sections)
    {
        Path = path;
        _file = file;
        _sections = sections;
        Header = header;
        Stamp = new SegmentStamp(file.Length, *(uint*)(file.Start + file.Length - sizeof(uint)));
        Passages = header.Passages;
        Windows = header.Windows;
        FrequentFrom = header.FrequentFrom;
    }

    internal string Path { get; }

    internal SegmentHeader Header { get; }

    internal SegmentStamp Stamp { get; }

    internal int Passages { get; }

    internal int Windows { get; }

    /// <summary>Passages from which a term is stored in windows.</summary>
    internal int FrequentFrom { get; }

    internal byte* Postings => At(SectionId.Postings);

    internal byte* TermText => At(SectionId.TermText);

    internal TermRow* Terms => (TermRow*)At(SectionId.Terms);

    internal FieldRow* Fields => (FieldRow*)At(SectionId.Fields);

    internal GroupRow* Groups => (GroupRow*)At(SectionId.Groups);

    internal uint* Ordinals => (uint*)At(SectionId.Ordinals);

    /// <summary>Maps and checks the file: checksums of all sections, then that every number in them is possible.</summary>
    /// <remarks>Cost: one pass over the file, 5 to 8 GB/s when it is cached; see docs/formats/segment.md.</remarks>
    /// <exception cref="IndexDamagedException">The file is not exactly what a writer left.</exception>
    /// <exception cref="IndexVersionException">The file is of another format version.</exception>
    internal static SegmentReader Open(string path)
    {
        var file = MappedFile.Open(path, SegmentFormat.HeaderBytes + SegmentFormat.TrailerBytes);
        try
        {
            var header = SegmentHeader.Read(path, new ReadOnlySpan<byte>(file.Start, SegmentFormat.HeaderBytes));
            var reader = new SegmentReader(path, file, header, SectionTable.Read(path, file));
            SegmentCheck.Run(reader);
            return reader;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal SectionTable.Extent Extent(SectionId section) => _sections[(int)section - 1];

    internal byte* At(SectionId section) => _file.Start + _sections[(int)section - 1].Offset;

    /// <summary>Lengths of one field, a number for each passage.</summary>
    internal ReadOnlySpan<ushort> Lengths(int field) =>
        new((ushort*)At(SectionId.Lengths) + ((long)field * Passages), Passages);

    internal ReadOnlySpan<byte> Term(long row) =>
        new(TermText + Terms[row].Text, (int)(Terms[row + 1].Text - Terms[row].Text));

    /// <summary>Row of a term in the term table, or −1.</summary>
    internal int Find(int field, ReadOnlySpan<byte> term)
    {
        long low = Fields[field].FirstTerm, high = low + Fields[field].Terms - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Term(middle).SequenceCompareTo(term);
            if (order == 0)
            {
                return (int)middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    /// <summary>Row of the group that <paramref name="passage"/> belongs to.</summary>
    internal int GroupRowOf(int passage)
    {
        int low = 0, high = Header.Groups - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (Groups[middle].FirstPassage <= passage)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Row of a group in the group table, or −1.</summary>
    internal int FindGroup(uint group)
    {
        var at = new ReadOnlySpan<GroupRow>(Groups, Header.Groups).BinarySearch(new GroupNumber(group));
        return at < 0 ? -1 : at;
    }

    /// <summary>group &lt;&lt; 32 | ordinal: the order of passages whose scores are equal.</summary>
    internal ulong KeyOf(int passage) => ((ulong)Groups[GroupRowOf(passage)].Group << 32) | Ordinals[passage];

    /// <summary>Takes a reference, unless the mapping is already gone.</summary>
    internal bool TryHold()
    {
        for (var seen = Volatile.Read(ref _references); seen > 0; seen = Volatile.Read(ref _references))
        {
            if (Interlocked.CompareExchange(ref _references, seen + 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            _file.Dispose();
        }
    }

    private readonly record struct GroupNumber(uint Group) : IComparable<GroupRow>
    {
        public int CompareTo(GroupRow other) => Group.CompareTo(other.Group);
    }
}

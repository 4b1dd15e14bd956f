namespace Yakuba.Search.Segments;

/// <summary>
/// A mapped segment. Its small tables are checked at open; blocks of the large ones, each term's postings and its positions before they
/// are first read, so that no read can leave the file or return what was not written. Counted references: the mapping goes when the last
/// of index, snapshots and writer lets go.
/// </summary>
internal sealed unsafe class SegmentReader
{
    private readonly MappedFile _file;
    private readonly SectionTable.Extent[] _sections;
    private FirstReadings? _readings; // Set once the small tables are known to be sound.
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

    internal FieldRow* Fields => (FieldRow*)At(SectionId.Fields);

    /// <summary>Narrows look-ups; null when the file has none.</summary>
    internal SegmentGuide? Guide { get; private set; }

    /// <summary>What was checked so far.</summary>
    internal FirstReadings Readings => _readings!;

    /// <summary>The whole table, for who walks it; <see cref="SegmentLookup.KeyOf"/> reads less of it.</summary>
    /// <exception cref="IndexDamagedException">The groups are not what was written.</exception>
    internal GroupRow* Groups
    {
        get
        {
            Readings.DemandGroups();
            return (GroupRow*)At(SectionId.Groups);
        }
    }

    internal PhraseRow* Phrases => (PhraseRow*)At(SectionId.Phrases);

    /// <summary>Maps the file and checks its tables; see docs/formats/segment.md.</summary>
    /// <exception cref="IndexDamagedException">Header, trailer or a table is not what a writer left.</exception>
    /// <exception cref="IndexVersionException">The file is of another format version.</exception>
    internal static SegmentReader Open(string path)
    {
        var file = MappedFile.Open(path, SegmentFormat.HeaderBytes + SegmentFormat.TrailerBytes);
        try
        {
            var header = SegmentHeader.Read(path, new ReadOnlySpan<byte>(file.Start, SegmentFormat.HeaderBytes));
            var reader = new SegmentReader(path, file, header, SectionTable.Read(path, file, SegmentFormat.SectionsOf(header.Version)));
            var terms = SegmentCheck.Tables(reader);
            reader.Guide = SegmentGuide.Of(reader, terms);
            reader._readings = new FirstReadings(reader, terms);
            return reader;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal SectionTable.Extent Extent(SectionId section) => _sections[(int)section - 1];

    internal bool Has(SectionId section) => _sections.Length >= (int)section;

    internal byte* At(SectionId section) => _file.Start + _sections[(int)section - 1].Offset;

    /// <summary>Asks the system to read a section, or a part of it, ahead.</summary>
    internal void Fetch(SectionId section) => Fetch(section, 0, Extent(section).Length);

    /// <inheritdoc cref="MappedFile.LetGo"/>
    internal void LetGo() => _file.LetGo();

    internal void Fetch(SectionId section, long offset, long length) => _file.Fetch(Extent(section).Offset + offset, length);

    /// <summary>Lengths of one field, a number for each passage.</summary>
    /// <exception cref="IndexDamagedException">The lengths are not what was written.</exception>
    internal ReadOnlySpan<ushort> Lengths(int field)
    {
        Readings.DemandLengths();
        return new((ushort*)At(SectionId.Lengths) + ((long)field * Passages), Passages);
    }

    /// <summary>Must be called before a term's postings are read. Cheap but for the first time.</summary>
    /// <exception cref="IndexDamagedException">The postings are not what was written.</exception>
    internal void DemandPostings(int term) => Readings.DemandPostings(term);

    /// <summary>The same for a term's positions; the field keeps them.</summary>
    /// <exception cref="IndexDamagedException">The positions are not what was written.</exception>
    internal void DemandPositions(int field, int term) => Readings.DemandPositions(field, term);

    /// <summary>Positions of a term of a field that keeps them, posting by posting; the last of each is marked.</summary>
    /// <param name="skips">Number of the first position of every 64th posting.</param>
    internal ushort* PositionsOf(int field, int term, out uint* skips)
    {
        skips = (uint*)At(SectionId.Positions) + PhraseOf(field, term).Start;
        return (ushort*)(skips + SegmentFormat.SkipsOf(Term(term).DocumentFrequency));
    }

    internal ref PhraseRow PhraseOf(int field, int term) => ref Phrases[Fields[field].FirstPhrase + (uint)term - Fields[field].FirstTerm];

    /// <summary>A row of the term table.</summary>
    /// <exception cref="IndexDamagedException">The row is not what was written.</exception>
    internal ref readonly TermRow Term(long row)
    {
        Readings.Terms.Demand(row * sizeof(TermRow), sizeof(TermRow));
        return ref ((TermRow*)At(SectionId.Terms))[row];
    }

    /// <summary>Asks the system to read all terms ahead, for who walks them.</summary>
    internal void FetchTerms()
    {
        Fetch(SectionId.Terms);
        Fetch(SectionId.TermText);
    }

    /// <exception cref="IndexDamagedException">The term is not what was written.</exception>
    internal ReadOnlySpan<byte> TextOf(long row)
    {
        var (from, to) = (Term(row).Text, Term(row + 1).Text);
        SegmentCheck.Demand(this, SectionId.Terms, from <= to && to <= Extent(SectionId.TermText).Length, "the terms are out of order");
        Readings.TermText.Demand(from, to - from);
        return new(At(SectionId.TermText) + from, (int)(to - from));
    }

    /// <summary>Ordinal of a passage in its group.</summary>
    /// <exception cref="IndexDamagedException">The ordinals are not what was written.</exception>
    internal uint OrdinalOf(int passage)
    {
        Readings.Ordinals.Demand(passage * (long)sizeof(uint), sizeof(uint));
        return ((uint*)At(SectionId.Ordinals))[passage];
    }

    /// <summary>Some rows of the group table; the rest of what is returned may be unsound.</summary>
    /// <exception cref="IndexDamagedException">The rows are not what was written.</exception>
    internal GroupRow* GroupRows(int first, int count)
    {
        Readings.Groups.Demand(first * (long)sizeof(GroupRow), count * (long)sizeof(GroupRow));
        return (GroupRow*)At(SectionId.Groups);
    }

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
}

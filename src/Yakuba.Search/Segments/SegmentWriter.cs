using System.Runtime.InteropServices;
using Yakuba.Search.Postings;

namespace Yakuba.Search.Segments;

/// <summary>Writes one segment file from front to back: fields in schema order, in each its terms in byte order, then the tables, then positions.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly string _path;
    private readonly SegmentStream _stream;
    private readonly PassageTable _passages;
    private readonly uint _segment;
    private readonly PostingsSerialiser _postings;
    private readonly List<PhraseRow> _phrases = [];
    private readonly SectionTable.Extent[] _sections = new SectionTable.Extent[SegmentFormat.SectionsOf(SegmentFormat.Version)];
    private readonly BlockChecksums _blocks = new();
    private readonly long _postingsStart;
    private long _positionsStart = -1;
    private readonly List<FieldRow> _fields = [];
    private readonly List<ushort[]> _lengths = [];
    private readonly List<TermRow> _terms = [];
    private readonly List<byte> _text = [];
    private bool _finished;

    internal SegmentWriter(string path, uint segment, PassageTable passages)
    {
        _path = path;
        _segment = segment;
        _passages = passages;
        _postings = new PostingsSerialiser(passages.Passages);
        _stream = new SegmentStream(path);
        // The header needs the number of fields, which is known at the end; its place is kept free until then.
        _stream.Write<byte>(new byte[SegmentFormat.HeaderBytes]);
        _postingsStart = _stream.BeginSection();
    }

    /// <param name="lengths">Terms of this field in each passage; up to <see cref="Impact.MaxLength"/>.</param>
    /// <param name="meanLength">Mean that the impacts are computed with.</param>
    /// <param name="hasPositions">Whether <see cref="AddPositions"/> will be called for each of its terms.</param>
    internal void BeginField(ushort[] lengths, double meanLength, bool hasPositions)
    {
        ulong tokens = 0;
        foreach (var length in lengths)
        {
            tokens += length;
        }

        _fields.Add(new FieldRow
        {
            FirstTerm = (uint)_terms.Count,
            Tokens = tokens,
            MeanLength = meanLength,
            FirstPhrase = (uint)_fields.Sum(field => field.HasPositions * field.Terms),
            HasPositions = hasPositions ? 1u : 0,
        });
        _lengths.Add(lengths);
    }

    /// <summary>Adds a term to the field begun last. Terms come in ascending order of their bytes.</summary>
    internal void AddTerm(ReadOnlySpan<byte> term, ReadOnlySpan<uint> postings)
    {
        var (position, checksum) = _postings.Write(_stream, postings);
        var at = position - _postingsStart;
        if (at / sizeof(uint) > uint.MaxValue)
        {
            throw new NotSupportedException("The postings of one segment would pass 16 GiB.");
        }

        _terms.Add(new TermRow
        {
            Text = (uint)_text.Count,
            DocumentFrequency = (uint)postings.Length,
            Postings = (uint)(at / sizeof(uint)),
            Checksum = checksum,
        });
        _text.AddRange(term);
        CollectionsMarshal.AsSpan(_fields)[^1].Terms++;
    }

    /// <summary>Writes the tables: after the terms of all fields, before the positions of the first.</summary>
    internal void BeginPositions()
    {
        _terms.Add(new TermRow { Text = (uint)_text.Count });
        _sections[0] = _stream.EndSection(_postingsStart);
        _sections[1] = SectionInBlocks<byte>(CollectionsMarshal.AsSpan(_text));
        _sections[2] = SectionInBlocks<TermRow>(CollectionsMarshal.AsSpan(_terms));
        _sections[3] = Section<FieldRow>(CollectionsMarshal.AsSpan(_fields));
        _sections[4] = SectionInBlocks(_passages.GroupRows);
        _sections[5] = SectionInBlocks(_passages.Ordinals);
        _sections[6] = Lengths();
        _positionsStart = _stream.BeginSection();
    }

    /// <summary>Adds the positions of the next term of the fields that keep them, in the order of <see cref="AddTerm"/>.</summary>
    /// <param name="positions">For each posting its positions, ascending, the last marked with <see cref="SegmentFormat.LastPosition"/>.</param>
    internal void AddPositions(ReadOnlySpan<ushort> positions)
    {
        var (at, checksum) = PositionsSerialiser.Write(_stream, positions);
        _phrases.Add(new PhraseRow { Start = checked((uint)((at - _positionsStart) / sizeof(uint))), Count = (uint)positions.Length, Checksum = checksum });
    }

    /// <summary>Writes the last tables, the checksums and the header, and waits until the disk has the file.</summary>
    /// <returns>What binds a manifest to exactly this file.</returns>
    internal SegmentStamp Finish()
    {
        if (_positionsStart < 0)
        {
            BeginPositions();
        }

        _sections[7] = _stream.EndSection(_positionsStart);
        _sections[8] = Section<PhraseRow>(CollectionsMarshal.AsSpan(_phrases));
        _sections[9] = Guide();
        _sections[10] = Section(_blocks.All);
        var end = SectionTable.Serialise(_sections, _stream.Position);
        _stream.Write<byte>(end);
        var header = new byte[SegmentFormat.HeaderBytes];
        new SegmentHeader(SegmentFormat.Version, _segment, _passages.Passages, _passages.Groups, _fields.Count).Write(header);
        _stream.WriteAtStart(header);
        _stream.Sync();
        _finished = true;
        return new SegmentStamp(_stream.Position, BitConverter.ToUInt32(end.AsSpan(end.Length - sizeof(uint))));
    }

    /// <summary>Closes the file; one that was not finished is deleted.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_finished)
        {
            File.Delete(_path);
        }
    }

    private SectionTable.Extent Section<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var start = _stream.BeginSection();
        _stream.Write(values);
        return _stream.EndSection(start);
    }

    private SectionTable.Extent SectionInBlocks<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        _blocks.Add(MemoryMarshal.AsBytes(values));
        return Section(values);
    }

    private SectionTable.Extent Guide()
    {
        var text = CollectionsMarshal.AsSpan(_text);
        var start = _stream.BeginSection();
        for (var row = 0; row < _terms.Count - 1; row += SegmentFormat.TermsInStep)
        {
            _stream.Write([SegmentGuide.PrefixOf(text[(int)_terms[row].Text..(int)_terms[row + 1].Text])]);
        }

        for (var row = 0; row < _passages.Groups; row += SegmentFormat.GroupsInStep)
        {
            _stream.Write([_passages.GroupRows[row].FirstPassage]);
        }

        return _stream.EndSection(start);
    }

    private SectionTable.Extent Lengths()
    {
        var start = _stream.BeginSection();
        foreach (var plane in _lengths)
        {
            _stream.Write<ushort>(plane);
        }

        return _stream.EndSection(start);
    }
}

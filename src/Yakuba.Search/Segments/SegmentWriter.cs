using System.Runtime.InteropServices;
using Yakuba.Search.Postings;

namespace Yakuba.Search.Segments;

/// <summary>Writes one segment file from front to back: fields in schema order, in each its terms in byte order, then the tables.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly string _path;
    private readonly SegmentStream _stream;
    private readonly PassageTable _passages;
    private readonly uint _segment;
    private readonly PostingsSerialiser _postings;
    private readonly long _postingsStart;
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
    internal void BeginField(ushort[] lengths, double meanLength)
    {
        ulong tokens = 0;
        foreach (var length in lengths)
        {
            tokens += length;
        }

        _fields.Add(new FieldRow { FirstTerm = (uint)_terms.Count, Tokens = tokens, MeanLength = meanLength });
        _lengths.Add(lengths);
    }

    /// <summary>Adds a term to the field begun last. Terms come in ascending order of their bytes.</summary>
    internal void AddTerm(ReadOnlySpan<byte> term, ReadOnlySpan<uint> postings)
    {
        var at = _postings.Write(_stream, postings) - _postingsStart;
        if (at / sizeof(uint) > uint.MaxValue)
        {
            throw new NotSupportedException("The postings of one segment would pass 16 GiB.");
        }

        _terms.Add(new TermRow { Text = (uint)_text.Count, DocumentFrequency = (uint)postings.Length, Postings = (uint)(at / sizeof(uint)) });
        _text.AddRange(term);
        CollectionsMarshal.AsSpan(_fields)[^1].Terms++;
    }

    /// <summary>Writes the tables, the checksums and the header, and waits until the disk has the file.</summary>
    /// <returns>What binds a manifest to exactly this file.</returns>
    internal SegmentStamp Finish()
    {
        _terms.Add(new TermRow { Text = (uint)_text.Count });
        var sections = new SectionTable.Extent[(int)SectionId.Lengths];
        sections[0] = _stream.EndSection(_postingsStart);
        sections[1] = Section<byte>(CollectionsMarshal.AsSpan(_text));
        sections[2] = Section<TermRow>(CollectionsMarshal.AsSpan(_terms));
        sections[3] = Section<FieldRow>(CollectionsMarshal.AsSpan(_fields));
        sections[4] = Section(_passages.GroupRows);
        sections[5] = Section(_passages.Ordinals);
        sections[6] = Lengths();
        var end = SectionTable.Serialise(sections, _stream.Position);
        _stream.Write<byte>(end);
        var header = new byte[SegmentFormat.HeaderBytes];
        new SegmentHeader(_segment, _passages.Passages, _passages.Groups, _fields.Count).Write(header);
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

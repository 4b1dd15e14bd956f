using System.Text;
using Yakuba.Search.Directories;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Vectors;

/// <summary>Writes one vector file. It appears under its name, whole and on the disk, when <see cref="Publish"/> returns, or not at all.</summary>
internal sealed class VectorFileWriter : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly int _dimension;
    private readonly byte[] _label;
    private readonly SegmentStream _stream;
    private readonly long _codes;
    private readonly byte[] _row;
    private readonly sbyte[] _code;
    private readonly List<ulong> _signs = [];
    private readonly List<float> _scales = [];
    private readonly List<uint> _ordinals = [];
    private readonly List<GroupRow> _groups = [];
    private bool _isPublished;

    internal VectorFileWriter(string path, int dimension, string label)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, VectorCode.MinDimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, VectorCode.MaxDimension);
        _label = Encoding.UTF8.GetBytes(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_label.Length, VectorFormat.MaxLabelBytes, nameof(label));
        (_path, _draft, _dimension) = (path, path + ".new", dimension);
        _row = new byte[VectorFormat.Stride(dimension)];
        _code = new sbyte[dimension];
        _stream = new SegmentStream(_draft);
        _stream.Write<byte>(new byte[VectorFormat.HeaderBytes]);
        _codes = _stream.BeginSection();
    }

    internal int Count => _scales.Count;

    /// <summary>Adds a vector. Groups ascend, and ordinals within a group.</summary>
    /// <exception cref="VectorRefusedException">The vector has a fault.</exception>
    /// <exception cref="ArgumentException">The order is wrong.</exception>
    internal void Add(uint group, uint ordinal, ReadOnlySpan<float> vector)
    {
        var fault = VectorCode.Check(vector, _dimension);
        if (fault != VectorFault.None)
        {
            throw new VectorRefusedException(fault, vector.Length, _dimension);
        }

        var scale = VectorCode.Encode(vector, _code);
        _row.AsSpan().Clear();
        for (var i = 0; i < _dimension; i++)
        {
            _row[i] = (byte)(_code[i] + VectorCode.Bias);
        }

        AddCoded(group, ordinal, _row, scale);
    }

    /// <summary>Adds a vector that has its codes already.</summary>
    /// <param name="row">Codes with bias, and padding of 0.</param>
    internal void AddCoded(uint group, uint ordinal, ReadOnlySpan<byte> row, float scale)
    {
        var last = _groups.Count > 0 ? _groups[^1].Group : 0;
        if (_groups.Count == 0 || group > last)
        {
            _groups.Add(new GroupRow { Group = group, FirstPassage = (uint)Count });
        }
        else if (group < last || ordinal <= _ordinals[^1])
        {
            throw new ArgumentException($"Vector {group}/{ordinal} comes after {last}/{_ordinals[^1]}: vectors are added in order, each once.");
        }

        if (Count == VectorFormat.MaxVectors)
        {
            throw new InvalidOperationException($"A vector file holds at most {VectorFormat.MaxVectors} vectors.");
        }

        _stream.Write(row);
        for (var word = 0; word < VectorFormat.SignWords(_dimension); word++)
        {
            _signs.Add(SignCode.Word(row, word, _dimension));
        }

        _scales.Add(scale);
        _ordinals.Add(ordinal);
    }

    /// <summary>Completes the file, waits until the disk has it, and gives it its name in one step. An older file of the name is replaced.</summary>
    internal void Publish()
    {
        Span<uint> checksums = stackalloc uint[VectorHeader.Sections];
        checksums[0] = _stream.EndSection(_codes).Checksum;
        checksums[1] = Section<ulong>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_signs));
        checksums[2] = Section<float>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_scales));
        checksums[3] = Section<uint>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ordinals));
        var header = new VectorHeader(_dimension, Count, _groups.Count, _label.Length);
        _groups.Add(new GroupRow { Group = 0, FirstPassage = (uint)Count });
        checksums[4] = Section<GroupRow>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_groups));
        checksums[5] = Section<byte>(_label);
        Span<byte> bytes = stackalloc byte[VectorFormat.HeaderBytes];
        header.Write(bytes, checksums);
        _stream.WriteAtStart(bytes);
        _stream.Sync();
        _stream.Dispose();
        File.Move(_draft, _path, overwrite: true);
        DirectorySync.Run(Path.GetDirectoryName(_path)!);
        _isPublished = true;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (!_isPublished)
        {
            File.Delete(_draft);
        }
    }

    private uint Section<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var start = _stream.BeginSection();
        _stream.Write(values);
        return _stream.EndSection(start).Checksum;
    }
}

using System.Text;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Vectors;

/// <summary>
/// A mapped vector file. Every byte was checked at open, so that no later read can leave the file. Counted references: the mapping
/// goes when the last of index and snapshots lets go.
/// </summary>
internal sealed unsafe class VectorFile
{
    private readonly MappedFile _file;
    private int _references = 1;

    private VectorFile(string path, MappedFile file, VectorHeader header)
    {
        (Path, _file, Header) = (path, file, header);
        Codes = At(VectorSection.Codes);
        Signs = (ulong*)At(VectorSection.Signs);
        Scales = (float*)At(VectorSection.Scales);
        Ordinals = (uint*)At(VectorSection.Ordinals);
        Groups = (GroupRow*)At(VectorSection.Groups);
    }

    internal string Path { get; }

    internal VectorHeader Header { get; }

    internal byte* Codes { get; }

    internal ulong* Signs { get; }

    internal float* Scales { get; }

    internal uint* Ordinals { get; }

    internal GroupRow* Groups { get; }

    /// <summary>Which model made the vectors, in words of the writer's choice.</summary>
    internal string Label { get; private set; } = "";

    /// <summary>Maps and checks the file.</summary>
    /// <exception cref="IndexDamagedException">The file is not exactly what a writer left.</exception>
    /// <exception cref="IndexVersionException">The file is of another format version.</exception>
    internal static VectorFile Open(string path)
    {
        var mapped = MappedFile.Open(path, VectorFormat.HeaderBytes);
        try
        {
            var header = VectorHeader.Read(path, new ReadOnlySpan<byte>(mapped.Start, VectorFormat.HeaderBytes));
            if (mapped.Length != header.FileBytes)
            {
                throw new IndexDamagedException(path, "header", $"the file has {mapped.Length} bytes; {header.FileBytes} are needed.");
            }

            var file = new VectorFile(path, mapped, header);
            file.Check();
            return file;
        }
        catch
        {
            mapped.Dispose();
            throw;
        }
    }

    /// <summary>A row of the group table: its group, first vector, and one past its last.</summary>
    internal (uint Group, int From, int To) Row(int row) => (Groups[row].Group, (int)Groups[row].FirstPassage, (int)Groups[row + 1].FirstPassage);

    /// <summary>Where a group's row is; the complement of where it would be when it is not here.</summary>
    internal int FindGroup(uint group)
    {
        var (low, high) = (0, Header.Groups - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = Groups[middle].Group;
            if (found == group)
            {
                return middle;
            }

            (low, high) = found < group ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>Group and ordinal of a vector: one number that sorts as the vectors do.</summary>
    internal ulong KeyOf(int vector)
    {
        var (low, high) = (0, Header.Groups);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Groups[middle].FirstPassage <= vector ? (middle, high) : (low, middle);
        }

        return ((ulong)Groups[low].Group << 32) | Ordinals[vector];
    }

    /// <summary>Number of a group's vector, or −1.</summary>
    internal int Find(int row, uint ordinal)
    {
        var (low, high) = ((int)Groups[row].FirstPassage, (int)Groups[row + 1].FirstPassage - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (Ordinals[middle] == ordinal)
            {
                return middle;
            }

            (low, high) = Ordinals[middle] < ordinal ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    internal void Hold() => Interlocked.Increment(ref _references);

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            _file.Dispose();
        }
    }

    private byte* At(VectorSection section) => _file.Start + Header.StartOf(section);

    private void Check()
    {
        var header = new ReadOnlySpan<byte>(_file.Start, VectorFormat.HeaderBytes);
        for (VectorSection section = 0; (int)section < VectorHeader.Sections; section++)
        {
            Demand(section, Crc32C.Of(At(section), SegmentFormat.Padded(Header.LengthOf(section))) == VectorHeader.ChecksumOf(header, section), "the checksum does not match.");
        }

        CheckGroups();
        for (var i = 0; i < Header.Vectors; i++)
        {
            Demand(VectorSection.Scales, float.IsFinite(Scales[i]) && Scales[i] > 0, "a scale is not possible.");
        }

        try
        {
            Label = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(At(VectorSection.Label), Header.LabelBytes);
        }
        catch (DecoderFallbackException)
        {
            Demand(VectorSection.Label, false, "this is not UTF-8.");
        }
    }

    private void CheckGroups()
    {
        Demand(VectorSection.Groups, Groups[0].FirstPassage == 0 && Groups[Header.Groups].FirstPassage == Header.Vectors, "the groups do not cover the vectors.");
        for (var row = 0; row < Header.Groups; row++)
        {
            var (from, to) = (Groups[row].FirstPassage, Groups[row + 1].FirstPassage);
            Demand(VectorSection.Groups, from < to && to <= Header.Vectors && (row == 0 || Groups[row].Group > Groups[row - 1].Group), "the groups are out of order.");
            for (var i = from + 1; i < to; i++)
            {
                Demand(VectorSection.Ordinals, Ordinals[i] > Ordinals[i - 1], "the ordinals are out of order.");
            }
        }
    }

    private void Demand(VectorSection section, bool holds, string what)
    {
        if (!holds)
        {
            throw new IndexDamagedException(Path, section.ToString().ToLowerInvariant(), what);
        }
    }
}

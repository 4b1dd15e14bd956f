using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>A segment as the writer holds it between commits.</summary>
internal sealed class WorkingSegment(ManifestSegment published, SegmentReader reader, IEnumerable<uint> removed, bool isPublished)
{
    private const double MostDrift = 0.1;
    private readonly SortedSet<uint> _removed = [.. removed];
    private int _savedRemovals = removed.Count();

    /// <summary>What the manifest says, or will say.</summary>
    internal ManifestSegment Entry { get; private set; } = published;

    internal SegmentReader Reader { get; } = reader;

    /// <summary>False between sealing and the commit that names it.</summary>
    internal bool IsPublished { get; set; } = isPublished;

    internal bool HasUnsavedRemovals => _removed.Count != _savedRemovals;

    internal bool IsEmpty => _removed.Count == Reader.Header.Groups;

    /// <summary>The segment without the groups removed so far, saved or not.</summary>
    internal SegmentView View() => new(Reader, [.. _removed]);

    /// <summary>Sum of the lengths of one field over the passages that are not removed, in terms.</summary>
    internal unsafe long LiveTokens(int field)
    {
        var tokens = (long)Reader.Fields[field].Tokens;
        var lengths = Reader.Lengths(field);
        var view = View();
        foreach (var group in _removed)
        {
            var (from, to) = view.RangeOf(group);
            foreach (var length in lengths[from..to])
            {
                tokens -= length;
            }
        }

        return tokens;
    }

    /// <summary>Whether a field's impacts were sealed with a mean length more than a tenth off <paramref name="means"/>.</summary>
    internal unsafe bool HasDriftedFrom(ReadOnlySpan<double> means)
    {
        for (var field = 0; field < means.Length; field++)
        {
            var row = Reader.Fields[field];
            if (row.Tokens > 0 && Math.Abs((row.MeanLength / means[field]) - 1) > MostDrift)
            {
                return true;
            }
        }

        return false;
    }

    internal void Remove(uint group)
    {
        if (Reader.FindGroup(group) >= 0)
        {
            _removed.Add(group);
        }
    }

    /// <summary>Writes the removed groups as a new version of their file.</summary>
    internal void SaveRemovals(IndexDirectory directory)
    {
        var version = Entry.RemovalsVersion + 1;
        var bytes = RemovedGroups.Serialise(Entry.Id, [.. _removed]);
        IndexDirectory.WriteSynced(directory.RemovalsPath(Entry.Id, version), bytes);
        directory.Took("removals written");
        Entry = Entry with { RemovalsVersion = version, RemovalsChecksum = RemovedGroups.ChecksumOf(bytes) };
        _savedRemovals = _removed.Count;
    }
}

using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>The opened segments of one manifest. Counted references; readers that two generations share are opened once.</summary>
internal sealed class SegmentSet
{
    private int _references = 1;

    /// <summary>Takes over one reference on each reader.</summary>
    internal SegmentSet(Manifest manifest, SegmentView[] views)
    {
        Manifest = manifest;
        Views = views;
        Passages = views.Sum(view => (long)view.LivePassages);
    }

    internal Manifest Manifest { get; }

    /// <summary>In the order of the manifest.</summary>
    internal SegmentView[] Views { get; }

    /// <summary>Passages that a search can find.</summary>
    internal long Passages { get; }

    /// <summary>Opens what <paramref name="manifest"/> names, taking readers from <paramref name="before"/> where they are the same.</summary>
    /// <exception cref="FileNotFoundException">A named file is gone: the manifest is stale, or the index is damaged.</exception>
    internal static SegmentSet Open(IndexDirectory directory, Manifest manifest, SegmentSet? before)
    {
        var views = new List<SegmentView>(manifest.Segments.Count);
        try
        {
            foreach (var segment in manifest.Segments)
            {
                views.Add(OpenView(directory, manifest, segment, before));
            }

            return new SegmentSet(manifest, [.. views]);
        }
        catch
        {
            views.ForEach(view => view.Segment.Release());
            throw;
        }
    }

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
            foreach (var view in Views)
            {
                view.Segment.Release();
            }
        }
    }

    private static SegmentView OpenView(IndexDirectory directory, Manifest manifest, ManifestSegment segment, SegmentSet? before)
    {
        var place = before is null ? -1 : IndexOf(before.Manifest.Segments, segment.Id);
        if (place >= 0 && before!.Manifest.Segments[place] == segment && before.Views[place].Segment.TryHold())
        {
            return before.Views[place]; // The same object, so that filters cached for it stay good.
        }

        var reader = place >= 0 && before!.Views[place].Segment.TryHold()
            ? before.Views[place].Segment
            : SegmentReader.Open(directory.SegmentPath(segment.Id));
        try
        {
            if (reader.Stamp != segment.Stamp || reader.Header.Segment != segment.Id || reader.Header.Fields != manifest.Schema.Fields.Count)
            {
                throw new IndexDamagedException(reader.Path, "trailer", "the manifest names another file.");
            }

            return new SegmentView(reader, segment.RemovalsVersion == 0
                ? []
                : RemovedGroups.Read(directory.RemovalsPath(segment.Id, segment.RemovalsVersion), segment));
        }
        catch
        {
            reader.Release();
            throw;
        }
    }

    private static int IndexOf(IReadOnlyList<ManifestSegment> segments, uint id)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

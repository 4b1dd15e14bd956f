using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>The manifest and the segments as the one writer holds them, with the directory's lock.</summary>
internal sealed class WorkingIndex : IDisposable
{
    private readonly FileStream _lock;
    private readonly List<WorkingSegment> _segments;
    private uint _nextSegment;

    // Counts attempts, so that a manifest whose publication failed half-way is never mistaken for the next one.
    private ulong _generation;

    private WorkingIndex(IndexDirectory directory, FileStream held, Manifest manifest)
    {
        Directory = directory;
        _lock = held;
        Manifest = manifest;
        _nextSegment = manifest.NextSegment;
        _generation = manifest.Generation;
        var set = ManifestFile.OpenSegments(directory, manifest, null);
        _segments = [.. set.Views.Select((view, i) => new WorkingSegment(manifest.Segments[i], view.Segment, view.Removed, true))];
    }

    internal IndexDirectory Directory { get; }

    /// <summary>What was published last.</summary>
    internal Manifest Manifest { get; private set; }

    /// <summary>Published segments, then those that wait for the commit.</summary>
    internal IReadOnlyList<WorkingSegment> Segments => _segments;

    /// <summary>Takes the lock, opens what the manifest names, creates the index when there is none, and deletes what a crash left over.</summary>
    internal static WorkingIndex Open(IndexDirectory directory, IndexSchema schema)
    {
        System.IO.Directory.CreateDirectory(directory.Root);
        var held = directory.Lock();
        try
        {
            var manifest = ReadOrCreate(directory, schema);
            if (!manifest.Schema.HasSameShape(schema))
            {
                throw new IndexSchemaException(directory.Manifest, Names(manifest.Schema), Names(schema));
            }

            directory.DeleteOrphans(manifest);
            return new WorkingIndex(directory, held, manifest);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>A number for a new segment; never given twice.</summary>
    internal uint TakeNumber() => _nextSegment++;

    /// <summary>Opens a segment that was just written, which no reader sees yet.</summary>
    internal WorkingSegment Opened(uint id, SegmentStamp stamp) =>
        new(new ManifestSegment(id, stamp, 0, 0), SegmentReader.Open(Directory.SegmentPath(id)), [], false);

    /// <summary>Keeps a sealed segment for the next commit.</summary>
    internal void Wait(WorkingSegment segment) => _segments.Add(segment);

    /// <summary>Makes exactly these segments the state of the index.</summary>
    internal void Publish(IReadOnlyList<WorkingSegment> segments, IndexSchema schema)
    {
        var manifest = new Manifest(++_generation, _nextSegment, schema, [.. segments.Select(segment => segment.Entry)]);
        Directory.Publish(manifest);
        Manifest = manifest;
        foreach (var gone in _segments.Except(segments).ToList())
        {
            gone.Reader.Release();
        }

        _segments.Clear();
        _segments.AddRange(segments);
        _segments.ForEach(segment => segment.IsPublished = true);
        Directory.DeleteOrphans(manifest);
    }

    /// <summary>Mean length of each field: as the schema fixes it, else over all passages, written or collected, that are not removed; 1 where there is no term.</summary>
    internal double[] MeanLengths(SegmentCollector collector, IndexSchema schema)
    {
        var passages = collector.Passages + _segments.Sum(segment => (double)segment.View().LivePassages);
        var means = new double[Manifest.Schema.Fields.Count];
        for (var i = 0; i < means.Length; i++)
        {
            if (schema.Fields[i].MeanLength > 0)
            {
                means[i] = schema.Fields[i].MeanLength;
                continue;
            }

            var field = i;
            var tokens = collector.Tokens(i) + _segments.Sum(segment => (double)segment.LiveTokens(field));
            means[i] = tokens == 0 ? 1 : tokens / passages;
        }

        return means;
    }

    public void Dispose()
    {
        _segments.ForEach(segment => segment.Reader.Release());
        _segments.Clear();
        _lock.Dispose();
    }

    private static Manifest ReadOrCreate(IndexDirectory directory, IndexSchema schema)
    {
        if (File.Exists(directory.Manifest))
        {
            return Manifest.Parse(directory.Manifest, File.ReadAllBytes(directory.Manifest));
        }

        if (System.IO.Directory.EnumerateFiles(directory.Root, "segment-*").Any())
        {
            throw new IndexDamagedException(directory.Manifest, "manifest", "there are segments but no manifest that names them.");
        }

        var manifest = new Manifest(1, 1, schema, []);
        directory.Publish(manifest);
        return manifest;
    }

    private static string Names(IndexSchema schema) =>
        string.Join(", ", schema.Fields.Select(field => field.HasPositions ? field.Name + " with positions" : field.Name));
}

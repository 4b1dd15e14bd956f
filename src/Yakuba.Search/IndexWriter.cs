using Yakuba.Search.Directories;
using Yakuba.Search.Merging;
using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search;

/// <summary>
/// The one writer of an index directory. Nothing is seen by readers, or survives a crash, before <see cref="Commit"/>; a crash at
/// any moment leaves the state of the last commit. One thread at a time.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly FileStream _lock;
    private readonly List<WorkingSegment> _segments;
    private Manifest _manifest;
    private IndexSchema _schema;
    private SegmentCollector _collector;
    private uint _nextSegment;

    // Counts attempts, so that a manifest whose publication failed half-way is never mistaken for the next one.
    private ulong _generation;

    private IndexWriter(IndexDirectory directory, FileStream held, Manifest manifest, IndexSchema schema, List<WorkingSegment> segments)
    {
        _directory = directory;
        _lock = held;
        _manifest = manifest;
        _schema = schema;
        _segments = segments;
        _nextSegment = manifest.NextSegment;
        _generation = manifest.Generation;
        _collector = new SegmentCollector(schema.Fields.Count);
    }

    /// <summary>Postings after which a segment is sealed before the commit that publishes it: about 600 MB while it is inverted.</summary>
    internal int SealAfterPostings { get; set; } = 1 << 26;

    /// <summary>Opens an index for writing, or creates it, and deletes files that a crash left over.</summary>
    /// <param name="directory">Directory of the index alone; created when missing.</param>
    /// <param name="schema">Its fields. Names are fixed at creation; changed weights take effect with the next commit.</param>
    /// <exception cref="ArgumentException">The schema is out of its ranges.</exception>
    /// <exception cref="IndexLockedException">Another writer is open.</exception>
    /// <exception cref="IndexSchemaException">The index has other fields.</exception>
    /// <exception cref="IndexDamagedException">A file of the index is missing or altered.</exception>
    /// <exception cref="IndexVersionException">A file is of another format version.</exception>
    public static IndexWriter Open(string directory, IndexSchema schema) => Open(new IndexDirectory(directory), schema);

    internal static IndexWriter Open(IndexDirectory directory, IndexSchema schema)
    {
        schema.Check();
        Directory.CreateDirectory(directory.Root);
        var held = directory.Lock();
        try
        {
            var manifest = ReadOrCreate(directory, schema);
            if (!manifest.Schema.HasSameNames(schema))
            {
                throw new IndexSchemaException(directory.Manifest, Names(manifest.Schema), Names(schema));
            }

            directory.DeleteOrphans(manifest);
            return new IndexWriter(directory, held, manifest, schema, OpenSegments(directory, manifest));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a passage to the next commit. A group is written whole: its passages of earlier commits are replaced.</summary>
    /// <exception cref="ArgumentException">The entry has not one list for each field, or was added before in this commit.</exception>
    public void Add(IndexEntry e)
    {
        DemandAllFields(e.Terms.Count);
        foreach (var terms in e.Terms)
        {
            ArgumentNullException.ThrowIfNull(terms); // Before anything is taken in: a passage is whole or not there.
        }

        Begin(e.Group, e.Ordinal);
        for (var i = 0; i < e.Terms.Count; i++)
        {
            _collector.AddField(i, e.Terms[i]);
        }
    }

    /// <summary>The same for terms that are slices of a text: no string is made for a term.</summary>
    /// <param name="group">As in <see cref="IndexEntry"/>.</param>
    /// <param name="ordinal">As in <see cref="IndexEntry"/>.</param>
    /// <param name="terms">For each field of the schema, in its order, the terms of the passage in text order.</param>
    /// <exception cref="ArgumentException">There is not one list for each field, or the passage was added before in this commit.</exception>
    public void Add(uint group, uint ordinal, IReadOnlyList<ReadOnlyMemory<ReadOnlyMemory<char>>> terms)
    {
        DemandAllFields(terms.Count);
        Begin(group, ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            _collector.AddField(i, terms[i].Span);
        }
    }

    /// <summary>Removes the passages of a group that were added before this call, with the next commit. Unknown groups are ignored.</summary>
    public void RemoveGroup(uint group)
    {
        _collector.Drop(group);
        foreach (var segment in _segments)
        {
            segment.Remove(group);
        }
    }

    /// <summary>
    /// Makes everything since the last commit visible and lasting, in one step. When it throws (a full disk), what was pending
    /// stays pending and the call can be repeated.
    /// </summary>
    public void Commit()
    {
        Seal();
        if (_segments.TrueForAll(segment => segment.IsPublished && !segment.HasUnsavedRemovals) && _schema.HasSameWeights(_manifest.Schema))
        {
            return;
        }

        foreach (var segment in _segments)
        {
            if (segment.HasUnsavedRemovals && !segment.IsEmpty)
            {
                segment.SaveRemovals(_directory);
            }
        }

        Publish([.. _segments.Where(segment => !segment.IsEmpty)]);
    }

    /// <summary>
    /// Commits, then merges segments of like size (eight to a tier) and rewrites those that lost half of their passages, until
    /// nothing is left to do. Cheap to call after every commit.
    /// </summary>
    public void Merge() => MergeWhile(MergePlan.Next);

    /// <summary>Commits, then merges everything into one segment without removed groups: best for a finished bulk import.</summary>
    public void MergeAll() => MergeWhile(MergePlan.Everything);

    /// <summary>Closes the writer. What was not committed is forgotten.</summary>
    public void Dispose()
    {
        foreach (var segment in _segments)
        {
            segment.Reader.Release();
        }

        _segments.Clear();
        _lock.Dispose();
    }

    private void DemandAllFields(int lists)
    {
        if (lists != _schema.Fields.Count)
        {
            throw new ArgumentException($"The schema has {_schema.Fields.Count} fields; the entry has {lists}.");
        }
    }

    private void Begin(uint group, uint ordinal)
    {
        var isFull = _collector.Postings > SealAfterPostings || _collector.Collected == SegmentFormat.MaxPassages;
        if (isFull && !_collector.Groups.Contains(group))
        {
            Seal();
        }

        _collector.Begin(group, ordinal);
    }

    private static Manifest ReadOrCreate(IndexDirectory directory, IndexSchema schema)
    {
        if (File.Exists(directory.Manifest))
        {
            return Manifest.Parse(directory.Manifest, File.ReadAllBytes(directory.Manifest));
        }

        if (Directory.EnumerateFiles(directory.Root, "segment-*").Any())
        {
            throw new IndexDamagedException(directory.Manifest, "manifest", "there are segments but no manifest that names them.");
        }

        var manifest = new Manifest(1, 1, schema, []);
        directory.Publish(manifest);
        return manifest;
    }

    private static List<WorkingSegment> OpenSegments(IndexDirectory directory, Manifest manifest)
    {
        var set = ManifestFile.OpenSegments(directory, manifest, null);
        return [.. set.Views.Select((view, i) => new WorkingSegment(manifest.Segments[i], view.Segment, view.Removed, true))];
    }

    private static string Names(IndexSchema schema) => string.Join(", ", schema.Fields.Select(field => field.Name));

    private void MergeWhile(Func<IReadOnlyList<MergePlan.Size>, int, IReadOnlyList<int>> next)
    {
        Commit();
        while (next([.. _segments.Select(SizeOf)], SegmentFormat.MaxPassages) is { Count: > 0 } places)
        {
            MergeSegments([.. places.Select(place => _segments[place])]);
        }
    }

    private static MergePlan.Size SizeOf(WorkingSegment segment) => new(segment.View().LivePassages, segment.Reader.Passages);

    private void MergeSegments(List<WorkingSegment> sources)
    {
        var id = _nextSegment++;
        var stamp = SegmentMerger.Run([.. sources.Select(source => source.View())], _directory.SegmentPath(id), id, MeanLengths());
        _directory.Took("segment merged");
        var merged = new WorkingSegment(new ManifestSegment(id, stamp, 0, 0), SegmentReader.Open(_directory.SegmentPath(id)), [], false);
        try
        {
            Publish([.. _segments.Except(sources), merged]);
        }
        catch
        {
            merged.Reader.Release();
            throw;
        }
    }

    /// <summary>Writes what was collected as a segment; readers see it after the next commit.</summary>
    private void Seal()
    {
        if (_collector.Passages > 0)
        {
            foreach (var earlier in _segments.Where(segment => segment.IsPublished))
            {
                foreach (var group in _collector.Groups)
                {
                    earlier.Remove(group);
                }
            }

            var id = _nextSegment++;
            var stamp = _collector.WriteTo(_directory.SegmentPath(id), id, MeanLengths());
            _directory.Took("segment written");
            _segments.Add(new WorkingSegment(new ManifestSegment(id, stamp, 0, 0), SegmentReader.Open(_directory.SegmentPath(id)), [], false));
        }

        _collector = new SegmentCollector(_schema.Fields.Count);
    }

    /// <summary>Mean length of each field over all passages, written or collected, that are not removed; 1 where there is no term.</summary>
    private double[] MeanLengths()
    {
        var passages = _collector.Passages + _segments.Sum(segment => (double)segment.View().LivePassages);
        var means = new double[_schema.Fields.Count];
        for (var i = 0; i < means.Length; i++)
        {
            var field = i;
            var tokens = _collector.Tokens(i) + _segments.Sum(segment => (double)segment.LiveTokens(field));
            means[i] = tokens == 0 ? 1 : tokens / passages;
        }

        return means;
    }

    private void Publish(List<WorkingSegment> segments)
    {
        var manifest = new Manifest(++_generation, _nextSegment, _schema, [.. segments.Select(segment => segment.Entry)]);
        _directory.Publish(manifest);
        _manifest = manifest;
        foreach (var gone in _segments.Except(segments).ToList())
        {
            gone.Reader.Release();
        }

        _segments.Clear();
        _segments.AddRange(segments);
        _segments.ForEach(segment => segment.IsPublished = true);
        _directory.DeleteOrphans(manifest);
    }
}

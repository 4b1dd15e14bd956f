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
    private readonly WorkingIndex _index;
    private readonly IndexSchema _schema;
    private SegmentCollector _collector;

    private IndexWriter(WorkingIndex index, IndexSchema schema)
    {
        _index = index;
        _schema = schema;
        _collector = new SegmentCollector(schema);
    }

    /// <summary>Postings after which a segment is sealed before the commit that publishes it; each takes about 9 bytes while it is inverted, so that unless less is set here it is about 600 MB.</summary>
    public int SealAfterPostings { get; set; } = 1 << 26;

    /// <summary>Opens an index for writing, or creates it, and deletes files that a crash left over.</summary>
    /// <param name="directory">Directory of the index alone; created when missing.</param>
    /// <param name="schema">Its fields. Names and positions are fixed at creation; changed weights take effect with the next commit.</param>
    /// <exception cref="ArgumentException">The schema is out of its ranges.</exception>
    /// <exception cref="IndexLockedException">Another writer is open.</exception>
    /// <exception cref="IndexSchemaException">The index has other fields.</exception>
    /// <exception cref="IndexDamagedException">A file of the index is missing or altered.</exception>
    /// <exception cref="IndexVersionException">A file is of another format version.</exception>
    public static IndexWriter Open(string directory, IndexSchema schema) => Open(new IndexDirectory(directory), schema);

    internal static IndexWriter Open(IndexDirectory directory, IndexSchema schema)
    {
        schema.Check();
        return new IndexWriter(WorkingIndex.Open(directory, schema), schema);
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
        foreach (var segment in _index.Segments)
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
        if (_index.Segments.All(segment => segment.IsPublished && !segment.HasUnsavedRemovals) && _schema.HasSameWeights(_index.Manifest.Schema))
        {
            return;
        }

        foreach (var segment in _index.Segments)
        {
            if (segment.HasUnsavedRemovals && !segment.IsEmpty)
            {
                segment.SaveRemovals(_index.Directory);
            }
        }

        _index.Publish([.. _index.Segments.Where(segment => !segment.IsEmpty)], _schema);
    }

    /// <summary>
    /// Commits, then merges segments of like size (eight to a tier) and rewrites those that lost half of their passages or whose mean
    /// lengths are a tenth off today's, until nothing is left to do. Cheap to call after every commit.
    /// </summary>
    public void Merge() => MergeWhile(MergePlan.Next);

    /// <summary>Commits, then merges everything into one segment without removed groups: best for a finished bulk import.</summary>
    public void MergeAll() => MergeWhile(MergePlan.Everything);

    /// <summary>Closes the writer. What was not committed is forgotten.</summary>
    public void Dispose() => _index.Dispose();

    private void DemandAllFields(int lists)
    {
        if (lists != _schema.Fields.Count)
        {
            throw new ArgumentException($"The schema has {_schema.Fields.Count} fields; the entry has {lists}.");
        }
    }

    private void Begin(uint group, uint ordinal)
    {
        if (_collector.Postings > SealAfterPostings || _collector.Collected == SegmentFormat.MaxPassages)
        {
            Seal(); // also within a group: what is not published yet is not replaced
        }

        _collector.Begin(group, ordinal);
    }

    private void MergeWhile(Func<IReadOnlyList<MergePlan.Size>, int, IReadOnlyList<int>> next)
    {
        Commit();
        while (next(Sizes(), SegmentFormat.MaxPassages) is { Count: > 0 } places)
        {
            MergeSegments([.. places.Select(place => _index.Segments[place])]);
        }
    }

    private List<MergePlan.Size> Sizes()
    {
        var means = _index.MeanLengths(_collector, _schema);
        return [.. _index.Segments.Select(segment => new MergePlan.Size(segment.View().LivePassages, segment.Reader.Passages, segment.HasDriftedFrom(means)))];
    }

    private void MergeSegments(List<WorkingSegment> sources)
    {
        var id = _index.TakeNumber();
        var views = sources.ConvertAll(source => source.View());
        var stamp = SegmentMerger.Run(views, _index.Directory.SegmentPath(id), id, _schema, _index.MeanLengths(_collector, _schema));
        _index.Directory.Took("segment merged");
        var merged = _index.Opened(id, stamp);
        try
        {
            _index.Publish([.. _index.Segments.Except(sources), merged], _schema);
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
            foreach (var earlier in _index.Segments.Where(segment => segment.IsPublished))
            {
                foreach (var group in _collector.Groups)
                {
                    earlier.Remove(group);
                }
            }

            var id = _index.TakeNumber();
            var stamp = _collector.WriteTo(_index.Directory.SegmentPath(id), id, _index.MeanLengths(_collector, _schema));
            _index.Directory.Took("segment written");
            _index.Wait(_index.Opened(id, stamp));
        }

        _collector = new SegmentCollector(_schema);
    }
}

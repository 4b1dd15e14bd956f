using System.Buffers.Binary;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Tests.Segments;

public sealed class GoldenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_golden_index_is_written_byte_for_byte()
    {
        GoldenIndex.Write(_folder.Path);

        var written = GoldenIndex.Names(_folder.Path);
        Assert.Equal(GoldenIndex.Names(GoldenIndex.Folder), written);
        Assert.All(written, name => Assert.Equal(File.ReadAllBytes(Path.Combine(GoldenIndex.Folder, name)), File.ReadAllBytes(_folder.At(name))));
    }

    [Fact]
    public void The_golden_index_answers_as_it_did_when_it_was_written() =>
        Assert.Equal(File.ReadAllText(Path.Combine(GoldenIndex.Folder, "answers.txt")), GoldenIndex.Answers(GoldenIndex.Folder) + "\n");

    [Fact]
    public void An_index_of_format_version_1_is_named_as_such()
    {
        var error = Assert.Throws<IndexVersionException>(() => SearchIndex.Open(GoldenIndex.OldFolder));
        Assert.Equal(("manifest", 1u, 2u), (error.Section, error.Found, error.Supported));
        foreach (var segment in Directory.GetFiles(GoldenIndex.OldFolder, "segment-0000000?"))
        {
            Assert.Equal(1u, Assert.Throws<IndexVersionException>(() => SegmentReader.Open(segment)).Found);
        }
    }

    [Fact]
    public void An_index_of_format_version_2_answers_as_it_did_and_is_merged_into_a_new_one()
    {
        var answers = File.ReadAllText(Path.Combine(GoldenIndex.FormerFolder, "answers.txt"));
        Assert.Equal(answers, GoldenIndex.Answers(GoldenIndex.FormerFolder) + "\n");
        using (var index = SearchIndex.Open(GoldenIndex.FormerFolder))
        using (var snapshot = index.Snapshot())
        {
            snapshot.Verify();
        }

        GoldenIndex.Copy(GoldenIndex.FormerFolder, _folder.Path);
        using (var writer = IndexWriter.Open(_folder.Path, GoldenIndex.Schema))
        {
            writer.MergeAll();
        }

        var merged = GoldenIndex.Answers(_folder.Path);
        GoldenIndex.CopyTo(_folder.Path);
        using (var writer = IndexWriter.Open(_folder.Path, GoldenIndex.Schema))
        {
            writer.MergeAll();
        }

        Assert.Equal(GoldenIndex.Answers(_folder.Path), merged);
    }

    [Fact]
    public void A_newer_format_version_is_named_with_both_versions()
    {
        foreach (var name in GoldenIndex.Names(GoldenIndex.Folder))
        {
            GoldenIndex.CopyTo(_folder.Path);
            var newer = File.ReadAllBytes(_folder.At(name));
            var version = BinaryPrimitives.ReadUInt32LittleEndian(newer.AsSpan(8));
            BinaryPrimitives.WriteUInt32LittleEndian(newer.AsSpan(8), version + 1);
            var covered = name is "segment-00000001" or "segment-00000002" ? 60 : newer.Length - 4;
            BinaryPrimitives.WriteUInt32LittleEndian(newer.AsSpan(covered), Crc32C.Of(newer.AsSpan(0, covered)));
            File.WriteAllBytes(_folder.At(name), newer);

            var error = Assert.Throws<IndexVersionException>(() => SearchIndex.Open(_folder.Path));
            Assert.Equal((version + 1, version), (error.Found, error.Supported));
            Assert.EndsWith(name, error.File, StringComparison.Ordinal);
        }
    }

    /// <summary>For a new format version only: run with <c>-explicit only</c> and read what changed before it is committed.</summary>
    [Fact(Explicit = true)]
    public void Write_the_golden_index()
    {
        GoldenIndex.Write(_folder.Path);
        Directory.CreateDirectory(GoldenIndex.Folder);
        foreach (var name in GoldenIndex.Names(_folder.Path))
        {
            File.Copy(_folder.At(name), Path.Combine(GoldenIndex.Folder, name), overwrite: true);
        }

        File.WriteAllText(Path.Combine(GoldenIndex.Folder, "answers.txt"), GoldenIndex.Answers(GoldenIndex.Folder) + "\n");
    }
}

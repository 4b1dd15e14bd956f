using System.Buffers.Binary;
using Yakuba.Search.Segments;
using Yakuba.Search.Vectors;

namespace Yakuba.Search.Tests.Vectors;

public sealed class VectorFormatTests : IDisposable
{
    private const string Label = "test model 試験 10";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Golden => Path.Combine(Segments.GoldenIndex.Repository(), "tests", "data", "vectors", "v1");

    private string File1 => _folder.At("vectors-00000001");

    [Fact]
    public void The_golden_file_is_read_and_written_to_the_byte()
    {
        Write(_folder.Path);
        if (Environment.GetEnvironmentVariable("YAKUBA_WRITE_GOLDEN") is not null)
        {
            Directory.CreateDirectory(Golden);
            File.Copy(File1, Path.Combine(Golden, "vectors-00000001"), overwrite: true);
        }

        var golden = Path.Combine(Golden, "vectors-00000001");
        Assert.Equal(File.ReadAllBytes(golden), File.ReadAllBytes(File1));
        var copy = Path.Combine(_folder.Path, "copy");
        Directory.CreateDirectory(copy);
        File.Copy(golden, Path.Combine(copy, "vectors-00000001"));
        using var index = VectorIndex.Open(copy);
        using var snapshot = index.Snapshot();
        var hits = new SearchHit[20];
        Assert.Equal((Label, 10, 12), (snapshot.Label, snapshot.Dimension, snapshot.Search([1, 0, 0, 0, 0, 0, 0, 0, 0, 0], PermittedGroups.All, hits)));
        Assert.Equal((7u, 1u), (hits[0].Group, hits[0].Ordinal));
    }

    [Fact]
    public void Every_truncation_and_a_byte_too_much_is_a_named_error()
    {
        Write(_folder.Path);
        var bytes = File.ReadAllBytes(File1);
        for (var length = 0; length <= bytes.Length + 1; length++)
        {
            if (length != bytes.Length)
            {
                var cut = new byte[length];
                bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(cut);
                AssertRefused(cut, $"{length} of {bytes.Length} bytes");
            }
        }
    }

    [Fact]
    public void Every_flipped_bit_is_a_named_error()
    {
        Write(_folder.Path);
        var bytes = File.ReadAllBytes(File1);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
            AssertRefused(bytes, $"bit {bit}");
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
        }
    }

    [Fact]
    public void A_newer_format_version_is_named_with_both_versions()
    {
        Write(_folder.Path);
        var bytes = File.ReadAllBytes(File1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), 2);
        Seal(bytes);
        File.WriteAllBytes(File1, bytes);
        var error = Assert.Throws<IndexVersionException>(() => VectorIndex.Open(_folder.Path));
        Assert.Equal((2u, 1u), (error.Found, error.Supported));
    }

    [Fact]
    public void A_forged_file_with_right_checksums_is_refused_or_searched_without_a_crash()
    {
        Write(_folder.Path);
        var sound = File.ReadAllBytes(File1);
        var (random, searched) = (new Random(3), 0);
        for (var round = 0; round < 1_500; round++)
        {
            var forged = (byte[])sound.Clone();
            for (var change = 0; change <= random.Next(3); change++)
            {
                forged[random.Next(forged.Length)] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);
            }

            Seal(forged);
            File.WriteAllBytes(File1, forged);
            try
            {
                using var index = VectorIndex.Open(_folder.Path);
                using var snapshot = index.Snapshot();
                snapshot.Search(new float[snapshot.Dimension].Select((_, i) => i + 1f).ToArray(), PermittedGroups.Of([5, 7, 9]), new SearchHit[5]);
                searched++;
            }
            catch (IndexException)
            {
            }
        }

        Assert.NotEqual(0, searched); // else no forgery came past the checksums and this test shows nothing
    }

    [Fact]
    public void Files_of_two_models_do_not_stand_side_by_side()
    {
        Write(_folder.Path);
        using (var other = VectorIndex.Open(_folder.At("other")))
        {
            other.Add("another model", [new VectorEntry(1, 0, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]);
        }

        File.Copy(Path.Combine(_folder.At("other"), "vectors-00000001"), _folder.At("vectors-00000002"));
        Assert.Throws<IndexDamagedException>(() => VectorIndex.Open(_folder.Path));
    }

    [Fact]
    public void A_removed_group_leaves_the_disk()
    {
        using var index = VectorIndex.Open(_folder.Path);
        float[] secret = [.. Enumerable.Range(1, 64).Select(i => (float)i)];
        index.Add("test", [new VectorEntry(1, 0, [.. secret.Reverse()]), new VectorEntry(2, 0, secret)]);
        var code = File.ReadAllBytes(File1).AsSpan(VectorFormat.HeaderBytes + 64, 64).ToArray();

        index.Remove([2]);

        Assert.Equal(-1, File.ReadAllBytes(File1).AsSpan().IndexOf(code));
        index.Remove([1]);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_draft_that_a_crash_left_is_deleted_and_an_old_snapshot_stays_good()
    {
        Write(_folder.Path);
        File.WriteAllText(_folder.At("vectors-00000002.new"), "half");
        using var index = VectorIndex.Open(_folder.Path);
        Assert.Equal([File1], Directory.GetFiles(_folder.Path));
        using var before = index.Snapshot();
        index.Clear();
        Assert.Equal(12, before.Search([1, 0, 0, 0, 0, 0, 0, 0, 0, 0], PermittedGroups.All, new SearchHit[20]));
        using var after = index.Snapshot();
        Assert.Equal((0, 0), (after.Search([1], PermittedGroups.All, new SearchHit[20]), after.Dimension));
    }

    private static void Write(string folder)
    {
        using var index = VectorIndex.Open(folder);
        index.Add(Label, [.. Enumerable.Range(0, 12).Select(i => new VectorEntry((uint)(5 + (2 * (i / 4))), (uint)(i % 4), [.. Enumerable.Range(0, 10).Select(k => (i * 10 + k) % 7 - 3f + (i == 5 && k == 0 ? 90 : 0))]))]);
    }

    /// <summary>Gives altered bytes right checksums.</summary>
    private static void Seal(byte[] bytes)
    {
        var header = new VectorHeader(Number(12), Number(16), Number(20), Number(24));
        for (var section = 0; section < VectorHeader.Sections && header is { Dimension: > 0, Vectors: >= 0, Groups: >= 0, LabelBytes: >= 0 } && header.FileBytes == bytes.Length; section++)
        {
            var (start, length) = ((int)header.StartOf((VectorSection)section), (int)SegmentFormat.Padded(header.LengthOf((VectorSection)section)));
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(32 + (section * 4)), Crc32C.Of(bytes.AsSpan(start, length)));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(124), Crc32C.Of(bytes.AsSpan(0, 124)));

        int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }

    private void AssertRefused(byte[] bytes, string what)
    {
        File.WriteAllBytes(File1, bytes);
        try
        {
            VectorIndex.Open(_folder.Path).Dispose();
        }
        catch (IndexException error)
        {
            Assert.Equal(File1, error.File);
            Assert.NotEmpty(error.Section);
            return;
        }

        Assert.Fail($"{what}: the file opened.");
    }
}

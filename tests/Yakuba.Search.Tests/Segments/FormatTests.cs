using System.Buffers.Binary;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Tests.Segments;

public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_golden_index_is_written_byte_for_byte()
    {
        GoldenIndex.Write(_folder.Path);

        var written = Names(_folder.Path);
        Assert.Equal(Names(GoldenIndex.Folder), written);
        Assert.All(written, name => Assert.Equal(File.ReadAllBytes(Path.Combine(GoldenIndex.Folder, name)), File.ReadAllBytes(_folder.At(name))));
    }

    [Fact]
    public void The_golden_index_answers_as_it_did_when_it_was_written() =>
        Assert.Equal(File.ReadAllText(Path.Combine(GoldenIndex.Folder, "answers.txt")), GoldenIndex.Answers(GoldenIndex.Folder) + "\n");

    [Fact]
    public void A_flipped_bit_in_any_byte_of_any_file_is_a_named_error() => ForEachFile((name, bytes) =>
    {
        using var file = File.OpenHandle(_folder.At(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (var at = 0; at < bytes.Length; at++)
        {
            RandomAccess.Write(file, [(byte)(bytes[at] ^ (1 << (at % 8)))], at);
            AssertRefused(name, $"{name}, byte {at}");
            RandomAccess.Write(file, bytes.AsSpan(at, 1), at);
        }

        SearchIndex.Open(_folder.Path).Dispose(); // The control: what was refused above was the flip.
    });

    [Fact]
    public void Every_truncation_and_a_byte_too_much_is_a_named_error() => ForEachFile((name, bytes) =>
    {
        using var file = File.OpenHandle(_folder.At(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.SetLength(file, bytes.Length + 1);
        AssertRefused(name, $"{name}, a byte longer");
        for (var length = bytes.Length - 1; length >= 0; length--)
        {
            RandomAccess.SetLength(file, length);
            AssertRefused(name, $"{name}, cut to {length} bytes");
        }
    });

    [Fact]
    public void Any_bytes_in_the_place_of_a_file_are_a_named_error() => ForEachFile((name, bytes) =>
    {
        var random = new Random(1);
        foreach (var length in new[] { 0, 1, 63, 64, 127, 128, 1_000, 10_000 })
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            AssertRefused(name, noise, $"{name}, {length} random bytes");
            bytes.AsSpan(0, Math.Min(8, length)).CopyTo(noise);
            AssertRefused(name, noise, $"{name}, its magic and {length} random bytes");
        }
    });

    [Fact]
    public void A_missing_file_is_a_named_error() => ForEachFile((name, _) =>
    {
        File.Delete(_folder.At(name));
        if (name == "manifest")
        {
            Assert.Throws<FileNotFoundException>(() => SearchIndex.Open(_folder.Path));
            Assert.Throws<IndexDamagedException>(() => IndexWriter.Open(_folder.Path, GoldenIndex.Schema));
        }
        else
        {
            Assert.EndsWith(name, Assert.Throws<IndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Sound_files_of_another_index_are_a_named_error() => ForEachFile((name, bytes) =>
    {
        if (name.StartsWith("segment-00000001", StringComparison.Ordinal) && name.Contains("removed", StringComparison.Ordinal))
        {
            var other = Directories.RemovedGroupsBytes.Of(1, [12]);
            AssertRefused(name, other, "removals that the manifest does not name");
        }
        else if (name == "segment-00000002")
        {
            AssertRefused(name, File.ReadAllBytes(_folder.At("segment-00000001")), "the other segment");
        }
    });

    [Fact]
    public void A_newer_format_version_is_named_with_both_versions() => ForEachFile((name, bytes) =>
    {
        var newer = (byte[])bytes.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(newer.AsSpan(8), 2);
        var covered = name == "segment-00000001" || name == "segment-00000002" ? 60 : newer.Length - 4;
        BinaryPrimitives.WriteUInt32LittleEndian(newer.AsSpan(covered), Crc32C.Of(newer.AsSpan(0, covered)));
        File.WriteAllBytes(_folder.At(name), newer);

        var error = Assert.Throws<IndexVersionException>(() => SearchIndex.Open(_folder.Path));
        Assert.Equal((2u, 1u), (error.Found, error.Supported));
        Assert.EndsWith(name, error.File, StringComparison.Ordinal);
    });

    [Fact]
    public void A_forged_segment_with_right_checksums_is_refused_or_searched_without_a_crash()
    {
        var random = new Random(7);
        var searched = 0;
        ForEachFile((name, bytes) =>
        {
            using var file = File.OpenHandle(_folder.At(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            for (var i = 0; name == "segment-00000001" && i < 2_000; i++)
            {
                var forged = (byte[])bytes.Clone();
                for (var change = 0; change <= random.Next(4); change++)
                {
                    forged[random.Next(forged.Length - 256)] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);
                }

                Forgery.Seal(forged);
                RandomAccess.Write(file, forged, 0);
                searched += Forgery.TrySearch(_folder.At(name)) ? 1 : 0;
            }
        });

        Assert.NotEqual(0, searched); // Else the forgeries never came past the checksums and this test shows nothing.
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Where(name => name is not ("writer.lock" or "answers.txt")).Order(StringComparer.Ordinal)];

    /// <summary>Runs over the files of a fresh copy of the golden index each time.</summary>
    private void ForEachFile(Action<string, byte[]> check)
    {
        foreach (var name in Names(GoldenIndex.Folder))
        {
            foreach (var copied in Names(GoldenIndex.Folder))
            {
                File.Copy(Path.Combine(GoldenIndex.Folder, copied), _folder.At(copied), overwrite: true);
            }

            check(name, File.ReadAllBytes(_folder.At(name)));
        }
    }

    private void AssertRefused(string name, byte[] bytes, string what)
    {
        File.WriteAllBytes(_folder.At(name), bytes);
        AssertRefused(name, what);
    }

    private void AssertRefused(string name, string what)
    {
        try
        {
            SearchIndex.Open(_folder.Path).Dispose();
        }
        catch (IndexException error)
        {
            Assert.EndsWith(name, error.File, StringComparison.Ordinal);
            Assert.NotEmpty(error.Section);
            return;
        }

        Assert.Fail($"{what}: the index opened.");
    }
}

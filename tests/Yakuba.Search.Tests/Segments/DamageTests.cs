using Yakuba.Search.Segments;

namespace Yakuba.Search.Tests.Segments;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_flipped_bit_in_any_byte_of_any_file_is_a_named_error_or_changes_no_answer() => ForEachFile((name, bytes) =>
    {
        var sound = GoldenIndex.Answers(_folder.Path);
        var (refused, unread) = (0, 0);
        using var file = File.OpenHandle(_folder.At(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (var at = 0; at < bytes.Length; at++)
        {
            RandomAccess.Write(file, [(byte)(bytes[at] ^ (1 << (at % 8)))], at);
            if (Refuses(name, () => Assert.Equal(sound, GoldenIndex.Answers(_folder.Path))))
            {
                refused++;
            }
            else
            {
                unread++;
            }

            Assert.True(Refuses(name, Verify), $"Verification does not see byte {at} of {name}.");
            RandomAccess.Write(file, bytes.AsSpan(at, 1), at);
        }

        Assert.True(refused > unread, $"Of {name}, {refused} flips were refused and {unread} changed no answer."); // Some bytes only a merge reads.
        Assert.Equal(sound, GoldenIndex.Answers(_folder.Path)); // The control: what was refused above was the flip.
        Verify();
    });

    [Fact]
    public void In_a_larger_segment_a_flipped_bit_is_a_named_error_or_changes_no_answer()
    {
        var town = new RandomTown(3, 400);
        using (var writer = IndexWriter.Open(_folder.Path, RandomTown.Schema))
        {
            town.AddGroups(writer, 700);
            town.Commit(writer);
        }

        var queries = Enumerable.Range(0, 12).Select(_ => town.QueryWithPhrases()).ToList();
        var sound = Hits();
        var bytes = File.ReadAllBytes(_folder.At("segment-00000001"));
        var random = new Random(4);
        var refused = 0;
        using var file = File.OpenHandle(_folder.At("segment-00000001"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (var flip = 0; flip < 1_500; flip++)
        {
            var at = random.Next(bytes.Length);
            RandomAccess.Write(file, [(byte)(bytes[at] ^ (1 << random.Next(8)))], at);
            refused += Refuses("segment-00000001", () => Assert.Equal(sound, Hits())) ? 1 : 0;
            RandomAccess.Write(file, bytes.AsSpan(at, 1), at);
        }

        Assert.InRange(refused, 100, 1_499); // Else the queries read nothing, or everything.

        List<SearchHit> Hits()
        {
            using var index = SearchIndex.Open(_folder.Path);
            using var snapshot = index.Snapshot();
            return queries.ConvertAll(query => snapshot.Search(query, PermittedGroups.All, 50)).SelectMany(hits => hits).ToList();
        }
    }

    [Fact]
    public void The_sweep_would_see_a_wrong_answer()
    {
        ForEachFile((name, bytes) =>
        {
            if (name == "segment-00000001")
            {
                var sound = GoldenIndex.Answers(_folder.Path);
                bytes[SegmentFormat.HeaderBytes] ^= 0x40; // An impact, with the checksums made right again.
                Forgery.Seal(bytes);
                File.WriteAllBytes(_folder.At(name), bytes);
                Forgery.Name(_folder.Path, bytes);
                Assert.False(Refuses(name, Verify));
                Assert.NotEqual(sound, GoldenIndex.Answers(_folder.Path));
            }
        });
    }

    [Fact]
    public void A_merge_over_a_flipped_bit_is_a_named_error_or_the_same_merge()
    {
        string? sound = null;
        ForEachFile((name, bytes) =>
        {
            sound ??= Merged();
            for (var at = name.Length; at < bytes.Length; at += 31)
            {
                GoldenIndex.CopyTo(_folder.Path);
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(_folder.At(name), flipped);
                Refuses(name, () => Assert.Equal(sound, Merged()));
            }
        });
    }

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
                    forged[random.Next(forged.Length - 384)] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);
                }

                Forgery.Seal(forged);
                RandomAccess.Write(file, forged, 0);
                searched += Forgery.TrySearch(_folder.At(name)) ? 1 : 0;
            }
        });

        Assert.NotEqual(0, searched); // Else the forgeries never came past the checksums and this test shows nothing.
    }

    /// <summary>Runs over the files of a fresh copy of the golden index each time.</summary>
    private void ForEachFile(Action<string, byte[]> check)
    {
        foreach (var name in GoldenIndex.Names(GoldenIndex.Folder))
        {
            GoldenIndex.CopyTo(_folder.Path);
            check(name, File.ReadAllBytes(_folder.At(name)));
        }
    }

    private void Verify()
    {
        using var index = SearchIndex.Open(_folder.Path);
        using var snapshot = index.Snapshot();
        snapshot.Verify();
    }

    private string Merged()
    {
        using (var writer = IndexWriter.Open(_folder.Path, GoldenIndex.Schema))
        {
            writer.MergeAll();
        }

        return GoldenIndex.Answers(_folder.Path);
    }

    /// <returns>True when the action ends in an error that names the file.</returns>
    private static bool Refuses(string name, Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (IndexException error)
        {
            Assert.EndsWith(name, error.File, StringComparison.Ordinal);
            Assert.NotEmpty(error.Section);
            return true;
        }
    }

    private void AssertRefused(string name, byte[] bytes, string what)
    {
        File.WriteAllBytes(_folder.At(name), bytes);
        AssertRefused(name, what);
    }

    private void AssertRefused(string name, string what) =>
        Assert.True(Refuses(name, () => SearchIndex.Open(_folder.Path).Dispose()), $"{what}: the index opened.");
}

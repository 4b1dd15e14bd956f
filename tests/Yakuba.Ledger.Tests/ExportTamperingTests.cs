namespace Yakuba.Ledger.Tests;

public sealed class ExportTamperingTests : IDisposable
{
    private const int Size = 1_000;

    private readonly TestFolder _folder = new();
    private readonly SampleLog _log = SampleLog.Of(Size);
    private readonly string[] _files;

    public ExportTamperingTests()
    {
        _log.Export(_folder.Path);
        _files = [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Five_hundred_random_bit_flips_are_all_found_with_the_first_bad_entry()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            // Each file alike, so that tiles and checkpoint are hit as often as the larger bundles.
            var file = _files[round % _files.Length];
            var original = File.ReadAllBytes(file);
            var bit = random.Next(original.Length * 8);
            var changed = (byte[])original.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(file, changed);

            var report = Verify();

            var path = Path.GetRelativePath(_folder.Path, file);
            Assert.False(report.IsWhole, $"{path} bit {bit}");
            Assert.True(ExportDamage.FirstIndex(path, original, bit / 8) == report.FirstBadIndex, $"{path} bit {bit}: {report.FirstBadIndex}");
            File.WriteAllBytes(file, original);
        }

        Assert.True(Verify().IsWhole); // the control: everything was put back
    }

    [Fact]
    public void Every_missing_file_is_found()
    {
        foreach (var file in _files)
        {
            var bytes = File.ReadAllBytes(file);
            File.Delete(file);
            Assert.False(Verify().IsWhole, file);
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void Every_truncation_is_found_with_an_entry_not_after_the_cut()
    {
        var random = new Random(6);
        for (var round = 0; round < 100; round++)
        {
            var file = _files[round % _files.Length];
            var bytes = File.ReadAllBytes(file);
            var cut = random.Next(bytes.Length);
            File.WriteAllBytes(file, bytes[..cut]);

            var report = Verify();

            Assert.False(report.IsWhole, $"{file} cut at {cut}");
            var expected = ExportDamage.FirstIndex(Path.GetRelativePath(_folder.Path, file), bytes, cut);
            Assert.True(report.FirstBadIndex <= expected || expected is null, $"{file} cut at {cut}");
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void An_entry_repeated_dropped_or_moved_is_found_at_its_place()
    {
        Assert.Equal(300, AfterChange(1, entries => entries.Insert(44, entries[43])).FirstBadIndex);
        Assert.Equal(299, AfterChange(1, entries => entries.RemoveAt(43)).FirstBadIndex);
        Assert.Equal(260, AfterChange(1, entries => (entries[4], entries[200]) = (entries[200], entries[4])).FirstBadIndex);
        Assert.Equal(260, AfterChange(1, entries => entries[4] = entries[5]).FirstBadIndex);
        Assert.Equal(999, AfterChange(3, entries => entries.RemoveAt(entries.Count - 1)).FirstBadIndex);
        Assert.Equal(1_000, AfterChange(3, entries => entries.Add("追加"u8.ToArray())).FirstBadIndex);
        Assert.True(AfterChange(1, _ => { }).IsWhole); // the control: rewriting the same entries
    }

    [Fact]
    public void Two_bundles_that_changed_places_are_found_at_the_first()
    {
        var (a, b) = (_folder.File(TilePath.Entries(1, 256)), _folder.File(TilePath.Entries(2, 256)));
        var (first, second) = (File.ReadAllBytes(a), File.ReadAllBytes(b));
        File.WriteAllBytes(a, second);
        File.WriteAllBytes(b, first);
        Assert.Equal(256, Verify().FirstBadIndex);
    }

    [Fact]
    public void An_export_rebuilt_whole_around_a_changed_entry_fails_at_the_signed_root()
    {
        var checkpoint = _log.Checkpoint();
        _log.Entries[700] = "書き換え"u8.ToArray();
        using var forged = new TestFolder();
        var writer = ExportWriter.Create(forged.Path);
        _log.Entries.ForEach(entry => writer.Add(entry));
        Assert.False(writer.Finish(checkpoint).MatchesCheckpoint);

        var finding = Assert.Single(ExportVerifier.Verify(forged.Path, _log.Signer.Verifier).Findings);

        Assert.Equal((ExportFault.Root, 0, Size), (finding.Fault, finding.FirstIndex, finding.Entries));
    }

    [Fact]
    public void A_tile_changed_along_with_its_entry_is_narrowed_down_to_its_bundle()
    {
        var changed = "書き換え"u8.ToArray();
        AfterChange(2, entries => entries[8] = changed, restore: false);
        var tile = _folder.File(TilePath.Tile(0, 2, 256));
        var hashes = File.ReadAllBytes(tile);
        MerkleTree.LeafHash(changed).CopyTo(hashes.AsSpan(8 * 32));
        File.WriteAllBytes(tile, hashes);

        var finding = Assert.Single(Verify().Findings);

        Assert.Equal((512, 256), (finding.FirstIndex, finding.Entries));
    }

    [Fact]
    public void History_rewritten_and_signed_anew_with_the_real_key_fails_against_an_earlier_checkpoint()
    {
        var earlier = new Checkpoint(SampleLog.Origin, 900, MerkleTree.Root(_log.Nodes, 900));
        using var rewritten = new SampleLog();
        using var folder = new TestFolder();
        _log.Entries.Select((entry, i) => i == 30 ? "書き換え"u8.ToArray() : entry).ToList().ForEach(rewritten.Append);
        rewritten.Export(folder.Path);

        Assert.True(ExportVerifier.Verify(folder.Path, _log.Signer.Verifier).IsWhole); // the control: alone it cannot be told
        Assert.Equal(ExportFault.Earlier, Assert.Single(ExportVerifier.Verify(folder.Path, _log.Signer.Verifier, new SignedHead(earlier)).Findings).Fault);

        var longer = earlier with { Size = Size + 1 };
        Assert.Equal(Size, ExportVerifier.Verify(_folder.Path, _log.Signer.Verifier, new SignedHead(longer)).FirstBadIndex);
    }

    [Fact]
    public void Another_key_is_refused_before_anything_is_read()
    {
        using var other = new NoteSigner(SampleLog.Origin, new byte[32]);
        var report = ExportVerifier.Verify(_folder.Path, other.Verifier);
        Assert.Equal(ExportFault.Checkpoint, Assert.Single(report.Findings).Fault);
        Assert.Equal(0, report.EntriesRead);
    }

    private ExportReport Verify() => ExportVerifier.Verify(_folder.Path, _log.Signer.Verifier);

    private ExportReport AfterChange(int bundle, Action<List<byte[]>> change, bool restore = true)
    {
        var file = _folder.File(TilePath.Entries(bundle, Math.Min(256, Size - (bundle * 256))));
        var original = File.ReadAllBytes(file);
        Assert.True(EntryBundle.TrySplit(original, out var entries));
        List<byte[]> list = [.. entries.Select(entry => entry.ToArray())];
        change(list);
        using var written = new MemoryStream();
        list.ForEach(entry => EntryBundle.Append(written, entry));
        File.WriteAllBytes(file, written.ToArray());
        var report = Verify();
        if (restore)
        {
            File.WriteAllBytes(file, original);
        }

        return report;
    }
}

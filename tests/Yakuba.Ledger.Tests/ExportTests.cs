namespace Yakuba.Ledger.Tests;

public sealed class ExportTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(255), InlineData(256), InlineData(257), InlineData(1_000), InlineData(66_000)]
    public void An_untouched_export_is_whole(int size)
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(size);
        Assert.Equal(new ExportSummary(size, log.Tree.Root(), MatchesCheckpoint: true), log.Export(folder.Path));

        var report = ExportVerifier.Verify(folder.Path, log.Signer.Verifier);

        Assert.Empty(report.Findings);
        Assert.Empty(report.Remarks);
        Assert.Equal((size, log.Tree.Root()), (report.EntriesRead, report.Checkpoint!.Root));
        Assert.All(ExportReader.Entries(folder.Path, size).Zip(log.Entries), pair => Assert.True(pair.First.Span.SequenceEqual(pair.Second)));
        Assert.Equal(size, ExportReader.Entries(folder.Path, size).Count());
    }

    [Fact]
    public void Tiles_and_bundles_lie_where_the_specification_says()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(600);
        log.Export(folder.Path);
        var files = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file)).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"],
            files);
        Assert.Equal("tile/3/x001/x234/067", TilePath.Tile(3, 1_234_067, 256));
        Assert.Equal("tile/entries/x001/000.p/7", TilePath.Entries(1_000, 7));
    }

    [Fact]
    public void An_export_goes_into_an_empty_folder_only()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(1);
        log.Export(folder.Path);
        Assert.Throws<IOException>(() => ExportWriter.Create(folder.Path));
    }

    [Fact]
    public void An_export_that_disagrees_with_its_checkpoint_says_so()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(3);
        var writer = ExportWriter.Create(folder.Path);
        writer.Add(log.Entries[0]);
        Assert.False(writer.Finish(log.Checkpoint()).MatchesCheckpoint);
    }

    [Fact]
    public void A_file_that_does_not_belong_is_remarked_and_harms_nothing()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(10);
        log.Export(folder.Path);
        File.WriteAllText(folder.File("メモ.txt"), "");
        var report = ExportVerifier.Verify(folder.Path, log.Signer.Verifier);
        Assert.True(report.IsWhole);
        Assert.Equal(["メモ.txt"], report.Remarks);
    }

    [Fact]
    public void A_log_that_goes_on_extends_its_earlier_checkpoint()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(300);
        foreach (var size in (int[])[0, 1, 256, 299, 300])
        {
            var earlier = new Checkpoint(SampleLog.Origin, size, MerkleTree.Root(log.Nodes, size));
            using var export = new TestFolder();
            log.Export(export.Path);
            Assert.True(ExportVerifier.Verify(export.Path, log.Signer.Verifier, new SignedHead(earlier)).IsWhole);
        }
    }
}

namespace Yakuba.Ledger.Tests;

public sealed class CheckpointKeeperTests
{
    [Fact]
    public void Each_head_that_extends_the_last_is_signed_and_survives_a_restart()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(5);
        var path = folder.File("last-checkpoint");
        new CheckpointKeeper(log.Signer, path).Sign(log.Tree, log.Nodes);
        log.Append("次の記録"u8.ToArray());

        var keeper = new CheckpointKeeper(log.Signer, path);
        var note = keeper.Sign(log.Tree, log.Nodes);

        Assert.Equal(note, File.ReadAllBytes(path));
        Assert.Equal(6, keeper.Last!.Size);
        Assert.Equal(note, keeper.Sign(log.Tree, log.Nodes)); // nothing new, nothing signed
    }

    [Fact]
    public void A_restored_old_database_is_noticed_and_nothing_is_signed()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(5);
        using var restored = SampleLog.Of(4);
        var path = folder.File("last-checkpoint");
        var note = new CheckpointKeeper(log.Signer, path).Sign(log.Tree, log.Nodes);

        var keeper = new CheckpointKeeper(log.Signer, path);
        Assert.Throws<LogRolledBackException>(() => keeper.EnsureExtends(restored.Tree, restored.Nodes));
        Assert.Throws<LogRolledBackException>(() => keeper.Sign(restored.Tree, restored.Nodes));
        restored.Append("別の歴史"u8.ToArray());
        Assert.Throws<LogRolledBackException>(() => keeper.Sign(restored.Tree, restored.Nodes));
        restored.Append("その続き"u8.ToArray());
        Assert.Throws<LogRolledBackException>(() => keeper.Sign(restored.Tree, restored.Nodes));
        Assert.Equal(note, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_damaged_file_or_one_of_another_key_is_named()
    {
        using var folder = new TestFolder();
        using var log = SampleLog.Of(5);
        using var other = new NoteSigner(SampleLog.Origin, new byte[32]);
        var path = folder.File("last-checkpoint");
        new CheckpointKeeper(log.Signer, path).Sign(log.Tree, log.Nodes);
        Assert.Throws<InvalidDataException>(() => new CheckpointKeeper(other, path));
        File.WriteAllText(path, "");
        Assert.Throws<InvalidDataException>(() => new CheckpointKeeper(log.Signer, path));
    }
}

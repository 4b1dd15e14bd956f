using System.Reflection;

namespace Yakuba.Ledger.Tests;

[Collection(nameof(VerifyProgramTests))] // the program writes to the console, of which there is one
public sealed class VerifyProgramTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly SampleLog _log = SampleLog.Of(300);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_whole_export_ends_with_0_and_a_damaged_one_with_1_and_the_first_bad_index()
    {
        _log.Export(_folder.Path);
        var key = _log.Signer.Verifier.ToString();
        var (code, text) = Run("dir", _folder.Path, "--key", key);
        Assert.Equal(0, code);
        Assert.Contains("異常はありません", text, StringComparison.Ordinal);

        var tile = _folder.File(TilePath.Entries(1, 44));
        var bytes = File.ReadAllBytes(tile);
        bytes[^1] ^= 1;
        File.WriteAllBytes(tile, bytes);
        (code, text) = Run("dir", _folder.Path, "--key", key);
        Assert.Equal(1, code);
        Assert.Contains("最初の異常は 299 番", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_is_checked_and_shown()
    {
        var file = _folder.File("answer.tlog-proof");
        var keyFile = _folder.File("key.txt");
        File.WriteAllText(keyFile, _log.Signer.Verifier + "\n");
        File.WriteAllBytes(file, TlogProof.Of(_log.Nodes, 7, 300, _log.Checkpoint(), _log.Entries[7]).ToBytes());
        var (code, text) = Run("proof", file, "--key", keyFile);
        Assert.Equal(0, code);
        Assert.Contains("7 番", text, StringComparison.Ordinal);
        Assert.Contains("\"number\":7", text, StringComparison.Ordinal);

        using var other = new NoteSigner(SampleLog.Origin, new byte[32]);
        Assert.Equal(1, Run("proof", file, "--key", other.Verifier.ToString()).Code);
    }

    [Fact]
    public void An_export_is_checked_against_the_words_of_a_printed_sheet()
    {
        _log.Export(_folder.Path);
        var key = _log.Signer.Verifier.ToString();
        var words = SpokenWords.Of(new Checkpoint(SampleLog.Origin, 200, MerkleTree.Root(_log.Nodes, 200)));
        var (code, text) = Run("dir", _folder.Path, "--key", key, "--against", "200 " + words);
        Assert.Equal(0, code);
        Assert.Contains("以前の控え（200 件）", text, StringComparison.Ordinal);

        Assert.Equal(1, Run("dir", _folder.Path, "--key", key, "--against", "199 " + words).Code);
        Assert.Equal(1, Run("dir", _folder.Path, "--key", key, "--against", "301 " + words).Code);
        Assert.Equal(2, Run("dir", _folder.Path, "--key", key, "--against", "200 かきく").Code);
    }

    [Fact]
    public void A_continuation_is_told_from_a_rewriting()
    {
        var (first, second, third) = (_folder.File("a"), _folder.File("b"), _folder.File("c"));
        _log.Export(first);
        var earlier = _folder.File("earlier");
        File.WriteAllBytes(earlier, _log.Checkpoint());
        _log.Append("続き"u8.ToArray());
        _log.Export(second);
        using var rewritten = new SampleLog();
        _log.Entries.Select((entry, i) => i == 270 ? "別"u8.ToArray() : entry).ToList().ForEach(rewritten.Append);
        rewritten.Export(third);

        Assert.Equal(0, Run("diff", first, first).Code);
        Assert.Equal(0, Run("diff", first, second).Code);
        var (code, text) = Run("diff", second, third);
        Assert.Equal(1, code);
        Assert.Contains("270 番", text, StringComparison.Ordinal);

        var key = _log.Signer.Verifier.ToString();
        Assert.Equal(0, Run("dir", second, "--key", key, "--against", earlier).Code);
        Assert.Equal(1, Run("dir", third, "--key", key, "--against", earlier).Code);
    }

    [Fact]
    public void Wrong_use_ends_with_2()
    {
        var key = _log.Signer.Verifier.ToString();
        Assert.Equal(2, Run().Code);
        Assert.Equal(2, Run("dir", _folder.Path).Code);
        Assert.Equal(2, Run("dir", _folder.File("none"), "--key", key).Code);
        Assert.Equal(2, Run("dir", _folder.Path, "--key", "not a key").Code);
        Assert.Equal(2, Run("proof", _folder.File("none"), "--key", key).Code);
        Assert.Equal(2, Run("diff", _folder.Path, _folder.Path).Code);
        Assert.Equal(2, Run("dir", _folder.Path, "--key").Code);
        Assert.Equal(2, Run("dance", _folder.Path).Code);
    }

    private static (int Code, string Text) Run(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var text = new StringWriter();
        Console.SetOut(text);
        Console.SetError(text);
        try
        {
            var program = typeof(Verify.Usage).Assembly.EntryPoint ?? throw new InvalidOperationException("yakuba-verify has no entry point.");
            return ((int)program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null)!, text.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}

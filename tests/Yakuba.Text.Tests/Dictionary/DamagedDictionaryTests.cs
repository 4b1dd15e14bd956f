namespace Yakuba.Text.Tests;

/// <summary>A damaged dictionary gives a named error or other words, never a crash, a hang or a read outside the file.</summary>
public sealed class DamagedDictionaryTests : IDisposable
{
    private const string Text = "住民票の写しの交付手数料は三百五十円です。ＡＢＣ１２３カタカナ、東京都　😀";

    private static readonly string s_installed = Environment.GetEnvironmentVariable("YAKUBA_DICTIONARY") ?? "/var/lib/mecab/dic/ipadic-utf8";

    private readonly string _directory = Directory.CreateTempSubdirectory("yakuba-dictionary-").FullName;

    [Fact]
    public void A_directory_that_is_not_there_is_named()
    {
        var error = Assert.Throws<LexiconException>(() => Lexicon.Open(Path.Combine(_directory, "none")));

        Assert.EndsWith("none", error.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sys.dic")]
    [InlineData("unk.dic")]
    [InlineData("matrix.bin")]
    [InlineData("char.bin")]
    public void A_missing_an_empty_and_a_cut_file_are_named(string name)
    {
        LinkAllBut(name);
        AssertNamed(name);
        Write(name, []);
        AssertNamed(name);
        var whole = File.ReadAllBytes(Path.Combine(s_installed, name));
        foreach (var length in new[] { 1, 3, 4, 40, 71, 72, 100, whole.Length / 2, whole.Length - 1 })
        {
            Write(name, whole.AsSpan(0, length));
            AssertNamed(name);
        }

        Write(name, [.. whole, 0]);
        AssertNamed(name);
    }

    [Theory]
    [InlineData("unk.dic", 72)]
    [InlineData("sys.dic", 72)]
    [InlineData("char.bin", 400)]
    public void A_flipped_bit_in_a_header_is_never_a_crash(string name, int headerBytes)
    {
        LinkAllBut(name);
        var whole = File.ReadAllBytes(Path.Combine(s_installed, name));
        for (var at = 0; at < headerBytes; at += name == "sys.dic" ? 4 : 1)
        {
            var bit = (byte)(1 << (at % 8));
            whole[at] ^= bit;
            Write(name, whole);
            Survives();
            whole[at] ^= bit;
        }
    }

    [Theory]
    [InlineData("unk.dic", 400)]
    [InlineData("char.bin", 60)]
    [InlineData("matrix.bin", 10)]
    [InlineData("sys.dic", 10)]
    public void Random_damage_is_never_a_crash(string name, int rounds)
    {
        LinkAllBut(name);
        var random = new Random(11);
        var whole = File.ReadAllBytes(Path.Combine(s_installed, name));
        for (var round = 0; round < rounds; round++)
        {
            var damaged = (byte[])whole.Clone();
            // A large file needs many flips before a text meets one.
            for (var flip = 0; flip < Math.Max(1, whole.Length / 500); flip++)
            {
                damaged[random.Next(40, damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            Write(name, damaged);
            Survives();
        }
    }

    [Fact]
    public void A_damaged_trie_is_never_a_crash()
    {
        LinkAllBut("sys.dic");
        var random = new Random(12);
        var whole = File.ReadAllBytes(Path.Combine(s_installed, "sys.dic"));
        var trieBytes = BitConverter.ToInt32(whole, 24);
        for (var round = 0; round < 10; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var flip = 0; flip < trieBytes / 50; flip++)
            {
                damaged[random.Next(72, 72 + trieBytes)] ^= (byte)(1 << random.Next(8));
            }

            Write("sys.dic", damaged);
            Survives();
        }
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void Survives()
    {
        try
        {
            using var lexicon = Lexicon.Open(_directory);
            var end = 0;
            foreach (var token in lexicon.Tokenize(Text))
            {
                Assert.True(token.Start >= end && token.Length > 0);
                end = token.Start + token.Length;
            }

            Assert.True(end <= Text.Length);
        }
        catch (LexiconException error)
        {
            Assert.StartsWith(_directory, error.File, StringComparison.Ordinal);
        }
    }

    private void AssertNamed(string name) =>
        Assert.Equal(Path.Combine(_directory, name), Assert.Throws<LexiconException>(() => Lexicon.Open(_directory)).File);

    private void LinkAllBut(string name)
    {
        foreach (var other in new[] { "sys.dic", "unk.dic", "matrix.bin", "char.bin" }.Where(other => other != name))
        {
            File.CreateSymbolicLink(Path.Combine(_directory, other), Path.Combine(s_installed, other));
        }
    }

    private void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(Path.Combine(_directory, name), content);
}

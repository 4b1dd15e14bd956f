namespace Yakuba.Text.Tests;

/// <summary>A server that stopped while an import was cutting text unmapped the dictionary under it, which ended the whole process.</summary>
public sealed class InstalledLexiconTests
{
    [Fact]
    public void The_installed_dictionary_still_cuts_text_for_others_when_one_of_them_has_disposed_it()
    {
        var other = Lexicon.OpenInstalled();
        Lexicon.OpenInstalled().Dispose();
        Assert.Equal(["住民", "票"], other.Tokenize("住民票").Select(t => t.Surface));
    }

    [Fact]
    public void A_dictionary_of_ones_own_is_gone_once_disposed()
    {
        var own = Lexicon.Open(Environment.GetEnvironmentVariable("YAKUBA_DICTIONARY") is { Length: > 0 } named ? named : "/var/lib/mecab/dic/ipadic-utf8");
        own.Dispose();
        Assert.Throws<ObjectDisposedException>(() => own.Tokenize("住民票"));
    }
}

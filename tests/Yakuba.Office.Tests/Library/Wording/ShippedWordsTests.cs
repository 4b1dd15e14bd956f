using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Wording;
using Yakuba.Testing;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Library.Wording;

public sealed class ShippedWordsTests
{
    [Fact]
    public void The_table_that_is_shipped_is_the_one_that_the_folder_of_words_gives()
    {
        var read = WordFiles.Read(Repository.PathOf("words"));
        Assert.True(read.TryGet(out var files, out var problem), problem?.ToString());
        using var lexicon = Lexicon.OpenInstalled();
        var learned = new StringWriter();
        WordLearning.Learn(files.TopicPairs, files.Entries, new SearchAnalyser(lexicon)).Write(learned);
        var shipped = File.ReadAllText(Repository.PathOf("src/Yakuba.Office/Library/Wording/associations.tsv"));
        Assert.True(learned.ToString() == shipped, "Run: yakuba learn words --words words --out src/Yakuba.Office/Library/Wording/associations.tsv");
    }

    [Fact]
    public void A_line_with_too_few_items_is_refused_with_its_place()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "questions"));
            var topics = Directory.CreateDirectory(Path.Combine(folder.FullName, "topics"));
            File.WriteAllText(Path.Combine(topics.FullName, "one.tsv"), "# ことわり\n転入届\t転入の届出\t引っ越してきた\t14日以内\n転出届\n");
            Assert.False(WordFiles.Read(folder.FullName).TryGet(out _, out var problem));
            Assert.Equal("library-words-not-readable", problem.Name);
            Assert.Contains("3行目", problem.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("金融商品取引法第二十七条の三十八第１項により", "第27条の38", "第27条の38第1項")]
    [InlineData("第12条の2", "第12条の2")]
    [InlineData("条例の制定")]
    public void Articles_are_terms_in_one_notation(string text, params string[] terms) => Assert.Equal(terms, ArticleTerms.Of(text));

    [Fact]
    public void A_name_sounds_the_same_voiced_or_not_and_without_its_supplement()
    {
        Assert.Equal(SoundName.Threes("かさたて"), SoundName.Threes("かさだて"));
        Assert.NotEqual(SoundName.Threes("かさたて"), SoundName.Threes("かさ"));
        Assert.Equal("傘立て", SoundName.WithoutSupplement("傘立て（金属製）"));
        Assert.Equal("（仮称）公園", SoundName.WithoutSupplement("（仮称）公園"));
    }
}

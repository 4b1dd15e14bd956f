using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Searching;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Library.Searching;

public sealed class SecondLookTests : IDisposable
{
    private static readonly Lexicon s_lexicon = Lexicon.OpenInstalled();
    private static readonly SearchAnalyser s_analyser = new(s_lexicon);

    private readonly string _folder = Directory.CreateTempSubdirectory("yakuba-look-").FullName;
    private readonly SearchIndex _index;

    public SecondLookTests()
    {
        using (var writer = IndexWriter.Open(_folder, PassageFields.Schema))
        {
            string[] texts = ["図書館の開館時間", "図書館で本を借りる", "市役所の窓口の時間", "粗大ごみの収集", "住民票の写し"];
            for (var i = 0; i < texts.Length; i++)
            {
                writer.Add(new IndexEntry((uint)i + 1, 0, PassageFields.Terms(s_analyser, "", "", null, texts[i])));
            }

            writer.Commit();
        }

        _index = SearchIndex.Open(_folder);
    }

    [Theory]
    [InlineData("図書館で粗大ごみを出せますか", "図書館に粗大ごみは出せません。", "図書館、図書館、図書館。")] // all that is asked before a part of it, repeated
    [InlineData("住民票の写しの窓口", "住民票の写しの窓口は1階です。", "窓口に写しがあり、票は住民のものです。")] // what stands together before its pieces
    [InlineData("図書館の本の収集の窓口", "図書館の本の収集の窓口です。", "です。収集とは何か。ここで館は図書の館です。")]
    public void A_text_that_says_more_of_the_question_gains_more(string question, string more, string less)
    {
        var look = Of(question)!;
        Assert.True(look.Gain("", more) > look.Gain("", less), $"{look.Gain("", more)} {look.Gain("", less)}");
        Assert.True(look.Gain("", less) >= 0);
    }

    [Fact]
    public void One_sentence_says_more_than_two_that_share_the_question()
    {
        var look = Of("図書館の窓口の本の時間")!;
        Assert.True(look.Gain("", "図書館と窓口と本と時間。") > look.Gain("", "図書館と窓口。本と時間。"));
        Assert.True(look.Gain("図書館", "窓口と本と時間。") > look.Gain("", "図書館。窓口と本と時間。"));
    }

    [Fact]
    public void A_text_that_shares_nothing_gains_nothing() => Assert.Equal(0, Of("図書館が開いている時間")!.Gain("", "ABC"));

    [Fact]
    public void The_form_of_writing_changes_nothing() => Assert.Equal(Of("図書館は10時に開きますか")!.Gain("", "図書館の10時"), Of("図書館は１０時に開きますか")!.Gain("", "図書館の１０時"));

    [Fact]
    public void A_single_term_is_left_to_the_index()
    {
        Assert.Null(Of("としょかん"));
        Assert.Null(Of("第12条の2"));
        Assert.Null(Of("？、。"));
    }

    [Fact]
    public void Only_the_first_hits_are_read_and_equal_ones_stay_in_their_order()
    {
        var read = 0;
        (string Text, double Score)[] hits = [.. Enumerable.Range(0, SecondLook.Depth + 5).Select(i => (i == 2 ? "図書館の時間" : "", 1.0))];
        var ordered = Of("図書館が開いている時間")!.Order(
            hits,
            h => h.Score,
            h =>
            {
                read++;
                return ("", h.Text);
            },
            (h, score) => h with { Score = score });
        Assert.Equal(SecondLook.Depth, read);
        Assert.Equal("図書館の時間", ordered[0].Text);
        Assert.Equal(hits.Length, ordered.Count);
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SecondLook? Of(string question)
    {
        using var snapshot = _index.Snapshot();
        return SecondLook.Of(s_analyser, question, snapshot.CountsFor(PermittedGroups.All));
    }
}

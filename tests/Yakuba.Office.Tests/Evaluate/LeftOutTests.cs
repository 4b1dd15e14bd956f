using Yakuba.Office.Evaluate;
using Yakuba.Office.Library.Index;
using Yakuba.Search;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class LeftOutTests
{
    private static readonly IndexQuery s_query = new([new QueryTerm(0, "転入", 1), new QueryTerm(PassageFields.BigramFields[0], "転入", 1), new QueryTerm(PassageFields.TitleName, "^てん", 1)]);

    [Fact]
    public void Nothing_left_out_leaves_the_query_as_it_is() => Assert.Same(s_query, LeftOut.Nothing.Of(s_query));

    [Fact]
    public void An_idea_left_out_takes_its_fields_and_no_others()
    {
        Assert.True(LeftOut.Parse("bigrams, names").TryGet(out var leftOut, out _));
        Assert.Equal([0], leftOut.Of(s_query).Terms.Select(t => t.Field));
    }

    [Fact]
    public void Texts_left_out_leave_the_query_whole()
    {
        Assert.True(LeftOut.Parse("texts").TryGet(out var leftOut, out _));
        Assert.False(leftOut.Texts);
        Assert.Same(s_query, leftOut.Of(s_query));
    }

    [Fact]
    public void An_unknown_idea_is_refused_by_its_name()
    {
        Assert.False(LeftOut.Parse("bigrams,magic").TryGet(out _, out var problem));
        Assert.Equal("eval-unknown-idea", problem.Name);
        Assert.Contains("magic", problem.ToString(), StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Papers.Tests;

/// <summary>HTML: the same text and numbers as the paper, and nothing from elsewhere.</summary>
public sealed class HtmlTests
{
    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void It_holds_every_line_in_order_and_loads_nothing(string name)
    {
        var html = Html(GoldenPapers.All[name]);
        var text = Regex.Replace(Regex.Replace(html, "(?s)<head>.*</head>|<[^>]+>", ""), @"\s|　", "").Replace("&amp;", "&", StringComparison.Ordinal);
        var at = 0;
        foreach (var line in GoldenPapers.All[name].Lines)
        {
            var wanted = Regex.Replace(string.Concat(line.Runs.Select(r => r.Text + (r.Ruby.Length > 0 ? $"（{r.Ruby}）" : ""))), @"\s|　", "");
            var found = text.IndexOf(wanted, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{wanted} is not in {text[at..]}");
            at = found + wanted.Length;
        }

        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|url\\(|@import|https?:", html);
        Assert.Contains("<html lang=\"ja\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void Every_element_is_closed_in_order(string name)
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(Regex.Replace(Html(GoldenPapers.All[name]), "(?s)<style>.*</style>", ""), "<(/?)([a-z0-9]+)[^>]*>"))
        {
            if (tag.Groups[2].Value is "meta" or "br" or "col")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(tag.Groups[2].Value);
            }
            else
            {
                Assert.Equal(open.Pop(), tag.Groups[2].Value);
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Numbers_are_those_of_official_documents()
    {
        var numbers = Regex.Matches(Html(Letters.Inquiry), "<span class=\"no\">([^<]+)</span>").Select(m => m.Groups[1].Value.TrimEnd('　'));
        Assert.Equal(["第１", "１", "(1)", "(2)", "２", "(1)", "ア", "(ア)", "a", "(a)", "(b)", "b", "(イ)", "イ", "(2)", "第２", "第３"], numbers);
    }

    [Fact]
    public void Items_nest_and_a_head_row_is_a_head()
    {
        Assert.Equal(7, Depth(Html(Letters.Inquiry)));
        var table = Html(Letters.Reply);
        Assert.Contains("<thead>\n<tr><th class=\"centre\" scope=\"col\">", table, StringComparison.Ordinal);
        Assert.Contains("<caption>表　地区別の戸数</caption>", table, StringComparison.Ordinal);
    }

    private static int Depth(string html)
    {
        var (depth, most) = (0, 0);
        foreach (Match tag in Regex.Matches(html, "<(/?)ol"))
        {
            depth += tag.Groups[1].Length == 0 ? 1 : -1;
            most = Math.Max(most, depth);
        }

        return most;
    }

    private static string Html(Paper paper) => Encoding.UTF8.GetString(Written.Of(HtmlWriter.Write(paper)).Content);
}

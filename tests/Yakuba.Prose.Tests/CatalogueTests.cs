namespace Yakuba.Prose.Tests;

/// <summary>The catalogue and the tables of words agree, and every rule says what a clerk needs.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void There_are_at_least_120_rules() => Assert.True(RuleCatalogue.All.Count >= 120, $"{RuleCatalogue.All.Count}");

    [Fact]
    public void Each_rule_has_a_title_a_reason_a_source_and_a_kind_of_text() =>
        Assert.DoesNotContain(RuleCatalogue.All, r => r.Title.Length == 0 || r.Reason.Length == 0 || r.Source.Length == 0 || r.Suggests.Length == 0 || r.Kinds.Count == 0);

    [Fact]
    public void Words_and_patterns_belong_to_rules_of_the_catalogue() =>
        Assert.DoesNotContain(WordTable.Read().Select(w => w.Rule).Concat(PatternEntry.Read().Select(p => p.Rule)), id => RuleCatalogue.Find(id) is null);

    [Fact]
    public void Of_a_pattern_no_trigger_is_empty() => Assert.DoesNotContain(PatternEntry.Read(), p => p.Triggers.Any(t => t.Length == 0));

    [Fact]
    public void No_word_is_put_right_as_itself() => Assert.DoesNotContain(WordTable.Read(), w => w.Wrong == w.Right);
}

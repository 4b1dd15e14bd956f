using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>One provision with what lies below it: the same shape from 編 down to the last division of a 号.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number among its kind; none for lines and tables. Of イ or ア, its place in that order from 1.</param>
/// <param name="Label">The number as written: 第十二条の二, ２, ○２, 一, (1), イ, 附　則, 別表第一. Empty for a 項 without a written number, for lines and for tables.</param>
/// <param name="Caption">見出し as written with its brackets, （目的）; of an article or a 項; otherwise empty.</param>
/// <param name="Text">What is written behind the label, on one line: the sentences of a 項 or 号, ただし書 included; the title of a 章; what a 附則 or 別表 says behind its name. Empty for articles.</param>
/// <param name="Children">What lies below, in order.</param>
/// <param name="Table">The rows of a <see cref="ProvisionKind.Table"/>; null for every other kind.</param>
public sealed record Provision(
    ProvisionKind Kind, ProvisionNumber Number, string Label, string Caption, string Text, ImmutableArray<Provision> Children, ProvisionTable? Table = null)
{
    /// <summary>The caption without its brackets: 目的.</summary>
    public string CaptionText => Caption.Length > 2 ? Caption[1..^1] : "";

    /// <summary>Whether its text is 削除 alone, and the number is only kept.</summary>
    public bool IsDeleted => Text == "削除" || (Kind == ProvisionKind.Article && Children.Length == 1 && Children[0].IsDeleted);

    /// <summary>This provision and all below it, in the order of the text.</summary>
    public IEnumerable<Provision> WithAllBelow()
    {
        var open = new Stack<Provision>();
        open.Push(this);
        while (open.TryPop(out var provision))
        {
            yield return provision;
            for (var i = provision.Children.Length - 1; i >= 0; i--)
            {
                open.Push(provision.Children[i]);
            }
        }
    }

    /// <summary>Same provision, all the way down.</summary>
    public bool Equals(Provision? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Number == other.Number && Label == other.Label && Caption == other.Caption && Text == other.Text
            && Equals(Table, other.Table) && Children.AsSpan().SequenceEqual(other.Children.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Number, Label, Caption, Text, Children.Length);
}

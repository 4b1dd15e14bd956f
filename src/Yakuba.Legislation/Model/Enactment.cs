using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>An act, ordinance, rule or 要綱: its whole text as a tree.</summary>
/// <param name="Title">題名 as written, a leading ○ of a collection included.</param>
/// <param name="Front">Lines between the title and the contents: 番号, dates of promulgation and of the last change, notes of a collection.</param>
/// <param name="Contents">Lines of the 目次, with the line 目次 itself where it is written.</param>
/// <param name="Preamble">前文, 制定文, 上諭: lines between the contents and the first provision.</param>
/// <param name="Provisions">The provisions in the order of the text: 本則, 附則, 別表 and 様式. 附則 may stand behind a 別表.</param>
/// <param name="Captions">Where the 見出し of articles is written.</param>
public sealed record Enactment(
    string Title,
    ImmutableArray<string> Front,
    ImmutableArray<string> Contents,
    ImmutableArray<string> Preamble,
    ImmutableArray<Provision> Provisions,
    CaptionPlace Captions = CaptionPlace.Above)
{
    /// <summary>The title without the mark and the blanks of a collection: what others call it by.</summary>
    public string Name => Title.TrimStart('○', '◯', '◎', ' ', '　').TrimEnd(' ', '　');

    /// <summary>本則: what is neither 附則 nor annexed.</summary>
    public IEnumerable<Provision> Body => Provisions.Where(p => p.Kind is not (ProvisionKind.Supplement or ProvisionKind.Appendix or ProvisionKind.Form));

    /// <summary>The 附則 in order: its own first, then those of later amendments.</summary>
    public IEnumerable<Provision> Supplements => Provisions.Where(p => p.Kind == ProvisionKind.Supplement);

    /// <summary>別表 and 様式 in order.</summary>
    public IEnumerable<Provision> Appendices => Provisions.Where(p => p.Kind is ProvisionKind.Appendix or ProvisionKind.Form);

    /// <summary>All provisions at every level, in the order of the text.</summary>
    public IEnumerable<Provision> AllProvisions => Provisions.SelectMany(p => p.WithAllBelow());

    /// <summary>The articles of the 本則, deleted ones included.</summary>
    public IEnumerable<Provision> Articles => Body.SelectMany(p => p.WithAllBelow()).Where(p => p.Kind == ProvisionKind.Article);

    /// <summary>Same text and same tree.</summary>
    public bool Equals(Enactment? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Title == other.Title && Captions == other.Captions && Front.AsSpan().SequenceEqual(other.Front.AsSpan())
            && Contents.AsSpan().SequenceEqual(other.Contents.AsSpan()) && Preamble.AsSpan().SequenceEqual(other.Preamble.AsSpan())
            && Provisions.AsSpan().SequenceEqual(other.Provisions.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Front.Length, Contents.Length, Preamble.Length, Provisions.Length);
}

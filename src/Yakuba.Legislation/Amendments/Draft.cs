using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>A provision while an amendment is carried out on it.</summary>
internal sealed class DraftNode
{
    internal ProvisionKind Kind { get; init; }

    internal ProvisionNumber Number { get; set; }

    internal string Label { get; set; } = "";

    internal string Caption { get; set; } = "";

    internal string Text { get; set; } = "";

    internal ProvisionTable? Table { get; set; }

    internal DraftNode? Parent { get; set; }

    internal List<DraftNode> Children { get; } = [];

    internal bool IsHeading => Kind <= ProvisionKind.Division;

    internal static DraftNode Of(Provision provision, DraftNode? parent = null)
    {
        var node = new DraftNode
        {
            Kind = provision.Kind, Number = provision.Number, Label = provision.Label, Caption = provision.Caption, Text = provision.Text, Table = provision.Table, Parent = parent,
        };
        node.Children.AddRange(provision.Children.Select(child => Of(child, node)));
        return node;
    }

    internal Provision ToProvision() => new(Kind, Number, Label, Caption, Text, [.. Children.Select(c => c.ToProvision())], Table);

    internal IEnumerable<DraftNode> WithAllBelow()
    {
        yield return this;
        foreach (var node in Children.SelectMany(c => c.WithAllBelow()))
        {
            yield return node;
        }
    }

    /// <summary>Puts nodes into a list of children and makes this their parent.</summary>
    internal void Insert(int at, IReadOnlyList<DraftNode> nodes)
    {
        foreach (var node in nodes)
        {
            node.Parent = this;
        }

        Children.InsertRange(at, nodes);
    }
}

/// <summary>An enactment while an amendment is carried out on it. The root node stands for the enactment itself.</summary>
internal sealed class Draft
{
    private readonly Enactment _source;

    internal Draft(Enactment source)
    {
        _source = source;
        (Title, Contents, Preamble) = (source.Title, source.Contents, source.Preamble);
        Root.Insert(0, [.. source.Provisions.Select(p => DraftNode.Of(p))]);
    }

    internal string Title { get; set; }

    internal ImmutableArray<string> Contents { get; set; }

    internal ImmutableArray<string> Preamble { get; set; }

    /// <summary>Its kind is of no meaning.</summary>
    internal DraftNode Root { get; } = new() { Kind = ProvisionKind.Line };

    internal CaptionPlace Captions => _source.Captions;

    internal Enactment ToEnactment() =>
        _source with { Title = Title, Contents = Contents, Preamble = Preamble, Provisions = [.. Root.Children.Select(c => c.ToProvision())] };
}

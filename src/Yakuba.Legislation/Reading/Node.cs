using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>A provision while it is being read.</summary>
internal sealed class Node(ProvisionKind kind, ProvisionNumber number, string label, string text)
{
    private readonly List<Node> _children = [];
    private readonly List<ImmutableArray<string>> _rows = [];

    internal ProvisionKind Kind { get; } = kind;

    internal ProvisionNumber Number { get; } = number;

    internal string Label { get; } = label;

    internal string Caption { get; init; } = "";

    internal string Text { get; set; } = text;

    internal Node? LastChild => _children.Count > 0 ? _children[^1] : null;

    /// <summary>The number stands alone on its line; its text may follow on the next.</summary>
    internal bool AwaitsText => Text.Length == 0 && _children.Count == 0 && Kind is not (ProvisionKind.Line or ProvisionKind.Table);

    internal Node Add(Node child)
    {
        _children.Add(child);
        return child;
    }

    internal void AddRow(string line) => _rows.Add([.. line[1..].Split('\t').Select(Blanks.Trim)]);

    /// <summary>Depth of the tree is bounded by the kinds of provisions, so that this may call itself.</summary>
    internal Provision ToProvision() => new(
        Kind, Number, Label, Caption, Text, [.. _children.Select(c => c.ToProvision())], _rows.Count > 0 ? new ProvisionTable([.. _rows]) : null);
}

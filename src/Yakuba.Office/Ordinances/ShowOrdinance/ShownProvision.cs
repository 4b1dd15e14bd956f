using System.Collections.Immutable;
using Yakuba.Legislation;

namespace Yakuba.Office.Ordinances.ShowOrdinance;

/// <summary>A provision as JSON, with all that lies below it in the order of the text: lines and tables too.</summary>
internal sealed record ShownProvision(
    ProvisionKind Kind, string Number, string Label, string Caption, string Text, ImmutableArray<ImmutableArray<string>>? Rows, IEnumerable<ShownProvision> Children)
{
    internal static ShownProvision Of(Provision provision) => new(
        provision.Kind, provision.Number.ToString(), provision.Label, provision.Caption, provision.Text, provision.Table?.Rows, provision.Children.Select(Of));
}

namespace Yakuba.Legislation;

/// <summary>Where a reference stands: what 前条, 前項 and a bare number count from.</summary>
/// <param name="Place">The provision that holds the text.</param>
/// <param name="Part">The 附則 that it stands in; the root for the 本則.</param>
/// <param name="Supplement">The 附則 that 附則第二項 means.</param>
/// <param name="IsWhole">Whether all that is numbered here is at hand: not so in the 附則 of amendments and in those marked 抄.</param>
/// <param name="IsOfAmendment">Whether it is the 附則 of an amendment.</param>
/// <param name="IsCurrent">Whether amendments keep it up to date: the 本則, and the 附則 of an enactment that was never amended.</param>
internal sealed record Standpoint(ProvisionPath Place, ProvisionPath Part, ProvisionPath Supplement, bool IsWhole, bool IsOfAmendment, bool IsCurrent)
{
    internal static Standpoint Of(EnactmentIndex index, ProvisionPath place, PlacedProvision? firstSupplement)
    {
        var part = place.UpTo(ProvisionKind.Supplement);
        var own = firstSupplement?.Path ?? ProvisionPath.Root.Below(new(ProvisionKind.Supplement, "附則"));
        var supplement = part is null ? null : index.Find(part)?.Provision;
        var isExtract = supplement?.Text.Contains('抄') ?? false;
        return new(place, part ?? ProvisionPath.Root, part ?? own, part is null || (part.Equals(own) && !isExtract), part is not null && !part.Equals(own), part is null || index.Supplements == 1);
    }

    internal ProvisionPath? Article => Place.UpTo(ProvisionKind.Article);

    internal ProvisionPath? Paragraph => Place.UpTo(ProvisionKind.Paragraph);
}

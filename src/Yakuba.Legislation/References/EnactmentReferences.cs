using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Finds what the provisions of an enactment refer to.</summary>
/// <remarks>
/// Relative words are read as drafting practice uses them: 前条 and 前項 count from the provision they stand in, 同条 and 同項 from what was named last,
/// 第二項 alone belongs to the article it stands in unless it continues a list (第三条第一項及び第二項). In the 附則 of an amendment a bare 第三条 is one of the
/// amending enactment, which is not at hand.
/// </remarks>
public static class EnactmentReferences
{
    /// <summary>All references of an enactment, in the order of the text.</summary>
    public static ImmutableArray<Reference> Of(EnactmentIndex index)
    {
        var found = ImmutableArray.CreateBuilder<Reference>();
        var firstSupplement = index.Places.FirstOrDefault(p => p.Provision.Kind == ProvisionKind.Supplement);
        var namesOther = new Dictionary<ProvisionPath, bool>();
        foreach (var place in index.Places.Where(p => p.Provision.Kind is >= ProvisionKind.Paragraph and <= ProvisionKind.Subitem6))
        {
            var standpoint = Standpoint.Of(index, place.Path, firstSupplement);
            var reader = new ReferenceReader(index, standpoint, namesOther.GetValueOrDefault(place.Path.Parent));
            found.AddRange(reader.Read(place.Provision.Text));
            namesOther[place.Path] = reader.NamesOther;
        }

        return found.DrainToImmutable();
    }
}

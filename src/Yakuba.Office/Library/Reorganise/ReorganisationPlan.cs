using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>What a reorganisation would do now, worked out and not done.</summary>
/// <param name="Request">What was asked, with codes in the place of names.</param>
/// <param name="Sections">All sections as they are.</param>
/// <param name="Items">Everything that changes.</param>
internal sealed record ReorganisationPlan(ReorganiseSections Request, IReadOnlyList<Section> Sections, IReadOnlyList<ReorganisationItem> Items)
{
    /// <summary>People who move and whom the municipality's directory signs in: its groups must follow.</summary>
    internal int DirectoryPeople { get; init; }

    /// <summary>Documents of the sections that stay where they are; all of them, also those that the person may not read.</summary>
    internal int Staying { get; init; }

    /// <summary>Documents that get another owner.</summary>
    internal int Documents => Places().Count(p => p.Was.Section != p.Becomes.Section);

    /// <summary>Documents of other sections whose readers change.</summary>
    internal int Shares => Places().Count(p => p.Was.Section == p.Becomes.Section);

    /// <summary>People who move.</summary>
    internal int People => Items.Count(i => i.Kind == "person");

    /// <summary>The new section; null when none is made.</summary>
    internal Section? Made => Items.Where(i => i.Kind == "section" && i.Was.Length == 0).Select(i => ReorganisationItem.SectionOf(i.Becomes)).FirstOrDefault();

    /// <summary>Tells whether what would be done is still what was shown.</summary>
    internal string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize((Request.Kind, Request.Day, Items.OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal).ToList()), FieldsToo))))[..16];

    private static readonly JsonSerializerOptions FieldsToo = new() { IncludeFields = true };

    private IEnumerable<(DocumentPlace Was, DocumentPlace Becomes)> Places() =>
        Items.Where(i => i.Kind == "document").Select(i => (ReorganisationItem.PlaceOf(i.Was), ReorganisationItem.PlaceOf(i.Becomes)));
}

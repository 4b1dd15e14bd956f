using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>What the checks look at.</summary>
internal sealed partial class CheckContext(EnactmentIndex index, IReadOnlyList<EnactmentIndex> others)
{
    internal EnactmentIndex Index { get; } = index;

    internal Enactment Enactment => Index.Enactment;

    internal IReadOnlyList<EnactmentIndex> Others { get; } = others;

    internal ImmutableArray<Reference> References { get; } = EnactmentReferences.Of(index);

    /// <summary>項, 号 and below with their text: where sentences stand.</summary>
    internal IEnumerable<PlacedProvision> Sentences => Index.Places.Where(p => p.Provision.Kind is >= ProvisionKind.Paragraph and <= ProvisionKind.Subitem6);

    /// <summary>Those of the 本則.</summary>
    internal IEnumerable<PlacedProvision> BodySentences => Sentences.Where(p => p.Path.UpTo(ProvisionKind.Supplement) is null);

    /// <summary>Those of its own 附則, not of amendments.</summary>
    internal IEnumerable<PlacedProvision> OwnSupplement =>
        Index.Places.FirstOrDefault(p => p.Provision.Kind == ProvisionKind.Supplement)?.Path is { } own ? Sentences.Where(p => own.Equals(p.Path.UpTo(ProvisionKind.Supplement))) : [];

    /// <summary>All text of the enactment but its contents: provisions, captions, lines and cells.</summary>
    internal IEnumerable<string> AllText => Enactment.AllProvisions
        .SelectMany(p => (IEnumerable<string>)[p.Caption, p.Text, .. p.Table?.Rows.SelectMany(r => r) ?? []]).Concat(Enactment.Preamble);

    /// <summary>What an enactment is called in another: its name and the abbreviations that are set for it there.</summary>
    internal static HashSet<string> NamesOf(EnactmentIndex named, Enactment within)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { named.Enactment.Name };
        foreach (var text in within.AllProvisions.Select(p => p.Text).Where(t => t.Contains(named.Enactment.Name, StringComparison.Ordinal)))
        {
            var behind = text.IndexOf(named.Enactment.Name, StringComparison.Ordinal) + named.Enactment.Name.Length;
            if (Abbreviation().Match(text, behind) is { Success: true } match && match.Index == behind)
            {
                names.Add(match.Groups["name"].Value);
            }
        }

        return names;
    }

    [GeneratedRegex("[（(][^「）)]{0,80}以下(?:単に)?「(?<name>[^」]{1,40})」という")]
    private static partial Regex Abbreviation();
}

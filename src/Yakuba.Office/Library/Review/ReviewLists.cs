using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Library.Review;

/// <summary>The things to do for the sections of a person, as the store says at this moment.</summary>
public sealed class ReviewLists(Database database, LibraryCatalogue catalogue, SettingStore settings, TimeProvider time)
{
    /// <summary>Days before a review or the end of validity from which a text is listed; and after its end while it is.</summary>
    internal const int Ahead = 30;

    /// <summary>The list.</summary>
    /// <param name="reader">Whose sections; for 法規担当 the rules of every section too. Nothing is listed that the person may not read.</param>
    /// <param name="section">Code of one section, or empty for all.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<ReviewList> OfAsync(Principal reader, string section, CancellationToken cancel)
    {
        ReviewRule rule;
        await using (var read = await database.ReadAsync(cancel))
        {
            rule = await ReviewRule.ReadAsync(read, settings, cancel);
        }

        var today = time.Today();
        var lines = new List<ReviewLine>();
        foreach (var versions in (await catalogue.AllAsync(reader, cancel))
            .Where(c => IsTheirs(reader, c.Rights) && (section.Length == 0 || c.Rights.Section == section))
            .GroupBy(c => c.Rights.DocumentId))
        {
            foreach (var card in versions)
            {
                if (KindOf(card, rule, today, [.. versions]) is var (kind, day))
                {
                    lines.Add(new ReviewLine(kind, card, day, reader.MayConfirm(card.Rights)));
                }
            }
        }

        return new ReviewList([.. lines.OrderBy(l => l.Kind).ThenBy(l => l.Day).ThenBy(l => l.Card.Title, StringComparer.Ordinal)], rule.After(today));
    }

    /// <summary>True for texts of the person's own sections, and for rules where the person keeps them.</summary>
    internal static bool IsTheirs(Principal reader, VersionRights rights) => reader.Sections.Contains(rights.Section) || (rights.IsRule && reader.Is(Role.LegalOfficer));

    private static (ReviewKind Kind, DateOnly Day)? KindOf(VersionCard card, ReviewRule rule, DateOnly today, IReadOnlyList<VersionCard> versions)
    {
        if (card.Rights.State == VersionState.Draft)
        {
            return (ReviewKind.Waiting, DateOnly.FromDateTime(card.ImportedAt.ToOffset(JapanTime.Offset).DateTime));
        }

        // An end that was decided, by a retirement or by a version that takes over, leaves nothing to do.
        if (card.Rights.State != VersionState.Retired && card.RetiredFrom is null && card.Rights.ValidTo is { } last && last >= today.AddDays(-Ahead) && last <= today.AddDays(Ahead)
            && !versions.Any(v => v.Ordinal > card.Ordinal && v.Rights.State == VersionState.Published && v.Rights.On(last.AddDays(1)) == Standing.InForce))
        {
            return (ReviewKind.Expiring, last);
        }

        return rule.NextOf(card) is not { } next || card.Rights.On(today) == Standing.NoLonger || next > today.AddDays(Ahead) ? null
            : (next <= today ? ReviewKind.Overdue : ReviewKind.DueSoon, next);
    }
}

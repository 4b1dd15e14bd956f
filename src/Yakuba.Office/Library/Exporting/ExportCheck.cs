using System.Globalization;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Reorganise;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Exporting;

/// <summary>Whether a list can be a library: every value is one that an export writes.</summary>
internal static class ExportCheck
{
    private const int LongestText = 2_000;

    /// <summary>The first fault, named by its place; null when there is none.</summary>
    internal static Problem? Fault(LibraryExport export)
    {
        if (HasHoles(export))
        {
            return ExportProblems.Form.With("null");
        }

        if (export.People.FirstOrDefault(p => !IsText(p.Id) || p.Name.Length > LongestText) is { } person)
        {
            return ExportProblems.Form.With($"people: {person.Id}");
        }

        for (var d = 0; d < export.Documents.Count; d++)
        {
            if (Fault(export.Documents[d]) is { } fault)
            {
                return ExportProblems.Form.With($"documents[{d}].{fault}");
            }
        }

        var reorganisations = export.Reorganisations ?? [];
        for (var r = 0; r < reorganisations.Count; r++)
        {
            if (Fault(reorganisations[r]) is { } fault)
            {
                return ExportProblems.Form.With($"reorganisations[{r}].{fault}");
            }
        }

        return Twice(export.Documents.Select(d => d.Id), "id") ?? Twice(export.Documents.Select(d => d.SourceKey), "sourceKey") ?? Twice(export.Sections.Select(s => s.Code), "code")
            ?? Twice(export.Versions.SelectMany(v => v.Reviews ?? []).Select(r => r.Id), "reviews.id") ?? Twice(reorganisations.Select(r => $"{r.Number}"), "reorganisations.number");
    }

    // The reader of JSON refuses null where a member may not be it, but not inside a list.
    private static bool HasHoles(LibraryExport export) => export.Sections.Any(s => s is null) || export.People.Any(p => p is null)
        || export.Documents.Any(d => d is null || d.Readers.Any(r => r is null) || d.Versions.Any(v => v is null || v.Reviews?.Any(r => r is null) == true))
        || export.Reorganisations?.Any(HasHoles) == true;

    private static bool HasHoles(ExportedReorganisation? one) => one is null
        || one.Request.From.Concat(one.Request.Documents).Concat(one.Request.UserNames).Any(t => t is null)
        || one.Sections.Any(s => s is null || s.Becomes.OldNames.Any(n => n is null) || s.Was?.OldNames.Any(n => n is null) == true)
        || one.People.Any(p => p is null || p.Was.Concat(p.Becomes).Any(c => c is null))
        || one.Documents.Any(m => m is null || m.Was.Readers.Concat(m.Becomes.Readers).Any(c => c is null));

    private static Problem? Twice(IEnumerable<string> values, string what) =>
        values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice ? ExportProblems.Form.With($"{what}「{twice.Key}」が2つあります") : null;

    private static string? Fault(ExportedDocument document)
    {
        if (!Guid.TryParseExact(document.Id, "D", out var id) || id.ToString("D") != document.Id)
        {
            return "id";
        }

        if (!IsText(document.SourceKey))
        {
            return "sourceKey";
        }

        if (Labels.Parse(document.Label) is null)
        {
            return "label";
        }

        if (!IsTime(document.CreatedAt))
        {
            return "createdAt";
        }

        if (document.Versions.Count == 0 || document.Versions.Zip(document.Versions.Skip(1)).Any(p => p.First.Ordinal >= p.Second.Ordinal) || document.Versions[0].Ordinal < 1)
        {
            return "versions";
        }

        for (var v = 0; v < document.Versions.Count; v++)
        {
            if (Fault(document.Versions[v]) is { } fault)
            {
                return $"versions[{v}].{fault}";
            }
        }

        return null;
    }

    private static string? Fault(ExportedVersion version) => new (bool IsRight, string Name)[]
    {
        (version.Title.Trim().Length > 0, "title"), // as its reader gave it: a title may have two lines
        (IsText(version.FileName) && version.FileName.IndexOfAny(['/', '\\']) < 0, "fileName"),
        (IsText(version.Kind), "kind"),
        (OriginalName.IsHash(version.Sha256), "sha256"),
        (version.Bytes >= 0, "bytes"),
        (version.Original == OriginalName.Of(version.Sha256, version.FileName), "original"), // the only place it can have: no way out of the folder
        (VersionStates.All.Any(s => s.ToKey() == version.State), "state"),
        (IsDay(version.ValidFrom), "validFrom"),
        (IsDay(version.ValidTo), "validTo"),
        (IsDay(version.ReviewOn), "reviewOn"),
        (IsStep(version.Imported.At, version.Imported.By), "imported"),
        (version.Confirmed is null || IsStep(version.Confirmed.At, version.Confirmed.By), "confirmed"),
        (version.Reviewed is null || IsStep(version.Reviewed.At, version.Reviewed.By), "reviewed"),
        (version.Published is null || IsStep(version.Published.At, version.Published.By), "published"),
        (version.Retired is null || (IsStep(version.Retired.At, version.Retired.By) && IsDay(version.Retired.From) && version.Retired.From.Length > 0 && version.Retired.Reason.Length <= LongestText), "retired"),
        (version.State != VersionState.Published.ToKey() || version.Published is not null, "published"),
        (version.State != VersionState.Retired.ToKey() || version.Retired is not null, "retired"),
        (IsTime(version.ChangedAt), "changedAt"),
        ((version.Reviews ?? []).All(IsReview), "reviews"),
    }.FirstOrDefault(c => !c.IsRight).Name;

    private static bool IsReview(KeptReview review) => Guid.TryParseExact(review.Id, "D", out _)
        && IsStep(review.At, review.By) && IsDay(review.Next) && IsPresent(review.WasOn, IsDay)
        && IsPresent(review.WasAt, at => IsStep(at, review.WasBy)) && IsPresent(review.UndoneAt, at => IsStep(at, review.UndoneBy));

    private static string? Fault(ExportedReorganisation one) => new (bool IsRight, string Name)[]
    {
        (one.Number > 0, "number"),
        (one.State is "waiting" or "done" or "undone" or "cancelled" or "refused", "state"),
        (ReorganisationKinds.Parse(one.Request.Kind) is not null && one.Request.From.Count > 0 && IsDay(one.Request.Day), "request"),
        (IsStep(one.Made.At, one.Made.By), "made"),
        (one.DoneAt is null ? one.State is not ("done" or "undone") : IsTime(one.DoneAt), "doneAt"),
        (one.Ended is null || IsStep(one.Ended.At, one.Ended.By), "ended"),
        (one.Problem is not { Length: > LongestText }, "problem"),
        (one.Sections.All(s => IsState(s.Becomes) && (s.Was is null || (IsState(s.Was) && s.Was.Code == s.Becomes.Code))) && AreOnce(one.Sections.Select(s => s.Becomes.Code)), "sections"),
        (one.People.All(p => IsText(p.Account)) && AreOnce(one.People.Select(p => p.Account)), "people"),
        (one.Documents.All(d => IsText(d.Document) && IsPlace(d.Was) && IsPlace(d.Becomes)) && AreOnce(one.Documents.Select(d => d.Document)), "documents"),
    }.FirstOrDefault(c => !c.IsRight).Name;

    private static bool IsState(ExportedSectionState section) => IsText(section.Code) && IsDay(section.ValidFrom) && IsDay(section.ValidTo);

    private static bool IsPlace(ExportedPlace place) => IsText(place.Section) && IsText(place.SourceKey) && place.Readers.All(IsText);

    private static bool AreOnce(IEnumerable<string> values) => values.GroupBy(v => v).All(g => g.Count() == 1);

    private static bool IsPresent(string text, Func<string, bool> isRight) => text.Length == 0 || isRight(text);

    private static bool IsText(string text) => text.Trim().Length is > 0 and <= LongestText && !text.Any(char.IsControl);

    private static bool IsStep(string at, string by) => IsTime(at) && IsText(by);

    private static bool IsTime(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsDay(string? text) => text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

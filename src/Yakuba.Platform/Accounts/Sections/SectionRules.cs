namespace Yakuba.Platform.Accounts.Sections;

/// <summary>What a section must look like, whoever makes or changes it.</summary>
public static class SectionRules
{
    /// <summary>Checks code, names, dates and the section above.</summary>
    /// <returns>Null when it fits.</returns>
    public static Problem? Check(KeepSection request, IReadOnlyList<Section> all)
    {
        var codeFits = request.Code.Length is > 0 and <= 20 && request.Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        var nameFits = SectionList.Clean(request.Name).Length is > 0 and <= 60 && request.Kana.Length <= 120 && (request.Contact ?? "").Length <= 120
            && (request.OldNames ?? []).All(o => SectionList.Clean(o).Length <= 60);
        var parentFits = request.Parent.Length == 0 || (all.Any(s => s.Code == request.Parent) && !IsUnder(all, request.Parent, request.Code));
        return !codeFits || !nameFits || !parentFits ? AccountsProblems.SectionForm
            : request.ValidFrom is { } from && request.ValidTo is { } to && to <= from ? AccountsProblems.SectionDates
            : null;
    }

    /// <summary>A name as it is compared: full-width and half-width forms, capitals and kinds of dashes are one.</summary>
    public static string NameKey(string name) => SectionList.Key(name);

    // A section must not stand above itself.
    private static bool IsUnder(IReadOnlyList<Section> all, string code, string above)
    {
        for (var (at, steps) = (code, 0); at.Length > 0 && steps <= all.Count; steps++)
        {
            if (at == above)
            {
                return true;
            }

            at = all.FirstOrDefault(s => s.Code == at)?.Parent ?? "";
        }

        return false;
    }
}

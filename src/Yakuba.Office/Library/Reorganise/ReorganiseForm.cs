using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>What was typed into a form of the pages, kept so that nothing has to be typed twice.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="From">Codes of the sections.</param>
/// <param name="Into">Code of the section that takes over; from the list, or typed for a new one.</param>
/// <param name="Name">New name.</param>
/// <param name="Kana">Its reading.</param>
/// <param name="Day">The day as typed.</param>
public sealed record ReorganiseForm(string Kind, IReadOnlyList<string> From, string Into, string Name, string Kana, string Day)
{
    /// <summary>Code typed for a new section; empty where one from the list takes over.</summary>
    public string NewCode { get; init; } = "";

    /// <summary>Numbers of versions chosen for a split.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>User names chosen for a split.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    internal static ReorganiseForm Of(IFormCollection form) => new(
        FormText.Of(form, "kind"), FormText.All(form, "from"), FormText.Of(form, "into"), FormText.Of(form, "name"), FormText.Of(form, "kana"), FormText.Of(form, "day"))
    {
        NewCode = FormText.Of(form, "new-code").Trim(),
        Documents = FormText.All(form, "document"),
        People = FormText.All(form, "person"),
    };

    /// <summary>As the handler takes it.</summary>
    internal Result<ReorganiseSections> Read() =>
        FormDate.Read(Day) is not { } day ? LibraryProblems.DateForm
        : ReorganisationKinds.Parse(Kind) is not { } kind ? ReorganiseProblems.UnknownKind.With(Kind)
        : new ReorganiseSections(kind, [.. From.Where(f => f.Length > 0)], NewCode.Length > 0 ? NewCode : Into, NewCode.Length > 0 || kind == ReorganisationKind.Rename ? Name : "", Kana, day)
        {
            Documents = [.. Documents.Select(d => uint.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)],
            People = People,
        };
}

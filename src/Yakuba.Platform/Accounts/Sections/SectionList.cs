using System.Text;
using Yakuba.Platform.Data;
using Yakuba.Text;

namespace Yakuba.Platform.Accounts.Sections;

/// <summary>The municipality's sections, for every room.</summary>
public sealed class SectionList(TimeProvider time)
{
    /// <summary>All sections in the order of their codes, those that have ended too.</summary>
    public async Task<IReadOnlyList<Section>> ListAsync(Session session, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<SectionRow>(
            "SELECT code AS Code, name AS Name, kana AS Kana, parent AS Parent, valid_from AS ValidFrom, valid_to AS ValidTo, contact AS Contact, successor AS Successor FROM section ORDER BY code", cancel: cancel);
        var old = (await session.QueryAsync<OldName>("SELECT code AS Code, name AS Name FROM section_old_name ORDER BY code, name", cancel: cancel)).ToLookup(o => o.Code, o => o.Name);
        return [.. rows.Select(r => new Section(r.Code, r.Name, r.Kana, r.Parent, Day(r.ValidFrom), Day(r.ValidTo), [.. old[r.Code]], r.Contact) { Successor = r.Successor })];
    }

    /// <summary>The section that a person means: by code, by the name it has today, or by a name it had before. One that was closed stands for the one that took over.</summary>
    /// <returns>The section; <see cref="AccountsProblems.UnknownSection"/>; or <see cref="AccountsProblems.AmbiguousSection"/> naming those that it may be.</returns>
    public async Task<Result<Section>> FindAsync(Session session, string? typed, CancellationToken cancel) =>
        Find(await ListAsync(session, cancel), typed);

    /// <inheritdoc cref="FindAsync"/>
    public Result<Section> Find(IReadOnlyList<Section> sections, string? typed)
    {
        var wanted = Key(typed ?? "");
        if (wanted.Length > 0 && sections.FirstOrDefault(s => Key(s.Code) == wanted) is { } byCode)
        {
            return Now(sections, byCode);
        }

        var today = time.Today();
        var found = sections.Where(s => Key(s.Name) == wanted).OrderByDescending(s => s.StandsOn(today)).Take(1).ToList();
        if (found.Count == 0)
        {
            found = [.. sections.Where(s => s.OldNames.Any(o => Key(o) == wanted))];
        }

        return wanted.Length == 0 || found.Count == 0 ? AccountsProblems.UnknownSection.With(typed ?? "")
            : found.Count > 1 ? AccountsProblems.AmbiguousSection.With($"{typed}: {string.Join("、", found.Select(s => $"{s.Name}（{s.Code}）"))}")
            : Now(sections, found[0]);
    }

    /// <summary>The section that has the duties of this one today: itself while it stands, else the one that took over.</summary>
    public Section Now(IReadOnlyList<Section> sections, Section section)
    {
        var today = time.Today();
        var at = section;
        for (var steps = 0; steps < sections.Count && !at.StandsOn(today) && at.Successor.Length > 0 && sections.FirstOrDefault(s => s.Code == at.Successor) is { } next; steps++)
        {
            at = next;
        }

        return at;
    }

    /// <summary>What a section is called now, with the name it had: 市民課（旧: 国保年金課）.</summary>
    /// <param name="sections">All sections.</param>
    /// <param name="code">Code of the section, also of one that was closed.</param>
    /// <returns>The code itself where no such section is known.</returns>
    public string NameOf(IReadOnlyList<Section> sections, string code) =>
        sections.FirstOrDefault(s => s.Code == code) is not { } section ? code
        : Now(sections, section) is var now && now.Code != code ? $"{now.Name}（旧: {section.Name}）"
        : section.Name;

    /// <summary>A name as it is kept: without spaces around it. Empty when it holds control characters or half a character.</summary>
    internal static string Clean(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Any(char.IsControl) || trimmed.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) ? "" : trimmed;
    }

    /// <summary>A name as it is compared: full-width and half-width forms, capitals and kinds of dashes are one.</summary>
    internal static string Key(string text) => NormalText.Of(text).Value.Trim();

    private static DateOnly? Day(string stored) => stored.Length == 0 ? null : JapanTime.DateFromStore(stored);
}

file sealed record SectionRow(string Code, string Name, string Kana, string Parent, string ValidFrom, string ValidTo, string Contact, string Successor);

file sealed record OldName(string Code, string Name);

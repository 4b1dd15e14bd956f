using System.Globalization;
using System.Text.Json;
using Dapper;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Store;

/// <summary>Reads drafts. Whoever calls asks <see cref="DraftCard.MayBeReadBy"/> before showing anything.</summary>
internal static class DraftRows
{
    private const string Columns = "SELECT d.id, d.template, d.kind, d.form, d.section, d.label, d.author, d.state, d.version, d.round, d.title, d.created_at, d.changed_at FROM draft d ";

    internal static async Task<DraftCard?> FindAsync(Session session, Guid id, CancellationToken cancel) =>
        await session.SingleOrDefaultAsync<Row>(Columns + "WHERE d.id = @id", new { id = Key(id) }, cancel) is { } row
            ? row.ToCard() with { OnRoute = (await session.QueryAsync<string>(OnRoute + "WHERE draft = @id", new { id = row.id }, cancel)).ToHashSet(StringComparer.Ordinal) }
            : null;

    /// <summary>The drafts that a reader may read, newest change first; the rule is said in SQL here and in <see cref="DraftCard.MayBeReadBy"/>, which has the last word.</summary>
    /// <returns>The lines of the page, and how many there are of each state with these words and this section.</returns>
    internal static async Task<(IReadOnlyList<DraftCard> Lines, IReadOnlyDictionary<DraftState, long> Counts)> ListAsync(
        Session session, Principal reader, DraftFilter filter, int size, CancellationToken cancel)
    {
        var arguments = new DynamicParameters(new
        {
            me = reader.UserId,
            clearance = (long)reader.Clearance,
            pattern = $"%{filter.Words.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%",
            section = filter.Section,
            state = filter.State?.ToKey() ?? "",
            size = (long)size,
            skip = (long)(filter.Page - 1) * size,
        });
        var where = $"WHERE (((d.author = @me OR d.section IN {In(arguments, "own", reader.Sections)}) AND (d.label <= 1 OR d.label <= @clearance)) OR d.id IN (SELECT draft FROM draft_person WHERE person = @me))"
            + (filter.Words.Length > 0 ? " AND d.words LIKE @pattern ESCAPE '!'" : "")
            + (filter.Section.Length > 0 ? " AND d.section = @section" : "")
            + (filter.IsMine ? " AND d.author = @me" : "");
        var counts = await session.QueryAsync<Count>($"SELECT d.state AS state, COUNT(*) AS number FROM draft d {where} GROUP BY d.state", arguments, cancel);
        var rows = await session.QueryAsync<Row>(
            $"{Columns}{where}{(filter.State is null ? "" : " AND d.state = @state")} ORDER BY d.changed_at DESC, d.id DESC LIMIT @size OFFSET @skip", arguments, cancel);
        var listed = new DynamicParameters();
        var people = await session.QueryAsync<Person>($"SELECT draft, person FROM draft_person WHERE draft IN {In(listed, "id", rows.Select(r => r.id))}", listed, cancel);
        var of = people.ToLookup(p => p.draft, p => p.person);
        return (
            [.. rows.Select(r => r.ToCard() with { OnRoute = of[r.id].ToHashSet(StringComparer.Ordinal) }).Where(c => c.MayBeReadBy(reader))],
            counts.ToDictionary(c => DraftStates.Parse(c.state)!.Value, c => c.number));
    }

    internal static async Task<DraftVersion?> VersionAsync(Session session, Guid id, int number, CancellationToken cancel) =>
        (await session.SingleOrDefaultAsync<VersionRow>(
            "SELECT number, made_at, made_by, content, facts FROM draft_version WHERE draft = @id AND number = @number", new { id = Key(id), number = (long)number }, cancel))?.ToVersion();

    /// <summary>Who saved each version and when, newest first.</summary>
    internal static async Task<IReadOnlyList<(int Number, DateTimeOffset At, string By)>> HistoryAsync(Session session, Guid id, CancellationToken cancel) =>
        [.. (await session.QueryAsync<SavedRow>("SELECT number, made_at, made_by FROM draft_version WHERE draft = @id ORDER BY number DESC", new { id = Key(id) }, cancel))
            .Select(r => ((int)r.number, JapanTime.TimeFromStore(r.made_at), r.made_by))];

    internal static string Key(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    // Dapper sends a list to PostgreSQL as an array, which IN does not take.
    private static string In(DynamicParameters arguments, string name, IEnumerable<string> values)
    {
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add($"@{name}{names.Count}");
            arguments.Add(names[^1], value);
        }

        return names.Count == 0 ? "(NULL)" : $"({string.Join(", ", names)})";
    }

    private const string OnRoute = "SELECT person FROM draft_person ";

    private sealed record Row(
        string id, string template, string kind, string form, string section, long label, string author, string state, long version, long round, string title, string created_at, string changed_at)
    {
        internal DraftCard ToCard() => new(
            Guid.Parse(id), template, kind, Enum.Parse<PaperForm>(form, true), section, (Label)label, author, DraftStates.Parse(state)!.Value, (int)version, (int)round, title, JapanTime.TimeFromStore(created_at), JapanTime.TimeFromStore(changed_at));
    }

    private sealed record Count(string state, long number);

    private sealed record Person(string draft, string person);

    private sealed record SavedRow(long number, string made_at, string made_by);

    private sealed record VersionRow(long number, string made_at, string made_by, string content, string facts)
    {
        internal DraftVersion ToVersion() => new(
            (int)number, JapanTime.TimeFromStore(made_at), made_by, DraftText.FromJson(content), JsonSerializer.Deserialize<Dictionary<string, string>>(facts) ?? []);
    }
}

/// <summary>One version of a draft.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was saved.</param>
/// <param name="By">Id of the account of who saved it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Facts">What was filled in, by name of the slot, as typed.</param>
public sealed record DraftVersion(int Number, DateTimeOffset At, string By, DraftText Text, IReadOnlyDictionary<string, string> Facts);

/// <summary>Which drafts are listed.</summary>
/// <param name="Words">Words of the text; empty for all.</param>
/// <param name="State">Null for all.</param>
/// <param name="Section">Code of a section; empty for all.</param>
/// <param name="IsMine">Only what the reader began.</param>
/// <param name="Page">From 1.</param>
public sealed record DraftFilter(string Words = "", DraftState? State = null, string Section = "", bool IsMine = false, int Page = 1);

using System.Globalization;
using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Exporting;
using Yakuba.Office.Library.Review;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>Makes the page of a version for one reader.</summary>
public sealed class DocumentPageModels(Database database, LibraryCatalogue catalogue, SectionList sections, PeopleList people, SettingStore settings, TimeProvider time)
{
    private const int BlocksInPart = 800;
    private const int MostOutline = 4_000;
    private const int SearchedForQuote = 300;

    /// <summary>The page, or null when the version is not there for this reader.</summary>
    /// <param name="version">Number of the version.</param>
    /// <param name="at">What to open it at.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="words">Language of the page.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<DocumentPageModel?> FindAsync(uint version, OpenAt at, Principal reader, Words words, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(reader, version, cancel) is not { } card)
        {
            return null;
        }

        var versions = (await catalogue.AllAsync(reader, cancel)).Where(c => c.Rights.DocumentId == card.Rights.DocumentId).OrderByDescending(c => c.Ordinal).ToList();
        await using var read = await database.ReadAsync(cancel);
        var cited = await CitedAsync(read, version, at, cancel);
        var parts = (int)Math.Max(1, (await BlockStore.CountAsync(read, version, cancel) + BlocksInPart - 1) / BlocksInPart);
        var part = cited.Count > 0 ? (int)(cited.Keys.Min() / BlocksInPart) + 1 : Math.Clamp(at.Part, 1, parts);
        var blocks = await BlockStore.FromAsync(read, version, (long)(part - 1) * BlocksInPart, BlocksInPart, cancel);
        var known = await sections.ListAsync(read, cancel);
        var today = time.Today();
        var rule = await ReviewRule.ReadAsync(read, settings, cancel);
        var former = await FormerSections.OfAsync(read, card, known, cancel);
        var names = reader.IsStaff ? await people.NamesAsync(read, cancel) : new Dictionary<string, string>();
        return new DocumentPageModel(
            version.ToString(CultureInfo.InvariantCulture), card.Title, Name(known, card.Rights.Section), card.Rights.Label, card.Rights.State, card.InForce, new BlockViews(cited).Of(blocks))
        {
            Outline = Outline(version, part, await BlockStore.OutlineAsync(read, version, MostOutline, cancel)),
            Part = part,
            Parts = parts,
            Standing = card.Rights.On(today),
            RetiredFrom = reader.IsStaff ? card.RetiredFrom : null,
            RetiredReason = reader.IsStaff ? card.RetiredReason : "",
            NewerHref = versions.FirstOrDefault(v => v.Ordinal > card.Ordinal && v.Rights.On(today) == Standing.InForce) is { } newer ? DocumentLinks.Of(newer.Number) : null,
            Facts = [.. former.Names.Count == 0 ? [] : new[] { new FactLine(words["所管課の旧名", "Section formerly"], string.Join("、", former.Names)) }, .. Facts(card, words), .. reader.IsStaff ? ReviewFacts(card, rule, names, words) : []],
            Versions = versions.Count < 2 ? [] : [.. versions.Select(v => new VersionLine(v.Ordinal, v.ImportedAt, DocumentLinks.Of(v.Number), v.Number == version, Note(v, today, words)))],
            History = reader.IsStaff ? await HistoryAsync(read, card, former, names, words, cancel) : [],
            Acts = DocumentActsOf.For(reader, card),
            Details = reader.MayRevise(card.Rights, !known.Any(s => s.Code == card.Rights.Section && s.StandsOn(today))) ? Form(card, known, today) : null,
            Today = today,
            NextReview = rule.After(today)?.ToStore() ?? "",
            CitedPlace = cited.Count > 0 && Locator.TryParse(at.Key) is { } place ? place.ToLabel() : "",
            CitedKey = DocumentLinks.CitedAnchor,
            MayReadReport = reader.IsStaff,
            Doubts = card.Doubts,
        };
    }

    private static async Task<IReadOnlyDictionary<long, (int Start, int Length)>> CitedAsync(ReadSession read, uint version, OpenAt at, CancellationToken cancel)
    {
        if (at.Key.Length == 0 || await BlockStore.PlaceAsync(read, version, at.Key, cancel) is not { } first)
        {
            return new Dictionary<long, (int, int)>();
        }

        var near = await BlockStore.FromAsync(read, version, first, SearchedForQuote, cancel);
        var found = at.Quote.Length > 0 ? CitedSpan.Find(near, at.Quote) : new Dictionary<long, (int, int)>();
        return found.Count > 0 ? found : near.Take(1).ToDictionary(b => b.Idx, b => (0, b.Text.Length));
    }

    private static List<OutlineLine> Outline(uint version, int part, IReadOnlyList<StoredBlock> blocks)
    {
        var lines = new List<OutlineLine>();
        var article = "";
        foreach (var block in blocks)
        {
            var (level, text, anchor) = block.Kind switch
            {
                "heading" => ((int)block.Level, block.Text, block.At),
                "faq" => (1, JsonDocument.Parse(block.Extra).RootElement.GetProperty("question").GetString() ?? "", block.At),
                _ => Article(block, ref article),
            };
            if (text.Length > 0)
            {
                var there = (block.Idx / BlocksInPart) + 1;
                var page = there == part ? "" : string.Create(CultureInfo.InvariantCulture, $"{DocumentLinks.Of(version)}?part={there}");
                lines.Add(new OutlineLine(level, text.Length > 80 ? text[..80] + "…" : text, $"{page}#{Uri.EscapeDataString(BlockViews.Anchor(anchor))}"));
            }
        }

        return lines;
    }

    private static (int Level, string Text, string Anchor) Article(StoredBlock block, ref string last)
    {
        var about = JsonDocument.Parse(block.Extra).RootElement;
        var article = about.GetProperty("article").GetString() ?? "";
        if (article == last)
        {
            return (0, "", "");
        }

        last = article;
        var caption = about.GetProperty("caption").GetString() ?? "";
        return (3, caption.Length > 0 ? $"{article}（{caption}）" : article, "heading-" + block.At);
    }

    private static IReadOnlyList<FactLine> Facts(VersionCard card, Words words) =>
    [
        new(words["種類", "Kind"], card.KindWord),
        new(words["ファイル", "File"], card.FileName),
        new(words["登録", "Filed"], words.Moment(card.ImportedAt)),
    ];

    private static IEnumerable<FactLine> ReviewFacts(VersionCard card, ReviewRule rule, IReadOnlyDictionary<string, string> names, Words words)
    {
        if (card.Confirmed is { } confirmed)
        {
            yield return new(words["最後の確認", "Last confirmed"], $"{words.Moment(confirmed.At)} {names.GetValueOrDefault(confirmed.By, "")}".TrimEnd());
        }

        if (rule.NextOf(card) is { } next)
        {
            yield return new(
                words["次の見直し", "Next review"],
                words.Day(next) + (card.ReviewOn is null ? words[$"（確認から{rule.Months}か月）", $" ({rule.Months} months after it was confirmed)"] : ""));
        }
    }

    private static string Note(VersionCard card, DateOnly today, Words words) => (card.Rights.State, card.Rights.On(today)) switch
    {
        (VersionState.Published, Standing.InForce) => words["有効", "In force"],
        (VersionState.Published, Standing.NotYet) => words["施行前", "Not yet in force"],
        (VersionState.Published, _) => words["期間終了", "No longer in force"],
        var (state, _) => state.Word(words),
    };

    private static async Task<IReadOnlyList<TimelineLine>> HistoryAsync(ReadSession read, VersionCard card, FormerSections former, IReadOnlyDictionary<string, string> names, Words words, CancellationToken cancel)
    {
        var foreign = await ExportedPeople.NamesAsync(read, cancel);
        var row = await VersionHistory.FindAsync(read, card.Number, cancel);
        return
        [
            .. row.Steps.Concat(former.Steps).OrderByDescending(s => s.At)
                .Select(s => new TimelineLine(words.Moment(s.At), words[s.Japanese, s.English], names.GetValueOrDefault(s.By) ?? foreign.GetValueOrDefault(s.By, ""), s.Note)),
        ];
    }

    private static DetailsForm Form(VersionCard card, IReadOnlyList<Section> known, DateOnly today) => new(
        card.Title,
        card.Rights.Section,
        [.. known.Where(s => s.StandsOn(today) || s.Code == card.Rights.Section).Select(s => new Choice(s.Code, s.Name))],
        card.Rights.Label.ToName(),
        string.Join("、", card.Rights.Readers.Select(r => Name(known, r))),
        card.Stated.From?.ToStore() ?? "",
        card.Stated.To?.ToStore() ?? "",
        card.ReviewOn?.ToStore() ?? "");

    private static string Name(IReadOnlyList<Section> known, string code) => known.FirstOrDefault(s => s.Code == code)?.Name ?? code;
}

/// <summary>What a page is opened at.</summary>
/// <param name="Key">Key of a locator; empty for none.</param>
/// <param name="Quote">Words to mark there; empty to mark the whole place.</param>
/// <param name="Part">The part to show when there is no place.</param>
public sealed record OpenAt(string Key, string Quote, int Part);

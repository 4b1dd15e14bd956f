using System.Globalization;
using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Library.Holding;

/// <summary>Versions that wait for a decision, as far as a person keeps their section's documents.</summary>
internal sealed class HeldVersions(Database database, PrivacyGate gate)
{
    private const int Around = 20;
    private const int MostPlaces = 50;

    /// <summary>How many wait.</summary>
    internal async Task<int> CountAsync(Principal reader, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return (await SeenAsync(read, reader, cancel)).Cards.Count;
    }

    /// <summary>Those that wait, the longest first, with the places. What was found is shown by what stands around it; of what is or may be a My Number nothing is shown.</summary>
    internal async Task<IReadOnlyList<HeldVersion>> OfAsync(Principal reader, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var (cards, headless) = await SeenAsync(read, reader, cancel);
        var held = new List<HeldVersion>();
        foreach (var row in await read.QueryAsync<Row>("SELECT version, held_at, kinds, ordinals FROM held_version ORDER BY held_at, version", cancel: cancel))
        {
            if (cards.TryGetValue((uint)row.version, out var card))
            {
                var ordinals = row.ordinals.Split(',').Select(o => int.Parse(o, CultureInfo.InvariantCulture)).ToList();
                var reads = reader.MayEdit(card.Rights);
                var places = await PlacesAsync(read, card, ordinals, cancel);
                held.Add(new HeldVersion(card, JapanTime.TimeFromStore(row.held_at), row.kinds.Split(','), reads ? places : [.. places.Select((p, at) => p with { Label = $"{at + 1}か所目", Before = "", After = "" })], ordinals.Count)
                {
                    Title = reads ? Hidden(card.Title) : "",
                    FileName = reads ? Hidden(card.FileName) : "",
                    MayRelease = reader.DecidesHeld(card.Rights, headless),
                    MayRemove = reader.DecidesHeld(card.Rights, headless) || (reads && card.Rights.State == VersionState.Draft),
                });
            }
        }

        return held;
    }

    private static async Task<(Dictionary<uint, VersionCard> Cards, IReadOnlySet<string> Headless)> SeenAsync(Session read, Principal reader, CancellationToken cancel)
    {
        var all = (await CardRows.HeldAsync(read, cancel)).ToList();
        var headless = await HeldRows.WithoutHeadAsync(read, all.Select(card => card.Rights.Section), cancel);
        return (all.Where(card => reader.SeesHeld(card.Rights, headless)).ToDictionary(card => card.Number), headless);
    }

    private async Task<IReadOnlyList<HeldPlace>> PlacesAsync(Session read, VersionCard card, List<int> ordinals, CancellationToken cancel)
    {
        var places = new List<HeldPlace>();
        foreach (var ordinal in ordinals.Take(MostPlaces))
        {
            var (label, text) = ordinal == HeldText.Title ? ("題名", card.Title) : await PassageAsync(read, card.Number, ordinal, cancel);
            var data = gate.Read(text);
            foreach (var datum in data.Any(d => d.IsMyNumber) ? data.Where(d => d.IsMyNumber) : data)
            {
                places.Add(new HeldPlace(label, datum.Kind.Japanese(), Hidden(text, data, Math.Max(0, datum.Start - Around), datum.Start), Hidden(text, data, datum.End, Math.Min(text.Length, datum.End + Around))));
            }
        }

        return places;
    }

    private static async Task<(string Label, string Text)> PassageAsync(Session read, uint version, int ordinal, CancellationToken cancel)
    {
        var row = await read.SingleOrDefaultAsync<PassageRow>(
            "SELECT heading_path, question, text, from_key FROM passage WHERE version = @version AND ordinal = @ordinal", new { version = (long)version, ordinal = (long)ordinal }, cancel);
        return (Locator.Parse(row!.from_key).ToLabel(), HeldText.Of(JsonSerializer.Deserialize<string[]>(row.heading_path) ?? [], row.question, row.text));
    }

    private string Hidden(string text) => Hidden(text, gate.Read(text), 0, text.Length);

    // What stands around one datum may be another; of twelve digits also what only looks like a number.
    private static string Hidden(string text, IReadOnlyList<PersonalDatum> data, int from, int to) => string.Create(to - from, (text, data, from), static (letters, part) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var at = part.from + i;
            letters[i] = part.data.Any(d => d.Kind == PersonalKind.MyNumber && d.Start <= at && at < d.End) ? '●' : part.text[at] is '\n' or '\r' ? ' ' : part.text[at];
        }
    });

    private sealed record Row(long version, string held_at, string kinds, string ordinals);

    private sealed record PassageRow(string heading_path, string question, string text, string from_key);
}

/// <summary>A version that waits.</summary>
/// <param name="Card">What it is.</param>
/// <param name="At">Since when.</param>
/// <param name="Kinds">Codes of what was found: <c>MY_NUMBER</c>.</param>
/// <param name="Places">Where; of very many the first.</param>
/// <param name="AllPlaces">Passages in all.</param>
public sealed record HeldVersion(VersionCard Card, DateTimeOffset At, IReadOnlyList<string> Kinds, IReadOnlyList<HeldPlace> Places, int AllPlaces)
{
    /// <summary>Whether the person may let it into the search.</summary>
    public bool MayRelease { get; init; }

    /// <summary>Whether the person may remove it.</summary>
    public bool MayRemove { get; init; }

    /// <summary>Its title without numbers; empty for who decides without reading it.</summary>
    public required string Title { get; init; }

    /// <summary>Name of its file without numbers.</summary>
    public required string FileName { get; init; }
}

/// <summary>One place.</summary>
/// <param name="Label">3ページ, シート「名簿」B3.</param>
/// <param name="Kind">個人番号.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="After">What stands after it.</param>
public sealed record HeldPlace(string Label, string Kind, string Before, string After);

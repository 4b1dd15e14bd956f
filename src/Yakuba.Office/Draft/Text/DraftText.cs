using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yakuba.Office.Draft.Text;

/// <summary>The text of one version: parts in the order on paper, each of pieces that know where they came from. Lines end with LF.</summary>
/// <param name="Parts">Every part that is not empty.</param>
public sealed record DraftText(ImmutableSortedDictionary<PartRole, ImmutableArray<DraftSpan>> Parts)
{
    private const int LongestSubject = 200;
    private const int LongestPart = 20_000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>No text at all.</summary>
    public static DraftText Empty { get; } = new(ImmutableSortedDictionary<PartRole, ImmutableArray<DraftSpan>>.Empty);

    /// <summary>The pieces of a part; none where it is empty.</summary>
    public ImmutableArray<DraftSpan> this[PartRole role] => Parts.GetValueOrDefault(role, []);

    /// <summary>The words of a part.</summary>
    public string Words(PartRole role) => string.Concat(this[role].Select(s => s.Text));

    /// <summary>The lines of a part; none where it is empty.</summary>
    public IReadOnlyList<string> Lines(PartRole role) => Words(role) is { Length: > 0 } words ? words.Split('\n') : [];

    /// <summary>All pieces, in the order on paper.</summary>
    public IEnumerable<DraftSpan> Spans => Parts.Values.SelectMany(p => p);

    /// <summary>All words, for searching and comparing.</summary>
    public string AllWords => string.Join('\n', Parts.Keys.Select(Words));

    /// <summary>True where a part is longer than a document can have it: 件名 200, the others 20,000 UTF-16 code units.</summary>
    public bool IsTooLong => Parts.Keys.Any(role => Words(role).Length > (role == PartRole.Subject ? LongestSubject : LongestPart));

    /// <summary>The same with another part. Neighbours of one origin become one piece.</summary>
    public DraftText With(PartRole role, IEnumerable<DraftSpan> spans) =>
        Joined(spans) is { Length: > 0 } joined ? new(Parts.SetItem(role, joined)) : new(Parts.Remove(role));

    /// <summary>As the store keeps it (docs/formats/draft.md).</summary>
    public string ToJson() => JsonSerializer.Serialize(Parts.Select(p => new Part(p.Key.ToKey(), p.Value)), s_json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static DraftText FromJson(string json) => (JsonSerializer.Deserialize<Part[]>(json, s_json) ?? [])
        .Aggregate(Empty, (text, part) => text.With(PartRoles.Parse(part.Role) ?? throw new JsonException($"No part is called {part.Role}."), part.Spans));

    private static ImmutableArray<DraftSpan> Joined(IEnumerable<DraftSpan> spans)
    {
        var joined = ImmutableArray.CreateBuilder<DraftSpan>();
        foreach (var span in spans.Where(s => s.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Origin == span.Origin && last.From == span.From && span.Origin is not (SpanOrigin.Fact or SpanOrigin.Source))
            {
                joined[^1] = last with { Text = last.Text + span.Text };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined.DrainToImmutable();
    }

    private sealed record Part(string Role, ImmutableArray<DraftSpan> Spans);
}

using System.Text.RegularExpressions;
using Yakuba.Platform;

namespace Yakuba.Tests.Walls;

/// <summary>Two towns that differ only in papers that the asker may not read are one town to the asker: the same bytes, counts and order at every door but the commands and the handover's, which counts what colleagues asked.</summary>
public sealed partial class TwoWorldsTests
{
    private static readonly string[] Askers = ["resident", "other section"];

    [Fact]
    public async Task Papers_that_one_may_not_read_change_no_byte_of_any_door()
    {
        var all = Paper.Deal(new Random(7));
        bool Seen(Paper p) => Asker.All.Any(a => Askers.Contains(a.Kind) && a.MayRead(p));
        var common = all.Where(Seen).ToList();
        List<Paper> before = [.. common.Where((_, i) => i % 2 == 0)], after = [.. common.Where((_, i) => i % 2 == 1)];
        await using var small = await WallsTown.OpenAsync([.. before, .. after]);
        var seenThere = await SeenAsync(small, common, all);
        // Between the others, so that they would push numbers and places along.
        await using var large = await WallsTown.OpenAsync([.. before, .. all.Where(p => !Seen(p)), .. after]);
        var seenHere = await SeenAsync(large, common, all);

        TestContext.Current.TestOutputHelper?.WriteLine($"{common.Count} common papers, {all.Count - common.Count} hidden ones, {seenThere.Count} pairs of bytes compared");
        Assert.Equal(seenThere.Count, seenHere.Count);
        Assert.All(seenThere, pair => Assert.True(pair.Value == seenHere[pair.Key], $"{pair.Key}:\n{Difference(pair.Value, seenHere[pair.Key])}"));
    }

    private static async Task<Dictionary<string, string>> SeenAsync(WallsTown town, IReadOnlyList<Paper> common, IReadOnlyList<Paper> all)
    {
        var names = common.SelectMany((p, i) => new[] { ($"{p.DocumentId}", $"document{i}"), ($"{p.AnswerId}", $"answer{i}") }).Where(n => n.Item1.Length > 0).ToDictionary();
        var versions = common.OrderBy(p => p.Topic, StringComparer.Ordinal).Select((p, i) => (p.Version, i)).ToDictionary(p => $"{p.Version}", p => $"v{p.i}");
        var seen = new Dictionary<string, string>();
        var random = new Random(11);
        // A handover counts what colleagues asked, and these asked more where there was more to ask.
        foreach (var door in Door.All(town).Where(d => !d.IsCommand && !d.IsAlwaysTheSame && !d.Name.Contains("handover", StringComparison.Ordinal)))
        {
            foreach (var who in Askers)
            {
                for (var round = 0; round < 2; round++)
                {
                    var (about, at, form) = (all[random.Next(all.Count)], common[random.Next(common.Count)], random.Next(Sayings.Count));
                    var came = await door.KnockAsync(town.Knockers[who], at, Sayings.Of(about, form));
                    seen.Add($"{door.Name}, {who}, round {round}, about {about}, at {at}, {form}", Same(came, names, versions));
                }
            }
        }

        return seen;
    }

    private static string Same(string came, Dictionary<string, string> names, Dictionary<string, string> versions)
    {
        came = Guids().Replace(came, m => names.GetValueOrDefault(m.Value, "guid"));
        came = Versions().Replace(came, m => $"{m.Groups[1].Value}{versions.GetValueOrDefault(m.Groups[2].Value, "other")}");
        return Changing().Replace(came, "·");
    }

    private static string Difference(string one, string other)
    {
        var at = 0;
        while (at < one.Length && at < other.Length && one[at] == other[at])
        {
            at++;
        }

        return $"{one.Substring(Math.Max(0, at - 200), Math.Min(400, one.Length - Math.Max(0, at - 200)))}\n---\n{other.Substring(Math.Max(0, at - 200), Math.Min(400, other.Length - Math.Max(0, at - 200)))}";
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    [GeneratedRegex("(/documents/|%2Fdocuments%2F|\"version\\\\?u?0?0?2?2?\":|\\\\u0022version\\\\u0022:|name=\"version\" value=\")(\\d+)")]
    private static partial Regex Versions();

    [GeneratedRegex("(\\\\u0022|\")record(\\\\u0022|\"):\\d+|/audit/\\d+|記録[^<]{0,20}\\d+|record[^<]{0,20}\\d+|form-token\" value=\"[^\"]*|Content-Length: \\d+|Date: [^\\n]*|Set-Cookie: [^\\n]*|ETag: [^\\n]*|nonce-[^']*|nonce=\"[^\"]*|<a href=\"/ask/guid\">\\d+</a>|chatcmpl-[0-9a-zA-Z]+")]
    private static partial Regex Changing();
}

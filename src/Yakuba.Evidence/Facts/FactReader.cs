using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Reads the checkable facts of a text in one canonical form each. Deterministic; time linear in the length of the text.</summary>
/// <remarks>Kinds and canonical forms: see <see cref="Fact"/>. Usage of comparators follows 法令用語: 以上 and 以下 include the value, 超 and 未満 do not.</remarks>
public sealed class FactReader(Lexicon lexicon)
{
    /// <summary>Reads the facts, in the order of the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="today">Japan Standard Time; what 今日 and 今年度 mean.</param>
    public IReadOnlyList<Fact> Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = TextReading.Of(text, lexicon);
        var facts = Read(reading, today);
        for (var i = 0; i < facts.Count; i++)
        {
            var (start, length) = reading.Normal.OriginalSpan(facts[i].Start, facts[i].Length);
            facts[i] = facts[i] with { Start = start, Length = length };
        }

        return facts;
    }

    /// <summary>The same with offsets into the normal form.</summary>
    internal static List<Fact> Read(TextReading reading, DateOnly today)
    {
        var scan = new FactScan(reading.Value, today);
        Addresses.Read(scan);
        Calendar.Read(scan);
        References.Read(scan);
        Clock.Read(scan);
        Weekdays.Read(scan);
        Quantities.Read(scan);
        var facts = scan.Facts;
        NameFacts.Read(reading, facts);
        PolarityReader.AddFacts(reading, facts);
        facts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));
        return facts;
    }
}

using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Counts numbered paragraphs as Word does and says the number each shows.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, WordLevel[]> _abstract = [];
    private readonly Dictionary<int, (int Abstract, Dictionary<int, int> Starts)> _numbers = [];
    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<int> _begun = [];

    internal static WordNumbering Read(ZipContainer zip, string part)
    {
        var numbering = new WordNumbering();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        int? abstractId = null, numberId = null;
        var level = 0;
        while (xml?.Next() == true)
        {
            if (!xml.IsElement)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "abstractNum": (abstractId, numberId) = (Number(xml["abstractNumId"]), null); break;
                case "num": (numberId, abstractId) = (Number(xml["numId"]), null); break;
                case "abstractNumId" when numberId is { } n && Number(xml["val"]) is { } a: numbering._numbers[n] = (a, []); break;
                case "lvl" or "lvlOverride": level = Math.Clamp(Number(xml["ilvl"]) ?? 0, 0, Levels - 1); break;
                case "startOverride" when numberId is { } n && numbering._numbers.TryGetValue(n, out var number): number.Starts[level] = Number(xml["val"]) ?? 1; break;
                case "start" or "numFmt" or "lvlText" when abstractId is { } a: numbering.Level(a, level, xml.Name, xml["val"] ?? ""); break;
                default: break;
            }
        }

        return numbering;
    }

    /// <summary>Counts one paragraph and returns what stands before it, such as "第1条" or "(2)"; empty for none.</summary>
    internal string Next(int numberId, int level)
    {
        if (!_numbers.TryGetValue(numberId, out var number) || !_abstract.TryGetValue(number.Abstract, out var levels) || level is < 0 or >= Levels)
        {
            return "";
        }

        if (!_counters.TryGetValue(number.Abstract, out var counters))
        {
            _counters[number.Abstract] = counters = [.. levels.Select(l => l.Start - 1)];
        }

        if (_begun.Add(numberId))
        {
            foreach (var (overridden, start) in number.Starts)
            {
                counters[overridden] = start - 1;
            }
        }

        counters[level]++;
        for (var below = level + 1; below < Levels; below++)
        {
            counters[below] = levels[below].Start - 1;
        }

        return Shown(levels, counters, level);
    }

    private static string Shown(WordLevel[] levels, int[] counters, int level)
    {
        if (levels[level].Format is "bullet")
        {
            return "・";
        }

        if (levels[level].Format is "none")
        {
            return "";
        }

        var text = new StringBuilder();
        var pattern = levels[level].Text;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var of = pattern[++i] - '1';
                text.Append(WordNumberFormat.Of(Math.Max(counters[of], levels[of].Start), levels[of].Format));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return TextCleaning.TrimBlank(TextCleaning.Clean(text.ToString()));
    }

    private void Level(int abstractId, int level, string property, string value)
    {
        if (!_abstract.TryGetValue(abstractId, out var levels))
        {
            _abstract[abstractId] = levels = [.. Enumerable.Repeat(new WordLevel(1, "decimal", ""), Levels)];
        }

        levels[level] = property switch
        {
            "start" => levels[level] with { Start = Number(value) ?? 1 },
            "numFmt" => levels[level] with { Format = value },
            _ => levels[level] with { Text = value },
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private sealed record WordLevel(int Start, string Format, string Text);
}

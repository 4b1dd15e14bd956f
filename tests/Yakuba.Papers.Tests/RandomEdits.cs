namespace Yakuba.Papers.Tests;

/// <summary>Changes a paper as people do: words in a line, lines put in, taken out, moved, rows of tables.</summary>
internal static class RandomEdits
{
    internal static Paper Of(Paper paper, Random random)
    {
        var blocks = paper.Blocks.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && blocks.Count > 1; edits--)
        {
            var at = random.Next(blocks.Count);
            switch (random.Next(5))
            {
                case 0:
                    blocks.RemoveAt(at);
                    break;
                case 1:
                    blocks.Insert(at, PaperLine.Of(LineRole.Body, $"加えた文{random.Next(100)}です。"));
                    break;
                case 2:
                    blocks.Insert(random.Next(blocks.Count), blocks[at]);
                    break;
                case 3 when blocks[at] is PaperTable table:
                    blocks[at] = table with { Rows = [.. table.Rows.Where((r, i) => i == 0 || random.Next(4) > 0)] };
                    break;
                default:
                    blocks[at] = blocks[at] is PaperLine line ? line with { Runs = [.. line.Runs.Select(r => r with { Text = Text(r.Text, random) })] } : blocks[at];
                    break;
            }
        }

        return paper with { Blocks = blocks };
    }

    private static string Text(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text.Insert(at, "並びに改めた語"),
            1 => text[..at],
            _ => text.Remove(at, Math.Min(text.Length - at, random.Next(8))),
        };
    }
}

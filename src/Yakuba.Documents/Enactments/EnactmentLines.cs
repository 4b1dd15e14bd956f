namespace Yakuba.Documents;

/// <summary>The lines of an act or ordinance, from the blocks of a file that was read with <see cref="ReadLimits.AsEnactment"/>.</summary>
public static class EnactmentLines
{
    /// <summary>
    /// One line for each paragraph, heading, item and row of a table; a row begins with a tab, and tabs divide its cells.
    /// Of a text file each stands at its number of line there, with blank lines between where need be.
    /// </summary>
    public static IEnumerable<string> Of(IEnumerable<Block> blocks)
    {
        var given = 0;
        foreach (var block in blocks)
        {
            for (; block.At is LineLocator at && given < at.Line - 1; given++)
            {
                yield return "";
            }

            foreach (var line in Lines(block))
            {
                given++;
                yield return line;
            }
        }
    }

    private static string[] Lines(Block block) => block switch
    {
        TableRowBlock row => [string.Concat(row.Cells.Select(c => '\t' + c.Text))],
        ListItemBlock { Marker.Length: > 0 } item => (item.Marker is "・" ? item.Text : $"{item.Marker}　{item.Text}").Split('\n'),
        _ => block.Text.Split('\n'),
    };
}

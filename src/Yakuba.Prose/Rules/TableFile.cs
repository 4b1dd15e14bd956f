namespace Yakuba.Prose;

/// <summary>Tables in the assembly: a row a line, fields apart by tabs, remarks after #.</summary>
internal static class TableFile
{
    /// <summary>The rows of a table.</summary>
    /// <param name="name">Of the resource.</param>
    /// <param name="fields">How many fields each row has; missing ones at the end are empty.</param>
    /// <exception cref="InvalidDataException">A row has more fields than that.</exception>
    internal static IEnumerable<string[]> Rows(string name, int fields)
    {
        using var reader = new StreamReader(typeof(TableFile).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var row = line.Split('\t');
            if (row.Length > fields)
            {
                throw new InvalidDataException($"{name} has a row with {row.Length} fields: {line}");
            }

            yield return [.. row, .. Enumerable.Repeat("", fields - row.Length)];
        }
    }
}

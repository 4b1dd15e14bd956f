using System.Text;

namespace Yakuba.Documents;

/// <summary>Splits text into records as RFC 4180 says, forgiving what spreadsheets write: stray quotes stay text, a quote left open ends with the file.</summary>
internal static class CsvRecords
{
    /// <summary>Records with the line each begins on, from 1. Text has line feeds only.</summary>
    internal static IEnumerable<(int Line, List<string> Fields)> Of(string text, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1, start = 1;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return (start, fields);
                    fields = [];
                    start = line;
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return (start, fields);
        }
    }
}

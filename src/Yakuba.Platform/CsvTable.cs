using System.Text;

namespace Yakuba.Platform;

/// <summary>Tables for spreadsheets: UTF-8 with the mark that they look for, CRLF (RFC 4180).</summary>
public static class CsvTable
{
    /// <summary>Writes lines.</summary>
    /// <param name="lines">Any text in any cell, also what would be a formula: it is shown, not run.</param>
    public static byte[] Of(IEnumerable<IEnumerable<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value)
    {
        // A spreadsheet takes a cell that begins so for a formula, and names and questions come from anywhere.
        var plain = value.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return plain.AsSpan().IndexOfAny(",\"\r\n'") >= 0 ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}

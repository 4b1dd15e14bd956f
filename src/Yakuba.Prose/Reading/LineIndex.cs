namespace Yakuba.Prose;

/// <summary>Lines and columns of places in a text.</summary>
public sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    /// <param name="text">Any string; \n, \r\n and \r end a line.</param>
    public LineIndex(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                _starts.Add(at + 1);
            }
        }
    }

    /// <summary>The place of an index, as editors count: both from 1, columns in UTF-16 code units.</summary>
    /// <param name="index">0 to the length of the text.</param>
    public (int Line, int Column) Of(int index)
    {
        var line = _starts.BinarySearch(index);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, index - _starts[line] + 1);
    }
}

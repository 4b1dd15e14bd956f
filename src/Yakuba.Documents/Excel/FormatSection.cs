using System.Text;

namespace Yakuba.Documents;

/// <summary>One piece of a number format: a literal, or a run of one placeholder letter.</summary>
internal readonly record struct FormatPiece(char Kind, string Text)
{
    /// <summary>Kind of a literal.</summary>
    internal const char Literal = 'L';

    /// <summary>Kind of elapsed time in brackets: [h], [m], [s].</summary>
    internal const char Elapsed = 'X';
}

/// <summary>A section of a number format, cut into pieces.</summary>
internal sealed record FormatSection(IReadOnlyList<FormatPiece> Pieces, string? Condition)
{
    /// <summary>Shows a date or a time.</summary>
    internal bool IsDate => Pieces.Any(p => p.Kind is 'y' or 'm' or 'd' or 'h' or 's' or 'g' or 'e' or 'a' or 'r' or FormatPiece.Elapsed);

    /// <summary>Cuts a format code into its sections.</summary>
    internal static List<FormatSection> Parse(string code)
    {
        var sections = new List<FormatSection>();
        var pieces = new List<FormatPiece>();
        string? condition = null;
        for (var i = 0; i < code.Length;)
        {
            var c = code[i];
            if (c == ';')
            {
                sections.Add(new FormatSection(pieces, condition));
                (pieces, condition) = ([], null);
                i++;
            }
            else if (c == '[')
            {
                i = Bracket(code, i, pieces, ref condition);
            }
            else if (c is '"' or '\\' or '_' or '*' or '!')
            {
                i = Quoted(code, i, pieces);
            }
            else
            {
                i = Run(code, i, pieces);
            }
        }

        sections.Add(new FormatSection(pieces, condition));
        return sections;
    }

    private static int Bracket(string code, int at, List<FormatPiece> pieces, ref string? condition)
    {
        var end = code.IndexOf(']', at);
        end = end < 0 ? code.Length : end;
        var inside = code[Math.Min(at + 1, end)..end];
        if (inside.Length > 0 && inside.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
        {
            pieces.Add(new FormatPiece(FormatPiece.Elapsed, inside.ToLowerInvariant()));
        }
        else if (inside.StartsWith('$'))
        {
            // [$¥-411] shows its sign; the part after the hyphen is a language.
            var hyphen = inside.IndexOf('-', StringComparison.Ordinal);
            pieces.Add(new FormatPiece(FormatPiece.Literal, hyphen < 0 ? inside[1..] : inside[1..hyphen]));
        }
        else if (inside.Length > 0 && inside[0] is '<' or '>' or '=')
        {
            condition = inside;
        }

        return Math.Min(code.Length, end + 1);
    }

    private static int Quoted(string code, int at, List<FormatPiece> pieces)
    {
        if (code[at] != '"')
        {
            // Space as wide as a letter, and fill: both show as nothing but space.
            if (code[at] is '\\' or '!' && at + 1 < code.Length)
            {
                pieces.Add(new FormatPiece(FormatPiece.Literal, code[at + 1].ToString()));
            }

            return Math.Min(code.Length, at + 2);
        }

        var end = code.IndexOf('"', at + 1);
        end = end < 0 ? code.Length : end;
        pieces.Add(new FormatPiece(FormatPiece.Literal, code[(at + 1)..end]));
        return Math.Min(code.Length, end + 1);
    }

    private static int Run(string code, int at, List<FormatPiece> pieces)
    {
        foreach (var word in new[] { "General", "G/標準", "AM/PM", "A/P" })
        {
            if (string.Compare(code, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                pieces.Add(word[0] == 'G' ? new FormatPiece('N', "General") : new FormatPiece('p', word));
                return at + word.Length;
            }
        }

        var c = char.ToLowerInvariant(code[at]);
        if ("ymdhsgear0#?.,%@/".Contains(c, StringComparison.Ordinal))
        {
            var end = at + 1;
            while (end < code.Length && char.ToLowerInvariant(code[end]) == c)
            {
                end++;
            }

            pieces.Add(c == 'e' && end < code.Length && code[end] is '+' or '-' ? new FormatPiece('E', code[at..(end + 1)]) : new FormatPiece(c, code[at..end].ToLowerInvariant()));
            return c == 'e' && end < code.Length && code[end] is '+' or '-' ? end + 1 : end;
        }

        pieces.Add(new FormatPiece(FormatPiece.Literal, code[at].ToString()));
        return at + 1;
    }
}

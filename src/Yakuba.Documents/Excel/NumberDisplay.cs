using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Shows a number as Excel does under a format code: digits, separators, percent, dates, 和暦.</summary>
internal static class NumberDisplay
{
    /// <summary>Days from 1 January 1900 (or 1904) that Excel can show; beyond, a date shows as a number.</summary>
    private const double LastDay = 2_958_466;

    internal static string Of(double value, string code, bool from1904 = false)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return "";
        }

        var sections = FormatSection.Parse(code);
        var (section, absolute) = Choose(sections, value);
        var shown = absolute ? Math.Abs(value) : value;
        if (section.IsDate && value is >= 0 and < LastDay)
        {
            return DateDisplay.Of(value + (from1904 ? 1_462 : 0), section);
        }

        return section.IsDate || section.Pieces.Any(p => p.Kind is 'N' or '@') || section.Pieces.Count == 0 && code.Length == 0
            ? WithLiterals(section, General(shown))
            : Digits(shown, section);
    }

    /// <summary>A number without a format: at most 15 significant digits, no exponent in the range people write.</summary>
    internal static string General(double value)
    {
        var rounded = double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(rounded) is 0 or (>= 1e-9 and < 1e15)
            ? rounded.ToString("0.###############", CultureInfo.InvariantCulture)
            : rounded.ToString("G15", CultureInfo.InvariantCulture);
    }

    private static (FormatSection Section, bool Absolute) Choose(List<FormatSection> sections, double value)
    {
        for (var i = 0; i < Math.Min(2, sections.Count); i++)
        {
            if (sections[i].Condition is { } condition && Holds(condition, value))
            {
                return (sections[i], false);
            }
        }

        if (sections[0].Condition is not null)
        {
            return (sections[sections.Count > 2 ? 2 : sections.Count - 1], false);
        }

        return value < 0 && sections.Count > 1 ? (sections[1], true)
            : value == 0 && sections.Count > 2 ? (sections[2], true)
            : (sections[0], false);
    }

    private static bool Holds(string condition, double value)
    {
        var sign = condition.TakeWhile(c => c is '<' or '>' or '=').Count();
        return double.TryParse(condition.AsSpan(sign), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && condition[..sign] switch
        {
            "<" => value < bound,
            "<=" => value <= bound,
            ">" => value > bound,
            ">=" => value >= bound,
            "<>" => value != bound,
            _ => value == bound,
        };
    }

    private static string WithLiterals(FormatSection section, string text)
    {
        var result = new StringBuilder();
        foreach (var piece in section.Pieces)
        {
            result.Append(piece.Kind == FormatPiece.Literal ? piece.Text : piece.Kind is 'N' or '@' ? text : "");
        }

        return section.IsDate || result.Length == 0 ? text : result.ToString();
    }

    private static string Digits(double value, FormatSection section)
    {
        var pieces = section.Pieces;
        var digits = pieces.Where(p => p.Kind is '0' or '#' or '?').ToList();
        if (digits.Count == 0)
        {
            return string.Concat(pieces.Where(p => p.Kind == FormatPiece.Literal).Select(p => p.Text));
        }

        var first = Index(pieces, 0);
        var last = Enumerable.Range(0, pieces.Count).Last(i => pieces[i].Kind is '0' or '#' or '?');
        var point = Enumerable.Range(0, pieces.Count).FirstOrDefault(i => pieces[i].Kind == '.', -1);
        var percent = pieces.Any(p => p.Kind == '%');
        var thousands = pieces.Skip(last + 1).TakeWhile(p => p.Kind == ',').Sum(p => p.Text.Length);
        var grouped = Enumerable.Range(first, last - first).Any(i => pieces[i].Kind == ',');
        var scaled = value * (percent ? 100 : 1) / Math.Pow(1_000, thousands);
        var pattern = Pattern(pieces, point, first, last, grouped);
        var text = pieces.FirstOrDefault(p => p.Kind == 'E') is { Text: not null } exponent
            ? scaled.ToString($"{pattern}E+{new string('0', 2)}", CultureInfo.InvariantCulture) + exponent.Text[..0]
            : Fixed(scaled, pattern);
        var before = string.Concat(pieces.Take(first).Select(Show));
        var after = string.Concat(pieces.Skip(last + 1).Select(Show));
        return (value < 0 && !text.StartsWith('-') && text.Any(c => c is >= '1' and <= '9') ? "-" : "") + before + text + after;

        static string Show(FormatPiece p) => p.Kind switch { FormatPiece.Literal => p.Text, '%' => "%", '/' => "/", _ => "" };
    }

    private static string Fixed(double value, string pattern) =>
        Math.Abs(value) < 7e27
            ? Math.Round((decimal)value, Math.Min(15, Decimals(pattern)), MidpointRounding.AwayFromZero).ToString(pattern, CultureInfo.InvariantCulture)
            : value.ToString("G15", CultureInfo.InvariantCulture);

    private static int Decimals(string pattern)
    {
        var point = pattern.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : pattern.Length - point - 1;
    }

    private static string Pattern(IReadOnlyList<FormatPiece> pieces, int point, int first, int last, bool grouped)
    {
        var whole = string.Concat(pieces.Skip(first).Take((point < 0 ? last + 1 : point) - first).Where(p => p.Kind is '0' or '#' or '?').Select(p => p.Text)).Replace('?', '#');
        var part = point < 0 ? "" : string.Concat(pieces.Skip(point + 1).Take(last - point).Where(p => p.Kind is '0' or '#' or '?').Select(p => p.Text)).Replace('?', '#');
        var digits = grouped ? "#," + (whole.Contains('0', StringComparison.Ordinal) ? "##" + whole.TrimStart('#') : "###") : whole.Length == 0 ? "#" : whole;
        return part.Length == 0 ? digits : $"{digits}.{part}";
    }

    private static int Index(IReadOnlyList<FormatPiece> pieces, int from)
    {
        while (pieces[from].Kind is not ('0' or '#' or '?' or '.'))
        {
            from++;
        }

        return from;
    }
}

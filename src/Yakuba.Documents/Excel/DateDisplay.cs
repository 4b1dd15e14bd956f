using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Shows a serial day as a date or time, western or 和暦.</summary>
internal static class DateDisplay
{
    private static readonly (DateOnly From, string Long, string Middle, string Short)[] Eras =
    [
        (new(2019, 5, 1), "令和", "令", "R"), (new(1989, 1, 8), "平成", "平", "H"), (new(1926, 12, 25), "昭和", "昭", "S"),
        (new(1912, 7, 30), "大正", "大", "T"), (new(1868, 1, 25), "明治", "明", "M"),
    ];

    /// <param name="serial">Days since 30 December 1899; the fraction is the time of day.</param>
    /// <param name="section">The section of the format.</param>
    internal static string Of(double serial, FormatSection section)
    {
        // Excel counts a 29 February 1900 that never was; days before it are one less.
        var seconds = Math.Round((serial + (serial < 60 ? 1 : 0)) * 86_400);
        var moment = new DateTime(1899, 12, 30).AddSeconds(seconds);
        var halves = section.Pieces.Any(p => p.Kind == 'p');
        var text = new StringBuilder();
        for (var i = 0; i < section.Pieces.Count; i++)
        {
            text.Append(Piece(section.Pieces, i, moment, Math.Round(serial * 86_400), halves));
        }

        return text.ToString();
    }

    private static string Piece(IReadOnlyList<FormatPiece> pieces, int i, DateTime moment, double seconds, bool halves)
    {
        var (kind, run) = pieces[i];
        var day = DateOnly.FromDateTime(moment);
        var era = Eras.FirstOrDefault(e => day >= e.From, Eras[^1]);
        var hour = halves ? ((moment.Hour + 11) % 12) + 1 : moment.Hour;
        return kind switch
        {
            'y' => run.Length <= 2 ? Padded(moment.Year % 100, 2) : Padded(moment.Year, 4),
            'g' => run.Length == 1 ? era.Short : run.Length == 2 ? era.Middle : era.Long,
            'e' => Padded(day.Year - era.From.Year + 1, run.Length),
            'r' => (run.Length == 2 ? era.Long : "") + Padded(day.Year - era.From.Year + 1, 2),
            'm' => IsMinute(pieces, i) ? Padded(moment.Minute, run.Length) : Month(moment, run.Length),
            'd' => run.Length switch { <= 2 => Padded(moment.Day, run.Length), 3 => moment.ToString("ddd", CultureInfo.InvariantCulture), _ => moment.ToString("dddd", CultureInfo.InvariantCulture) },
            'a' => "日月火水木金土"[(int)moment.DayOfWeek] + (run.Length >= 4 ? "曜日" : ""),
            'h' => Padded(hour, run.Length),
            's' => Padded(moment.Second, run.Length),
            'p' => moment.Hour < 12 ? "AM" : "PM",
            FormatPiece.Elapsed => Padded((long)(seconds / (run[0] == 'h' ? 3_600 : run[0] == 'm' ? 60 : 1)), run.Length),
            FormatPiece.Literal => run,
            '/' or '.' or ',' => run,
            _ => "",
        };
    }

    private static string Month(DateTime moment, int length) =>
        length <= 2 ? Padded(moment.Month, length) : moment.ToString(length == 3 ? "MMM" : "MMMM", CultureInfo.InvariantCulture);

    /// <summary>m is a minute right after an hour or right before a second.</summary>
    private static bool IsMinute(IReadOnlyList<FormatPiece> pieces, int i)
    {
        var before = pieces.Take(i).LastOrDefault(p => p.Kind is not (FormatPiece.Literal or '/' or '.' or ','));
        var after = pieces.Skip(i + 1).FirstOrDefault(p => p.Kind is not (FormatPiece.Literal or '/' or '.' or ','));
        return before.Kind is 'h' || (before.Kind == FormatPiece.Elapsed && before.Text[0] == 'h') || after.Kind is 's';
    }

    private static string Padded(long value, int length) => value.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}

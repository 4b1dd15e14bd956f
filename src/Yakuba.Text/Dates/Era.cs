namespace Yakuba.Text;

/// <summary>An era of the Japanese calendar since 1868.</summary>
public sealed class Era
{
    private Era(string name, char letter, DateOnly first, DateOnly last)
    {
        Name = name;
        Letter = letter;
        First = first;
        Last = last;
    }

    /// <summary>明治. By the edict its first year began on the lunar new year's day, 25 January 1868.</summary>
    public static Era Meiji { get; } = new("明治", 'm', new(1868, 1, 25), new(1912, 7, 30));

    /// <summary>大正. Began on the day 明治 ended; that day bears both names.</summary>
    public static Era Taisho { get; } = new("大正", 't', new(1912, 7, 30), new(1926, 12, 25));

    /// <summary>昭和. Began on the day 大正 ended; that day bears both names.</summary>
    public static Era Showa { get; } = new("昭和", 's', new(1926, 12, 25), new(1989, 1, 7));

    /// <summary>平成.</summary>
    public static Era Heisei { get; } = new("平成", 'h', new(1989, 1, 8), new(2019, 4, 30));

    /// <summary>令和.</summary>
    public static Era Reiwa { get; } = new("令和", 'r', new(2019, 5, 1), DateOnly.MaxValue);

    /// <summary>All eras, oldest first.</summary>
    public static IReadOnlyList<Era> All { get; } = [Meiji, Taisho, Showa, Heisei, Reiwa];

    /// <summary>Two kanji, such as 令和.</summary>
    public string Name { get; }

    /// <summary>The Latin letter that forms use, in lower case: m, t, s, h, r.</summary>
    public char Letter { get; }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Last day; <see cref="DateOnly.MaxValue"/> for the present era.</summary>
    public DateOnly Last { get; }

    /// <summary>The era of a day; on a day with two names the later one.</summary>
    /// <returns>Null before 25 January 1868.</returns>
    public static Era? Of(DateOnly day) => All.LastOrDefault(era => era.First <= day);

    /// <summary>The western year of a year of this era. No check that the era lasted so long; see <see cref="Contains(int)"/>.</summary>
    /// <param name="year">1 for 元年.</param>
    public int WesternYear(int year) => First.Year + year - 1;

    /// <summary>The year of this era in which a day lies; 1 is 元年.</summary>
    public int YearOf(DateOnly day) => day.Year - First.Year + 1;

    /// <summary>True if the era had this year: 平成 1 to 31.</summary>
    public bool Contains(int year) => year >= 1 && WesternYear(year) <= Last.Year;

    /// <summary>True if the day lies in the era, first and last day included.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Writes a day as documents do: 令和6年4月1日, 令和元年5月1日; a western date before 1868.</summary>
    public static string Format(DateOnly day)
    {
        var era = Of(day);
        if (era is null)
        {
            return $"{day.Year}年{day.Month}月{day.Day}日";
        }

        var year = era.YearOf(day);
        return $"{era.Name}{(year == 1 ? "元" : year)}年{day.Month}月{day.Day}日";
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

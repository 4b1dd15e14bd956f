using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library;

/// <summary>The days on which a document holds. Both ends belong to it; null is open.</summary>
/// <param name="From">First day in Japan time.</param>
/// <param name="To">Last day in Japan time.</param>
public sealed record Validity(DateOnly? From, DateOnly? To)
{
    /// <summary>No limit either way.</summary>
    public static Validity Open { get; } = new(null, null);

    /// <summary>In people's words: 令和6年4月1日から令和7年3月31日まで, or 期限なし.</summary>
    public string ToWords(Words words) => (From, To) switch
    {
        (null, null) => words["期限なし", "No limit"],
        ({ } from, null) => words[$"{words.Day(from)}から", $"from {words.Day(from)}"],
        (null, { } to) => words[$"{words.Day(to)}まで", $"until {words.Day(to)}"],
        ({ } from, { } to) => words[$"{words.Day(from)}から{words.Day(to)}まで", $"{words.Day(from)} to {words.Day(to)}"],
    };
}

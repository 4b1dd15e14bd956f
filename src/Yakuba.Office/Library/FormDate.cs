using System.Globalization;

namespace Yakuba.Office.Library;

/// <summary>Days as forms and the API send them: <c>2026-04-01</c>.</summary>
internal static class FormDate
{
    /// <summary>Reads a day.</summary>
    /// <returns>Null when there is none, or it cannot be read.</returns>
    internal static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>True when something was sent that is no day.</summary>
    internal static bool IsMisread(string? text) => !string.IsNullOrWhiteSpace(text) && Read(text) is null;
}

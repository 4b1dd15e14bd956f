using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Reads the fields of a posted form. What is missing is empty; handlers judge it.</summary>
public static class FormText
{
    /// <summary>The first value of a field.</summary>
    public static string Of(IFormCollection form, string name) => form[name] is [{ } first, ..] ? first : "";

    /// <summary>All values of check boxes with one name.</summary>
    public static IReadOnlyList<string> All(IFormCollection form, string name) => [.. form[name].OfType<string>()];

    /// <summary>A date field; null when it is blank or no date.</summary>
    public static DateOnly? Day(IFormCollection form, string name) =>
        DateOnly.TryParseExact(Of(form, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

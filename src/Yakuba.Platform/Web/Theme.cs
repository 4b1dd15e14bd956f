using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Web;

/// <summary>How a person wants pages to look: <c>auto</c> (as the machine is set), <c>light</c>, <c>dark</c> or <c>contrast</c>.</summary>
public static class Theme
{
    /// <summary>Cookie that holds the choice.</summary>
    public const string CookieName = "yakuba-theme";

    /// <summary>All choices, in the order they are offered.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["auto", "light", "dark", "contrast"];

    /// <summary>The choice of this request; <c>auto</c> when none was made.</summary>
    public static string Of(HttpContext? http) =>
        http?.Request.Cookies[CookieName] is { } choice && Choices.Contains(choice) ? choice : "auto";
}

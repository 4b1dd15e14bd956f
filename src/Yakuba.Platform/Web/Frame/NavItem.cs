using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Web.Frame;

/// <summary>One entry of the main navigation. Each room adds its own.</summary>
/// <param name="Order">Place in the row; lower stands first.</param>
/// <param name="Href">Address on this server, starting with a slash.</param>
/// <param name="Japanese">Japanese wording, as short as possible.</param>
/// <param name="English">English wording.</param>
/// <param name="Group">Row of daily work, or the menu of those who run the system.</param>
/// <param name="VisibleTo">Whether this person may use it; an entry nobody may use is not shown.</param>
public sealed record NavItem(int Order, string Href, string Japanese, string English, NavGroup Group, Func<ClaimsPrincipal, bool> VisibleTo)
{
    /// <summary>How many things wait there for the person of the request; null where nothing is counted. Asked only when the entry is shown.</summary>
    public Func<HttpContext, Task<int>>? CountAsync { get; init; }
}

/// <summary>Where a navigation entry stands.</summary>
public enum NavGroup
{
    /// <summary>Daily work: ask, library and so on.</summary>
    Work,

    /// <summary>Running the system: people, audit, settings, health.</summary>
    Manage,
}

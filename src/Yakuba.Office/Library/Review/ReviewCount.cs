using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Review;

/// <summary>How many things cannot wait, for the navigation of every page.</summary>
internal static class ReviewCount
{
    internal static async Task<int> OfAsync(HttpContext http) =>
        (await http.RequestServices.GetRequiredService<ReviewLists>().OfAsync(http.RequestServices.GetRequiredService<Principal>(), "", http.RequestAborted)).Pressing;
}

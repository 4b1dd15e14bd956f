using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Yakuba.Platform.Web.Gallery;

/// <summary>Shows every part of the pages on one page, for those who build on them or check them.</summary>
internal static class GalleryEndpoint
{
    internal static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/about/design", IResult () => new RazorComponentResult<GalleryPage>()).ExcludeFromDescription();
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yakuba.Platform.Web.Frame;
using Yakuba.Platform.Web.Gallery;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Platform.Web;

/// <summary>The look of the pages: layout, parts, style, scripts and language.</summary>
public static class WebRoom
{
    /// <summary>Adds what pages need. A room adds its own <see cref="NavItem"/>s; the host may add its own <see cref="FrameFacts"/>.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "yakuba-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form-token";
            options.HeaderName = "Form-Token";
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders sends a stricter one.
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Japanese goes out as itself, at a third of the bytes.
        services.AddSingleton(_ => WebAssets.Shipped);
        services.TryAddSingleton(new FrameFacts());
        services.AddScoped(provider => RequestLanguage.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddCascadingValue(provider => provider.GetRequiredService<Words>());
        services.AddScoped<FragmentRenderer>();
        return services;
    }

    /// <summary>Sends the security headers with each response, and a page where nothing else answered. Comes first in the pipeline.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app)
    {
        SecurityHeaders.Use(app);
        RefusalPages.Use(app);
        return app;
    }

    /// <summary>Checks the token of each form, and lets nobody through to a handler without a right one: a handler that reads the form then would break off. Comes after routing.</summary>
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        return app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>Maps the assets, the preferences form and the gallery of parts. All three are open to anyone.</summary>
    /// <returns>The endpoints, so that the caller can declare who may use them.</returns>
    public static IReadOnlyList<RouteHandlerBuilder> MapWeb(this IEndpointRouteBuilder routes) =>
        [AssetEndpoint.Map(routes), PreferencesEndpoint.Map(routes), GalleryEndpoint.Map(routes)];
}

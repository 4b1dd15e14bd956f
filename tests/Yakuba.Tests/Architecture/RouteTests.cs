using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.AddDocuments;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Testing;

namespace Yakuba.Tests.Architecture;

/// <summary>Every door of the whole product, and who may come through it: <c>routes.txt</c> is read in a review, so that no door opens unseen.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private const string Table = "tests/Yakuba.Tests/Architecture/routes.txt";

    private TestTown _town = null!; // set before each test

    public async ValueTask InitializeAsync() => _town = await TestTown.OpenAsync(plan: TownPlan.Whole);

    public async ValueTask DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public void Every_route_declares_who_may_use_it() => Faults.None(Undeclared(Endpoints()));

    [Fact]
    public void Every_route_has_a_line_in_the_table() => Faults.None(Lines(Endpoints()).Except(Listed()));

    [Fact]
    public void Every_line_of_the_table_has_a_route() => Faults.None(Listed().Except(Lines(Endpoints())));

    [Fact]
    public void Every_page_that_changes_something_asks_for_the_token_of_its_form() =>
        Faults.None(Endpoints().Where(e => Methods(e).Any(m => m is not ("GET" or "HEAD")) && !IsForPrograms(e) && e.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true } && e.Metadata.GetMetadata<ChecksFormToken>() is null).SelectMany(e => Lines([e])));

    [Fact]
    public void A_route_that_declares_nothing_is_noticed()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/control", () => "");
        Assert.Equal(["GET /control"], Undeclared(((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Cast<RouteEndpoint>()));
    }

    private static bool IsForPrograms(RouteEndpoint endpoint) => new[] { "/api/", "/v1/", "/mcp" }.Any(p => Pattern(endpoint).StartsWith(p, StringComparison.Ordinal));

    private IEnumerable<RouteEndpoint> Endpoints() => _town.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).Cast<RouteEndpoint>();

    private static IEnumerable<string> Undeclared(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.Where(e => e.Metadata.GetMetadata<RightRequirement>() is null).SelectMany(e => Methods(e).Select(m => $"{m} {Pattern(e)}"));

    private static IEnumerable<string> Lines(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .SelectMany(e => Methods(e).Select(m => $"{m,-6} {Pattern(e),-48} {e.Metadata.GetMetadata<RightRequirement>()}"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Listed() => SourceTree.Text(Table).Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#'));

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}

using System.CodeDom.Compiler;
using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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

    [Fact]
    public void Every_handler_was_made_when_the_program_was_built() => Faults.None(MadeAtRunTime(Endpoints()));

    [Fact]
    public void A_handler_that_is_made_at_run_time_is_noticed()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/control", () => "");
        Assert.Equal(["GET /control"], MadeAtRunTime(((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Cast<RouteEndpoint>()).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void No_two_handlers_are_taken_for_one() => Faults.None(TakenForOne(Handlers(Endpoints())));

    [Fact]
    public void Two_handlers_that_are_taken_for_one_are_noticed()
    {
        var query = ((Delegate)((string? word) => word)).Method;
        var form = ((Delegate)(([FromForm] string? word) => word)).Method;
        var named = ((Delegate)(([FromForm(Name = "word")] string? typed) => typed)).Method;
        Assert.Single(TakenForOne([query, form, named]));
        Assert.Empty(TakenForOne([query, query, named]));
        var other = ((Delegate)(([FromForm(Name = "other")] string? word) => word)).Method;
        Assert.Single(TakenForOne([form, other]));
        var (one, two) = (((Delegate)((int page = 1) => page)).Method, ((Delegate)((int page = 2) => page)).Method);
        Assert.Single(TakenForOne([one, two]));
    }

    private static bool IsForPrograms(RouteEndpoint endpoint) => new[] { "/api/", "/v1/", "/mcp" }.Any(p => Pattern(endpoint).StartsWith(p, StringComparison.Ordinal));

    // Making one at run time costs 3 ms of compiling for each town that is opened.
    private static IEnumerable<string> MadeAtRunTime(IEnumerable<RouteEndpoint> endpoints) =>
        Lines(endpoints.Where(e => Handlers([e]).Any() && !e.Metadata.OfType<GeneratedCodeAttribute>().Any(g => g.Tool!.Contains("RequestDelegateGenerator", StringComparison.Ordinal))));

    // The generator takes two handlers for one whose parameters have the same types and names, and reads both from where the first says.
    private static IEnumerable<string> TakenForOne(IEnumerable<MethodInfo> handlers) => handlers
        .GroupBy(h => (h.Module, h.ReturnType, string.Join(", ", h.GetParameters().Select(p => $"{p.ParameterType} {p.Name}"))))
        .Where(same => same.Select(h => string.Join(", ", h.GetParameters().Select(Source))).Distinct().Count() > 1)
        .Select(same => string.Join(" and ", same.Select(h => $"{h.DeclaringType} {h.Name}").Distinct()));

    private static string Source(ParameterInfo parameter) => string.Join(
        ' ',
        parameter.CustomAttributes.Where(a => a.AttributeType.Namespace?.StartsWith("System", StringComparison.Ordinal) == false).Select(a => a.ToString()).Append($"{parameter.HasDefaultValue} {parameter.RawDefaultValue}"));

    private static IEnumerable<MethodInfo> Handlers(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.SelectMany(e => e.Metadata.OfType<MethodInfo>()).Where(h => h.GetParameters() is not [{ ParameterType: var only }] || only != typeof(HttpContext) || h.ReturnType != typeof(Task));

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

using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web;

namespace Yakuba.Testing;

/// <summary>Which rooms a <see cref="TestTown"/> has. Plans are added up: <c>TownPlan.Accounts with { … }</c> or <see cref="And"/>.</summary>
/// <param name="Services">Adds the rooms' services.</param>
/// <param name="Pipeline">Adds middleware, in order; routing has run before.</param>
/// <param name="Map">Maps the rooms' endpoints.</param>
public sealed record TownPlan(Action<IServiceCollection> Services, Action<WebApplication> Pipeline, Action<IEndpointRouteBuilder> Map)
{
    /// <summary>No room: the store, clock, settings and jobs only.</summary>
    public static TownPlan Bare { get; } = new(_ => { }, _ => { }, _ => { });

    /// <summary>Pages and accounts: what every other room needs to be reached over HTTP.</summary>
    public static TownPlan Accounts { get; } = new(
        services => services.AddWeb().AddAudit().AddAccounts(),
        app =>
        {
            app.UseWeb();
            app.UseRouting();
            app.UseAccounts();
            app.UseFormTokens();
        },
        routes =>
        {
            foreach (var page in routes.MapWeb())
            {
                page.AllowResident();
            }

            routes.MapAccounts();
        });

    /// <summary>The product itself: every page, API, job and service that the host serves, in the host's own order.</summary>
    public static TownPlan Whole { get; } = Bare with { Host = (directory, change) => Server.Build(directory, "http://127.0.0.1:0", change) };

    /// <summary>The product with a collector of metrics and traces.</summary>
    /// <param name="collector">Where it sends them.</param>
    public static TownPlan WholeWith(Uri collector) => Bare with { Host = (directory, change) => Server.Build(directory, "http://127.0.0.1:0", change, collector) };

    /// <summary>Builds a server that brings its own rooms; null where the plan's rooms are put into a plain one.</summary>
    public Func<DataDirectory, Action<IServiceCollection>, WebApplication>? Host { get; private init; }

    /// <summary>This plan and then another.</summary>
    public TownPlan And(TownPlan other) => new(Services + other.Services, Pipeline + other.Pipeline, Map + other.Map) { Host = Host ?? other.Host };
}

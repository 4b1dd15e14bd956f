using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>The framework's passkey handler over our store, without the rest of its identity system.</summary>
internal static class PasskeyServices
{
    internal static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ResidentKeyRequirement = "required"; // the authenticator says who signs in, so no name is typed
            options.UserVerificationRequirement = "required"; // it stands in for a password
            options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
        });
        services.AddSingleton<PasskeyStore>().AddSingleton<FrameworkPeople>().AddSingleton<Ceremonies>().AddSingleton<PasskeysHandler>();
        services.AddSingleton<IPasskeyHandler<Account>>(p => new PasskeyHandler<Account>(
            new UserManager<Account>(
                p.GetRequiredService<FrameworkPeople>(),
                Options.Create(new IdentityOptions()),
                p.GetRequiredService<IPasswordHasher<Account>>(),
                [],
                [],
                new UpperInvariantLookupNormalizer(),
                new IdentityErrorDescriber(),
                p,
                p.GetRequiredService<ILogger<UserManager<Account>>>()),
            p.GetRequiredService<IOptions<IdentityPasskeyOptions>>()));
        return services;
    }

    // The framework compares with the request's Origin header, which our pages withhold; the host is as good, since the browser signed the origin.
    private static bool IsOurs(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || origin.Host == "localhost")
        && origin.Authority == context.HttpContext.Request.Host.Value;
}

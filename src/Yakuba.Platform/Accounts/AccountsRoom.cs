using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yakuba.Platform.Accounts.Directories;
using Yakuba.Platform.Accounts.MyAccount;
using Yakuba.Platform.Accounts.Passkeys;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Accounts.SignIn;
using Yakuba.Platform.Accounts.Tokens;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Accounts;

/// <summary>People, sections, sign-in, and who may do what.</summary>
public static class AccountsRoom
{
    /// <summary>Adds the room. Handlers of every room may take a <see cref="Principal"/> and an <see cref="Actor"/>: those of the request.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddScoped<RequestIdentity>();
        services.AddScoped(p => p.GetRequiredService<RequestIdentity>().Principal);
        services.AddScoped(p =>
        {
            var who = p.GetRequiredService<RequestIdentity>();
            return who.Principal.ToActor(who.RequestId);
        });
        services.AddSingleton<SessionReader>().AddSingleton<TokenReader>().AddSingleton<IdentifyRequest>();

        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>().AddSingleton<FailureCount>().AddSingleton<SessionOpening>();
        services.AddSingleton<DirectorySignIn>().AddSingleton<ReadingPassword>();
        services.AddSingleton<SignInWithPasswordHandler>().AddSingleton<ChangePasswordHandler>().AddSingleton<SignOutHandler>();

        services.AddSingleton<SectionList>().AddSingleton<KeepSectionHandler>().AddSingleton<PeopleList>().AddSingleton<TokensHandler>();
        services.AddSingleton(p => new KeepPeopleHandler(
            p.GetRequiredService<Database>(), p.GetRequiredService<SectionList>(), p.GetRequiredService<Passwords>(), p.GetRequiredService<AuditTrail>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FirstAdministrator>().AddSingleton<PersonModels>().AddSingleton<OwnAccount>().AddSingleton<Door>();
        services.AddPasskeys();
        services.TryAddSingleton(new FrameFacts());

        // The keys lie in the municipality's store, which is guarded as a whole; the framework would warn that they are not encrypted once more.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("yakuba");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new ProtectionKeys(p.GetRequiredService<Database>())));
        foreach (var setting in DirectorySettings.All)
        {
            services.AddSetting(setting);
        }

        services.AddSingleton(new NavItem(80, "/people", "利用者", "People", NavGroup.Manage, user => user.May(Right.ManagePeople)));
        return services
            .AddSetting(AccountsSettings.IdleMinutes)
            .AddSetting(AccountsSettings.SessionHours)
            .AddSetting(AccountsSettings.PasswordLength);
    }

    /// <summary>Puts the gate before every endpoint. Comes after routing and before antiforgery.</summary>
    public static IApplicationBuilder UseAccounts(this IApplicationBuilder app) => app.UseMiddleware<RightGate>();

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        SignInPages.Map(routes);
        ChangePasswordPages.Map(routes);
        MyAccountPages.Map(routes);
        PasskeyPages.Map(routes);
        PeoplePages.Map(routes);
        SectionPages.Map(routes);
        SessionEndpoints.Map(routes);
        TokenEndpoints.Map(routes);
        PeopleEndpoints.Map(routes);
        SectionEndpoints.Map(routes);
    }

    /// <summary>The room's commands.</summary>
    public static IEnumerable<Command> AccountsCommands(CommandContext context) => [UserCommands.Create(context), SectionCommands.Create(context)];
}

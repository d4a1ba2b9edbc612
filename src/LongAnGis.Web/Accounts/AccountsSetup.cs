using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Accounts.Administration;
using LongAnGis.Web.Accounts.CommandLine;
using LongAnGis.Web.Accounts.Invitations;
using LongAnGis.Web.Accounts.Keys;
using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Accounts.Own;
using LongAnGis.Web.Accounts.Passwords;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Accounts.SignIn;
using LongAnGis.Web.Accounts.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace LongAnGis.Web.Accounts;

/// <summary>Who comes in, who stays in, and who may do what.</summary>
public static class AccountsSetup
{
    /// <summary>After <c>AddDatabase</c>: the key ring is read once the database is open, in the order of these lines.</summary>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Visitor>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<IdGuesses>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<PasswordChange>();
        services.AddSingleton<AccountRegister>();
        services.AddSingleton<AccountKeeper>();
        services.AddSingleton<InvitationDesk>();
        services.AddUserVerbs();
        services.AddHostedService<DemonstrationAccounts>();
        services.AddDataProtection().SetApplicationName("LongAnGis");
        services.AddSingleton<KeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = all.GetRequiredService<KeyRepository>()));

        var ways = SignInWays.Read(configuration);
        services.AddSingleton(ways);
        if (ways.Provider is { } provider)
        {
            services.AddProvider(provider);
        }
    }

    /// <summary>Once the route is known: what it needs is written on it.</summary>
    public static void UseAccounts(this IApplicationBuilder app)
    {
        app.UseSessions();
        app.UseTokens();
        app.UseRefusedWrites();
        app.UseIdGuessing();
        app.UseOriginGuard();
        app.UseProvider();
        app.UseTokenScopes();
        app.UseAccessGuard();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapOwnAccount();
        routes.MapTokens();
        routes.MapAdministration();
        routes.MapInvitations();
        if (routes.ServiceProvider.GetRequiredService<SignInWays>().Provider is not null)
        {
            routes.MapProvider();
        }
    }
}

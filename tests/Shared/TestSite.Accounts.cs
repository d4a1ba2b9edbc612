using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.Tests;

/// <summary>People of a test: accounts made without an administrator, and clients that are already signed in.</summary>
public partial class TestSite
{
    /// <summary>The password of every account that a test makes.</summary>
    public const string Password = "Vàm Cỏ Đông 2030!";

    // Made slow on purpose, so it is made once.
    static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<object>().HashPassword(new(), Password));

    /// <summary>A new account; answers with its id.</summary>
    public async Task<Guid> NewAccount(string userName, params Role[] roles)
    {
        await using var command = Services.GetRequiredService<PlanDatabase>().CreateCommand(
            """
            INSERT INTO plan.account (user_name, display_name, password_hash, roles, created_at, created_by)
            VALUES ($1, $2, $3, $4, now(), 'test') RETURNING id
            """);
        command.Parameters.Add(new() { Value = userName });
        command.Parameters.Add(new() { Value = $"Người thử {userName}" });
        command.Parameters.Add(new() { Value = PasswordHash.Value });
        command.Parameters.Add(new() { Value = roles.Select(role => role.Code()).ToArray() });
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A client that is signed in with a fresh account, says where it comes from, and follows no redirects.</summary>
    public async Task<HttpClient> SignedIn(params Role[] roles) =>
        await SignedIn(await NewAccount($"test-{Guid.NewGuid():N}", roles));

    /// <summary>A client that is signed in with this account.</summary>
    public async Task<HttpClient> SignedIn(Guid account)
    {
        var key = await Services.GetRequiredService<SessionStore>().Open(account, "test", [], CancellationToken.None)
            ?? throw new InvalidOperationException("The account is disabled.");
        var cookies = new CookieContainer();
        var client = WithOrigin(CreateDefaultClient(ClientOptions.BaseAddress, new CookieContainerHandler(cookies)));
        cookies.Add(new Cookie("longan", key, "/", client.BaseAddress!.Host));
        return client;
    }

    /// <summary>A client of nobody in particular that keeps cookies and says where it comes from, as a browser does.</summary>
    public HttpClient Public() => WithOrigin(CreateClient(new() { AllowAutoRedirect = false }));

    static HttpClient WithOrigin(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return client;
    }
}

using System.Net;
using LongAnGis.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Two services on one database: whoever one knows, the other knows.</summary>
public sealed class TwoNodes
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Share_sessions_and_the_end_of_sessions()
    {
        await using var a = await TestSite.OnItsOwnDatabase();
        await using var b = new TestSite(a.ConnectionString);
        await b.Start();
        await a.NewAccount("hai.nut", Role.Planner);
        using var atA = a.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var atB = b.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using (var entered = await atA.Send("/sign-in", "http://localhost", ("user", "hai.nut"), ("password", TestSite.Password)))
        {
            var cookie = entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            atA.DefaultRequestHeaders.Add("Cookie", cookie);
            atB.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        Assert.Equal(HttpStatusCode.OK, await atB.Status("/account"));
        using var left = await atA.Send("/sign-out", "http://localhost");

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, await atB.Status("/account"));
    }

    [Fact]
    public async Task Share_the_keys_that_protect_what_they_hand_out()
    {
        await using var a = await TestSite.OnItsOwnDatabase();
        await using var b = new TestSite(a.ConnectionString);
        await b.Start();

        var secret = a.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("kênh Bảo Định");

        Assert.Equal("kênh Bảo Định", b.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
    }

    [Fact]
    public async Task Count_guesses_together()
    {
        await using var a = await TestSite.OnItsOwnDatabase();
        await using var b = new TestSite(a.ConnectionString);
        await b.Start();
        await a.NewAccount("le.doan", Role.Planner);
        using var atA = a.Public();
        using var atB = b.Public();

        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await (guess % 2 == 0 ? atA : atB).SignIn("le.doan", "Sai mật khẩu rồi nhé");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var early = await atB.SignIn("le.doan");
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.False(Cancellation.IsCancellationRequested);
    }
}

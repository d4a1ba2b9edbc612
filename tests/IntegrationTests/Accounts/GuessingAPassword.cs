using System.Net;
using LongAnGis.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LongAnGis.IntegrationTests.Accounts;

public sealed class GuessingAPassword
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    async Task<TestSite> Site() => await TestSite.OnItsOwnDatabase(
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
        new Dictionary<string, string> { ["Limits:SignInFailures"] = "40" });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waits_longer_and_longer_whether_the_name_exists_or_not(bool exists)
    {
        await using var site = await Site();
        if (exists)
        {
            await site.NewAccount("le.doan", Role.Planner);
        }

        using var client = site.Public();
        var waits = new List<int>();
        for (var guess = 1; guess <= 9; guess++)
        {
            using var wrong = await client.SignIn("le.doan", "Sai mật khẩu rồi nhé");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            if (guess < 5)
            {
                continue;
            }

            // Now even the right password has to wait.
            using var early = await client.SignIn("le.doan", TestSite.Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
            Assert.Contains("Xin đợi", await early.Words(), StringComparison.Ordinal);
            waits.Add((int)early.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            clock.Advance(early.Headers.RetryAfter.Delta.Value);
        }

        Assert.Equal([30, 60, 120, 240, 480], waits);
        using var patient = await client.SignIn("le.doan", TestSite.Password);
        Assert.Equal(exists ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized, patient.StatusCode);
    }

    [Fact]
    public async Task Is_throttled_by_address_when_one_password_is_tried_on_many_names()
    {
        await using var site = await Site();
        using var client = site.Public();
        var answers = new Dictionary<HttpStatusCode, int>();

        for (var name = 0; name < 60; name++)
        {
            using var answer = await client.SignIn($"nguoi.{name}", "Sai mật khẩu rồi nhé");
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
        }

        Assert.Equal(40, answers[HttpStatusCode.Unauthorized]);
        Assert.Equal(20, answers[HttpStatusCode.TooManyRequests]);
        clock.Advance(TimeSpan.FromMinutes(11));
        using var later = await client.SignIn("nguoi.1", "Sai mật khẩu rồi nhé");
        Assert.Equal(HttpStatusCode.Unauthorized, later.StatusCode);
    }
}

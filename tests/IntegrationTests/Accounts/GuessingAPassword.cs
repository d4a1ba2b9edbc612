using System.Collections.Concurrent;
using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LongAnGis.IntegrationTests.Accounts;

public sealed class GuessingAPassword
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    // The clock stands still, so that a slow machine gives nobody another guess.
    async Task<TestSite> Site(int failuresOfAnAddress = 40) => await TestSite.OnItsOwnDatabase(
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
        new Dictionary<string, string> { ["Limits:SignInFailures"] = $"{failuresOfAnAddress}" });

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_counted_one_by_one_when_a_thousand_guesses_come_at_once(bool exists)
    {
        await using var site = await Site(failuresOfAnAddress: 100_000);
        if (exists)
        {
            await site.NewAccount("le.doan", Role.Planner);
        }

        using var client = site.Public();
        var answers = new ConcurrentBag<(HttpStatusCode Status, string Words)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (guess, _) =>
        {
            using var answer = await client.SignIn("le.doan", $"Sai mật khẩu lần {guess}");
            answers.Add((answer.StatusCode, answer.StatusCode is HttpStatusCode.Unauthorized ? await answer.Words() : ""));
        });
        using var right = await client.SignIn("le.doan", TestSite.Password);

        Assert.Equal(5, answers.Count(answer => answer.Status is HttpStatusCode.Unauthorized));
        Assert.Equal(995, answers.Count(answer => answer.Status is HttpStatusCode.TooManyRequests));
        Assert.All(
            answers.Where(answer => answer.Status is HttpStatusCode.Unauthorized),
            answer => Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng.", answer.Words, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task Is_throttled_by_address_when_one_password_is_tried_on_many_names_at_once()
    {
        await using var site = await Site();
        for (var name = 0; name < 20; name++)
        {
            await site.NewAccount($"nguoi.{name}");
        }

        using var client = site.Public();
        var answers = new ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (name, _) =>
        {
            using var answer = await client.SignIn($"nguoi.{name}", "Sai mật khẩu rồi nhé");
            answers.Add(answer.StatusCode);
        });

        Assert.Equal(40, answers.Count(answer => answer is HttpStatusCode.Unauthorized));
        Assert.Equal(260, answers.Count(answer => answer is HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData(PasswordHasherCompatibilityMode.IdentityV2, 0)]
    [InlineData(PasswordHasherCompatibilityMode.IdentityV3, 1000)]
    public async Task Stores_a_password_anew_that_was_stored_when_machines_were_slower(PasswordHasherCompatibilityMode mode, int rounds)
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var options = new PasswordHasherOptions { CompatibilityMode = mode, IterationCount = Math.Max(rounds, 1) };
        var old = new PasswordHasher<object>(Options.Create(options)).HashPassword(new(), TestSite.Password);
        var account = await site.NewAccount("le.doan");
        await Hash(site, account, old);
        using var client = site.Public();

        using var wrong = await client.SignIn("le.doan", "Sai mật khẩu rồi nhé");
        Assert.Equal(old, await Hash(site, account));
        using var right = await client.SignIn("le.doan");
        var stored = await Hash(site, account);
        using var again = await client.SignIn("le.doan");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [right.StatusCode, again.StatusCode]);
        Assert.NotEqual(old, stored);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<object>().VerifyHashedPassword(new(), stored!, TestSite.Password));
        Assert.Equal(stored, await Hash(site, account));
    }

    static async Task<string?> Hash(TestSite site, Guid account, string? set = null)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "UPDATE plan.account SET password_hash = coalesce($2, password_hash) WHERE id = $1 RETURNING password_hash");
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = (object?)set ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
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

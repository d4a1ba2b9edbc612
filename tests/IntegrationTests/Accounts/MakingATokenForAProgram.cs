using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Somebody makes a token on their own page, copies it once, and revokes it.</summary>
public sealed partial class MakingATokenForAProgram(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_it_once_keeps_only_its_hash_and_revoking_it_ends_it()
    {
        var site = await shared.Get();
        using var planner = await site.SignedIn(Role.Planner);

        var page = await Made(planner, ("name", "QGIS ở cơ quan"), ("scope", "drafts:write"), ("days", "30"));

        var token = Token().Match(page).Value;
        Assert.NotEmpty(token);
        Assert.Contains("QGIS ở cơ quan", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await planner.GetStringAsync("/account", Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await Count(site, "token_hash = $1", System.Text.Encoding.UTF8.GetBytes(token)));
        Assert.Equal(1, await Count(site, "token_hash = sha256($1)", System.Text.Encoding.UTF8.GetBytes(token)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Try(site, token));

        using var revoked = await planner.Send("/account/tokens/revoke", ("id", Id().Match(page).Groups[1].Value));

        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(site, token));
    }

    [Fact]
    public async Task Nobody_revokes_anothers()
    {
        var site = await shared.Get();
        using var owner = await site.SignedIn(Role.Planner);
        var page = await Made(owner, ("name", "Của tôi"), ("scope", "drafts:read"), ("scope", "drafts:write"), ("days", "7"));
        using var other = await site.SignedIn(Role.Planner);

        (await other.Send("/account/tokens/revoke", ("id", Id().Match(page).Groups[1].Value))).Dispose();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Try(site, Token().Match(page).Value));
    }

    [Theory]
    [InlineData("name", "", "Đặt tên cho mã")]
    [InlineData("scope", "plan:publish", "Chọn ít nhất một quyền")]
    [InlineData("days", "99999", "Chọn thời hạn")]
    public async Task Says_what_is_missing(string field, string value, string said)
    {
        using var planner = await (await shared.Get()).SignedIn(Role.Planner);
        planner.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var fields = new (string, string)[] { ("name", "Mã"), ("scope", "drafts:write"), ("days", "30") }.Select(one => one.Item1 == field ? (field, value) : one);

        using var answer = await planner.Send("/account/tokens", [.. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Words(), StringComparison.Ordinal);
    }

    static async Task<string> Made(HttpClient client, params (string, string)[] fields)
    {
        using var answer = await client.Send("/account/tokens", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    // A body of no type is refused only after the token was taken.
    static async Task<HttpStatusCode> Try(TestSite site, string token)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.PostAsync("/ogc/collections/urban-centres/items", new ByteArrayContent([]), Cancellation);
        return answer.StatusCode;
    }

    static async Task<long> Count(TestSite site, string condition, byte[] value)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand($"SELECT count(*) FROM plan.api_token WHERE {condition}");
        command.Parameters.AddWithValue(value);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    [GeneratedRegex("longan_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();
}

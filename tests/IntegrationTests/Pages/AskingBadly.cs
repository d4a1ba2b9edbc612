using System.Net;

namespace LongAnGis.IntegrationTests.Pages;

public sealed class AskingBadly(SharedSite shared)
{
    static readonly string Long = new('a', 15_000);

    public static TheoryData<string, HttpStatusCode> Addresses => new()
    {
        { "/?as-of=2025-13-01", HttpStatusCode.BadRequest },
        { "/en/?as-of=yesterday", HttpStatusCode.BadRequest },
        { "/?known-at=r99999999999999", HttpStatusCode.BadRequest },
        { "/?known-at=9999-12-31", HttpStatusCode.BadRequest },
        { "/?known-at=r999999", HttpStatusCode.NotFound },
        { "/?plan=1%27%20OR%20%271%27=%271", HttpStatusCode.BadRequest },
        { "/?plan=9999", HttpStatusCode.NotFound },
        { "/?layers=a%27;DROP%20TABLE%20plan;--", HttpStatusCode.BadRequest },
        { "/?opacity=districts:2", HttpStatusCode.BadRequest },
        { "/?basemap=../../etc", HttpStatusCode.BadRequest },
        { "/plan/pg_catalog.pg_user", HttpStatusCode.NotFound },
        { "/plan/industrial-parks%22%20where%201=1--", HttpStatusCode.NotFound },
        { "/plan/industrial-parks/999999999", HttpStatusCode.NotFound },
        { "/plan/industrial-parks/99999999999999999999999", HttpStatusCode.NotFound },
        { "/plan/industrial-parks/1%20or%201=1", HttpStatusCode.NotFound },
        { "/plan/industrial-parks?sort=name;drop%20table%20x", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?sort=(select%201)", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?f.password=1", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?f.area_ha.min=NaN", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?f.area_ha.min=1e999", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?f.area_ha.between=1", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?f.status.min=1", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?after=!!!", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?after=bnVsbA", HttpStatusCode.BadRequest },
        { "/plan/industrial-parks?q=%00", HttpStatusCode.BadRequest },
        { "/at", HttpStatusCode.BadRequest },
        { "/at?lat=91&lon=106", HttpStatusCode.BadRequest },
        { "/at?lat=1e1&lon=106", HttpStatusCode.BadRequest },
        { "/at?lat=%D9%A1&lon=106", HttpStatusCode.BadRequest },
        { "/at?lat=10&lon=106&z=-1", HttpStatusCode.BadRequest },
        { "/history/0", HttpStatusCode.NotFound },
        { "/history/99999", HttpStatusCode.NotFound },
        { "/history/abc", HttpStatusCode.NotFound },
        { "/compare?from=r1&to=tomorrow", HttpStatusCode.BadRequest },
        { "/compare?from=r1&to=r999", HttpStatusCode.NotFound },
        { "/instruments/nope", HttpStatusCode.NotFound },
        { "/nowhere", HttpStatusCode.NotFound },
        { "/en/nowhere", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Is_answered_with_a_page_that_helps(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();

        var (answered, html) = await client.Page(address);

        Assert.Equal(status, answered);
        Assert.Contains("<h1", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plan/industrial-parks?q={0}")]
    [InlineData("/plan/industrial-parks?f.developer={0}")]
    [InlineData("/plan/industrial-parks?f.status={0}")]
    [InlineData("/plan/industrial-parks?after={0}")]
    [InlineData("/time?return={0}")]
    [InlineData("/compare?from={0}&to=r1")]
    public async Task Never_fails_however_long_or_strange_a_value_is(string address)
    {
        using var client = await shared.Client();

        foreach (var value in new[] { Long, "%25%25%25%25", "%5C", "'", "a%20%26%20(b", "%F0%9F%8C%8A", "%ED%A0%80", "=cmd|calc", "%E2%80%AE" })
        {
            var (status, _) = await client.Page(address.Replace("{0}", value, StringComparison.Ordinal));
            Assert.True((int)status < 500, $"{value[..Math.Min(20, value.Length)]} in {address} answers {status}");
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/en//evil.example")]
    public async Task Cannot_make_the_moment_page_lead_elsewhere(string address)
    {
        using var client = await shared.Client();

        var html = await client.Read("/time?return=" + Uri.EscapeDataString(address));

        Assert.DoesNotMatch("""(href|action)="(/en)?(//|/\\|https?:|javascript:)""", html);
    }
}

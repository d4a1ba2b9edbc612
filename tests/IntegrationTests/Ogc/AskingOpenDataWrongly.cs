using System.Net;
using System.Text.Json;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>Inputs that no client should send, and the answers that they get: never a 500, always a sentence.</summary>
public sealed class AskingOpenDataWrongly(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("foo=1")]
    [InlineData("Limit=5")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=1e9")]
    [InlineData("limit=abc")]
    [InlineData("limit=10;")]
    [InlineData("limit=٣")]
    [InlineData("limit=1&limit=2")]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=a,b,c,d")]
    [InlineData("bbox=106,11,107,10")]
    [InlineData("bbox=NaN,1,2,3")]
    [InlineData("bbox=1,2,3,1e308")]
    [InlineData("bbox=1,2,3,4,5")]
    [InlineData("bbox=181,1,182,2")]
    [InlineData("bbox=107,10,106,11&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9210")]
    [InlineData("bbox=1,2,3,4&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/6956")]
    [InlineData("crs=http://169.254.169.254/x")]
    [InlineData("crs=http://www.opengis.net/def/crs/EPSG/0/999999")]
    [InlineData("crs=EPSG:4326")]
    [InlineData("datetime=yesterday")]
    [InlineData("datetime=../..")]
    [InlineData("datetime=2026-02-30")]
    [InlineData("datetime=2026-01-01/2025-01-01")]
    [InlineData("datetime=2026-01-01/2026-01-02/2026-01-03")]
    [InlineData("sortby=xmin")]
    [InlineData("sortby=code,code")]
    [InlineData("sortby=code,,name_vi")]
    [InlineData("properties=ctid")]
    [InlineData("after=xyz")]
    [InlineData("after=WyIxIiwiMiJd")]
    [InlineData("after=WyJhIl0")]
    [InlineData("sortby=area_m2&after=WyJ4IiwiMSJd")]
    [InlineData("f=xml")]
    [InlineData("filter-lang=sql&filter=TRUE")]
    [InlineData("filter-crs=x&filter=TRUE")]
    [InlineData("filter=name_vi%20%3D%20'x'%20OR%20'1'%3D'1'")]
    [InlineData("filter=name_vi%3D'x'%3B%20DROP%20TABLE%20plan%3B--")]
    [InlineData("filter=%22name%5C%22%20or%201%3D1--%22%3D'x'")]
    [InlineData("filter=exec(java.lang.Runtime.getRuntime(),'id')%3D'1'")]
    [InlineData("filter=pg_sleep(10)%3D1")]
    [InlineData("filter=version()%3D'x'")]
    [InlineData("filter=xmin%3D1")]
    [InlineData("filter=recorded_by%3D'x'")]
    [InlineData("filter=name_vi%20LIKE%20'x%5C'")]
    [InlineData("filter=S_INTERSECTS(geometry,POLYGON((0%200,1%201,0%201,1%200,0%200)))")]
    [InlineData("filter=area_m2%3E1e999")]
    [InlineData("filter-lang=cql2-json&filter=%7B%22op%22%3A%22__proto__%22%7D")]
    [InlineData("edition=-1")]
    [InlineData("known-at=r")]
    public async Task What_cannot_be_read_is_said_to_be_so(string query)
    {
        var collection = query.StartsWith("edition", StringComparison.Ordinal) ? "tasks" : "communes";
        var detail = await Refused($"/ogc/collections/{collection}/items?{query}", HttpStatusCode.BadRequest);

        Assert.NotEmpty(detail);
    }

    [Theory]
    [InlineData("/ogc?foo=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/conformance?limit=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections?q=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/communes?limit=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/communes/queryables?limit=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/communes/items/1?limit=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/as-of/2025-06-30/collections/communes/items?datetime=2025-06-30", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/no-such-layer", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/no-such-layer/items", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/pg_class/items", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/communes/items/999999999", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/communes/items/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/communes/items/1'--", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/areas/items/1'--", HttpStatusCode.NotFound)]
    [InlineData("/ogc/as-of/2025-13-40", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/communes/items?known-at=r100000", HttpStatusCode.NotFound)]
    public async Task Each_address_refuses_what_it_does_not_have(string address, HttpStatusCode status) => await Refused(address, status);

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    public async Task A_filter_bomb_ends_as_a_sentence(string part)
    {
        var bomb = string.Concat(Enumerable.Repeat(part, 2500)) + "area_m2 > 1" + (part == "(" ? new string(')', 2500) : "");

        Assert.Contains("64", await Refused($"/ogc/collections/communes/items?filter={Uri.EscapeDataString(bomb)}", HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_as_long_as_a_book_is_refused_by_its_length()
    {
        await Refused($"/ogc/collections/communes/items?filter=code%3D'{new string('x', 20_000)}'", HttpStatusCode.RequestUriTooLong);
        await Refused($"/ogc/collections/communes/items?filter=code%3D'{new string('x', 13_000)}'", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_reason_is_told_in_the_readers_language()
    {
        using var client = await shared.Client();
        using var english = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/communes/items?limit=0");
        english.Headers.Add("Accept-Language", "en");
        using var answer = await client.SendAsync(english, Cancellation);

        Assert.Contains("must be a whole number", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("phải là số nguyên", await Refused("/ogc/collections/communes/items?limit=0", HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    async Task<string> Refused(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text[..Math.Min(400, text.Length)]}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(text).GetProperty("detail").GetString()!;
    }
}

using System.Net;
using System.Text.Json;
using LongAnGis.Core.Tiles;

namespace LongAnGis.IntegrationTests.Tiles;

public sealed class AskingForATile(SharedSite shared)
{
    const string Here = "/tiles/communes/12/3258/1926.mvt";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/tiles/communes/99/0/0.mvt")]
    [InlineData("/tiles/communes/17/0/0.mvt")]
    [InlineData("/tiles/communes/1/-1/0.mvt")]
    [InlineData("/tiles/communes/1/2/0.mvt")]
    [InlineData("/tiles/communes/1/0x1/0.mvt")]
    [InlineData("/tiles/communes/1/1e0/0.mvt")]
    [InlineData("/tiles/communes/1/٣/0.mvt")]
    [InlineData("/tiles/communes/1/01/0.mvt")]
    [InlineData("/tiles/communes/1/0/99999999999999999999.mvt")]
    [InlineData("/tiles/no-such-layer/1/0/0.mvt")]
    [InlineData("/tiles/pg_catalog.pg_class/1/0/0.mvt")]
    [InlineData("/tiles/communes'--/1/0/0.mvt")]
    [InlineData("/tiles/communes,no-such-layer/1/0/0.mvt")]
    [InlineData("/tiles/no-such-layer.json")]
    public async Task What_does_not_exist_is_not_found(string address) =>
        await Refuses(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("?foo=1")]
    [InlineData("?v=4711")]
    [InlineData("?Revision=1")]
    [InlineData("?as-of=2026-13-40")]
    [InlineData("?as-of=1%27%20or%201=1")]
    [InlineData("?revision=abc")]
    [InlineData("?revision=-1")]
    [InlineData("?revision=1e3")]
    [InlineData("?known-at=r")]
    public async Task What_cannot_be_read_is_said_to_be_so(string query) =>
        await Refuses(Here + query, HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_layer_twice_in_one_tile_is_refused() =>
        await Refuses("/tiles/communes,communes/12/3258/1926.mvt", HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_empty_tile_has_no_content_and_may_be_kept_like_any_other()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/tiles/communes/12/0/0.mvt?revision=1&as-of=2025-08-01", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tile_of_today_is_asked_for_again_and_answers_with_304()
    {
        using var client = await shared.Client();
        using var first = await client.GetAsync(Here, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, Here);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, Cancellation);

        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString());
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal("application/vnd.mapbox-vector-tile", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_tile_that_names_its_revision_and_day_may_be_kept_for_ever()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(await FixedAddress(client), Cancellation);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_revision_that_is_not_published_yet_has_no_tiles()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync($"{Here}?revision=100000&as-of=2025-08-01", Cancellation);

        Assert.True((int)answer.StatusCode is 400 or 404, answer.StatusCode.ToString());
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Each_coding_has_its_own_bytes_and_its_own_tag(string accepted, string? coding)
    {
        using var client = await shared.Client();
        using var question = new HttpRequestMessage(HttpMethod.Get, Here);
        question.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(question, Cancellation);
        var plain = await client.GetByteArrayAsync(Here, Cancellation);

        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(plain, await Unpacked(answer.Content));
    }

    [Fact]
    public async Task Several_layers_come_in_one_tile_in_the_order_asked_for()
    {
        using var client = await shared.Client();
        var tile = await client.GetByteArrayAsync("/tiles/industrial-parks,communes/9/407/240.mvt", Cancellation);

        Assert.Equal(
            ["industrial-parks", "communes", "communes.label"],
            TileDecoder.Decode(tile).Select(layer => layer.Name));
    }

    [Fact]
    public async Task A_feature_carries_its_id_its_name_and_what_its_style_needs()
    {
        using var client = await shared.Client();
        var tile = await client.GetByteArrayAsync("/tiles/industrial-parks/9/407/240.mvt", Cancellation);

        var features = TileDecoder.Decode(tile).Single().Features;
        Assert.All(features, feature => Assert.True(feature.Id > 0));
        Assert.All(features, feature => Assert.Equal(["code", "name", "quality"], feature.Attributes.Keys.Where(IsCommon).Order()));

        static bool IsCommon(string key) => key is "name" or "code" or "quality";
    }

    [Fact]
    public async Task The_description_gives_addresses_that_answer()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(await FixedAddress(client), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_list_names_every_public_layer_and_where_it_is_described()
    {
        using var client = await shared.Client();
        using var list = JsonDocument.Parse(await client.GetStringAsync("/tiles", Cancellation));

        var layers = list.RootElement.GetProperty("layers").EnumerateArray().ToList();
        Assert.Contains(layers, layer => layer.GetProperty("code").GetString() == "industrial-parks");
        foreach (var layer in layers)
        {
            using var described = await client.GetAsync(layer.GetProperty("tilejson").GetString(), Cancellation);
            using var content = JsonDocument.Parse(await described.Content.ReadAsStreamAsync(Cancellation));
            Assert.Equal("3.0.0", content.RootElement.GetProperty("tilejson").GetString());
        }
    }

    [Fact]
    public async Task A_past_moment_shows_what_was_in_force_then()
    {
        using var client = await shared.Client();

        using var districts = await client.GetAsync("/tiles/districts/9/407/240.mvt?as-of=2025-06-30", Cancellation);
        using var afterwards = await client.GetAsync("/tiles/districts/9/407/240.mvt?as-of=2025-07-01", Cancellation);

        Assert.Equal(HttpStatusCode.OK, districts.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, afterwards.StatusCode);
    }

    async Task Refuses(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Npgsql", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", body, StringComparison.Ordinal);
    }

    static async Task<string> FixedAddress(HttpClient client)
    {
        using var described = JsonDocument.Parse(await client.GetStringAsync("/tiles/communes.json", Cancellation));
        return described.RootElement.GetProperty("tiles")[0].GetString()!
            .Replace("{z}", "12", StringComparison.Ordinal)
            .Replace("{x}", "3258", StringComparison.Ordinal)
            .Replace("{y}", "1926", StringComparison.Ordinal);
    }

    static async Task<byte[]> Unpacked(HttpContent content)
    {
        await using var packed = await content.ReadAsStreamAsync(Cancellation);
        await using Stream plain = content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}

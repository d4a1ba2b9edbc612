using System.Net;
using SkiaSharp;

namespace LongAnGis.IntegrationTests.Maps;

/// <summary>A program that draws no vector tiles asks for pictures of the map.</summary>
public sealed class AskingForPictures(SharedSite shared)
{
    /// <summary>Over Tân An.</summary>
    const string Tile = "/raster/plan/10/814/481.png";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/raster/plan/10/814/481.png", 256, 256)]
    [InlineData("/raster/plan/10/814/481@2x.png", 512, 512)]
    [InlineData("/raster/industrial-parks,districts/12/3260/1926.png", 256, 256)]
    [InlineData("/maps/plan.png", 1000, 700)]
    [InlineData("/maps/industrial-parks.png?bbox=106.2,10.5,106.8,11.0&width=640&height=480", 640, 480)]
    public async Task Gets_one_of_the_size_it_asked_for_with_something_on_it(string address, int width, int height)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation));

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(picture.Pixels.Distinct().Count() > 8, "The picture is empty.");
    }

    [Fact]
    public async Task Learns_by_a_strong_tag_that_nothing_has_changed_and_may_keep_a_fixed_moment()
    {
        using var client = await shared.Client();

        using var today = await client.GetAsync(Tile, Cancellation);
        using var then = await client.GetAsync(Tile + "?as-of=2025-06-30&known-at=r2", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, Tile) { Headers = { IfNoneMatch = { today.Headers.ETag! } } };
        using var again = await client.SendAsync(request, Cancellation);

        Assert.False(today.Headers.ETag!.IsWeak);
        Assert.True(today.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Contains("immutable", then.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(today.Headers.ETag, then.Headers.ETag);
        Assert.Equal("*", Assert.Single(today.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/raster/plan/99/0/0.png", 404)]
    [InlineData("/raster/plan/10/-1/481.png", 404)]
    [InlineData("/raster/plan/10/1024/481.png", 404)]
    [InlineData("/raster/plan/0x10/814/481.png", 404)]
    [InlineData("/raster/plan/10/1e3/481.png", 404)]
    [InlineData("/raster/plan/10/814/٣.png", 404)]
    [InlineData("/raster/plan/10/814/481@3x.png", 404)]
    [InlineData("/raster/nowhere/10/814/481.png", 404)]
    [InlineData("/raster/plan/10/814/481.png?as-of=yesterday", 400)]
    [InlineData("/maps/nowhere.png", 404)]
    [InlineData("/maps/districts,districts.png", 404)]
    [InlineData("/maps/plan.gif", 404)]
    [InlineData("/maps/plan.png?width=1", 400)]
    [InlineData("/maps/plan.png?width=100000", 400)]
    [InlineData("/maps/plan.png?height=1e3", 400)]
    [InlineData("/maps/plan.png?bbox=1,2,3", 400)]
    [InlineData("/maps/plan.png?bbox=106.8,10.5,106.2,11.0", 400)]
    [InlineData("/maps/plan.pdf?bbox=-180,-90,180,90", 400)]
    public async Task Is_refused_what_there_is_not(string address, int status)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Sees_neighbouring_tiles_meet()
    {
        using var client = await shared.Client();

        using var left = SKBitmap.Decode(await client.GetByteArrayAsync("/raster/province,sea,neighbours/9/406/240.png", Cancellation));
        using var right = SKBitmap.Decode(await client.GetByteArrayAsync("/raster/province,sea,neighbours/9/407/240.png", Cancellation));

        // The same ground on either side of the seam: almost all of its pixels are alike.
        var alike = Enumerable.Range(0, 256).Count(y => Distance(left.GetPixel(255, y), right.GetPixel(0, y)) < 24);
        Assert.InRange(alike, 235, 256);
    }

    static int Distance(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);
}

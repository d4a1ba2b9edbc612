using SkiaSharp;

namespace LongAnGis.IntegrationTests.Maps;

/// <summary>
/// What is drawn looks as people approved it. A change that is meant: put the picture that the failure names in place of the
/// approved one, after looking at it.
/// </summary>
public sealed class ApprovedPictures(SharedSite shared)
{
    /// <summary>Of 765, how different a pixel may be: smoothing of edges and letters differs between builds of Skia.</summary>
    const int Difference = 60;

    /// <summary>The share of pixels that may be more different than that.</summary>
    const double Tolerance = 0.01;

    /// <summary>A publication and a day, so that nothing that is published later changes the pictures.</summary>
    const string Moment = "as-of=2025-06-30&known-at=r4";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pictures => new()
    {
        { "sheet", $"/maps/province,districts,waterways,corridors.png?width=360&height=260&{Moment}" },
        { "symbols", $"/maps/province,districts,industrial-parks,urban-centres.png?bbox=106.3,10.7,106.6,10.95&width=320&height=280&{Moment}" },
        { "tile", $"/raster/plan/9/407/240.png?{Moment}" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Are_drawn_again_alike(string name, string address)
    {
        using var client = await shared.Client();
        var file = await client.GetByteArrayAsync(address, Cancellation);
        using var drawn = SKBitmap.Decode(file);
        using var approved = Approved(name);

        var share = Differing(drawn, approved);
        if (share > Tolerance)
        {
            var kept = Path.Combine(Path.GetTempPath(), $"longan-{name}.png");
            await File.WriteAllBytesAsync(kept, file, Cancellation);
            Assert.Fail($"{share:P1} of {name}'s pixels differ from the approved picture; the new one is {kept}.");
        }
    }

    [Fact]
    public void Differ_from_each_other_by_far_more_than_is_tolerated()
    {
        using var sheet = Approved("sheet");
        using var shifted = new SKBitmap(sheet.Info);
        using (var image = SKImage.FromBitmap(sheet))
        using (var canvas = new SKCanvas(shifted))
            canvas.DrawImage(image, 6, 6, SKSamplingOptions.Default);

        Assert.True(Differing(sheet, shifted) > 3 * Tolerance, $"{Differing(sheet, shifted):P1}");
    }

    static double Differing(SKBitmap one, SKBitmap other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        var (first, second) = (one.Pixels, other.Pixels);
        return first.Zip(second).Count(pair => Distance(pair.First, pair.Second) > Difference) / (double)first.Length;
    }

    static int Distance(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);

    static SKBitmap Approved(string name)
    {
        using var file = typeof(ApprovedPictures).Assembly.GetManifestResourceStream($"Maps/Approved/{name}.png")
            ?? throw new InvalidOperationException($"There is no approved picture {name}.");
        return SKBitmap.Decode(file);
    }
}

using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Styles;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.IntegrationTests.Styles;

/// <summary>Land that exists, is planned, is a vision or is proposed looks the same on the map, in the legend and on paper.</summary>
public sealed class DrawingByStatus : IAsyncLifetime
{
    TestSite site = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        await new Amendments(site).Publish([.. LandStatuses.All.Select((status, place) => Amendments.Create(
            "land-use", $"Z-{status.Code()}",
            Amendments.Content($"Khu {status.Code()}", Square(place), $$"""{"land_code": "SKK", "status": "{{status.Code()}}"}""")))]);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static string Square(int place) => string.Create(
        CultureInfo.InvariantCulture,
        $"POLYGON(({106.4 + (place * 0.02)} 10.6, {106.41 + (place * 0.02)} 10.6, {106.41 + (place * 0.02)} 10.61, {106.4 + (place * 0.02)} 10.61, {106.4 + (place * 0.02)} 10.6))");

    async Task<(Layers Layers, Layer Zones, PointInTime Moment)> Plan()
    {
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, Cancellation);
        var layers = await site.Services.GetRequiredService<LayerCatalogue>().All(moment.Revision, Cancellation);
        return (layers, layers.Find("land-use")!, moment);
    }

    [Fact]
    public async Task Dashes_dots_and_doubles_the_outlines_of_the_map()
    {
        using var client = site.CreateClient();

        var style = JsonElement.Parse(await client.GetStringAsync("/styles/plan.json", Cancellation));

        var drawn = style.GetProperty("layers").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("land-use.", StringComparison.Ordinal)).ToList();
        var outlines = drawn.Where(one => one.GetProperty("type").GetString() == "line").Select(one => one.GetProperty("paint")).ToList();
        Assert.All(outlines, paint => Assert.Equal(("#3B4A50", 1.25), (paint.GetProperty("line-color").GetString(), paint.GetProperty("line-width").GetDouble())));
        Assert.Contains(outlines, paint => paint.TryGetProperty("line-dasharray", out var dash) && dash.GetRawText() == "[4,2.5]");
        Assert.Contains(outlines, paint => paint.TryGetProperty("line-dasharray", out var dash) && dash.GetRawText() == "[1,2]");
        Assert.Contains(outlines, paint => paint.TryGetProperty("line-gap-width", out _));
        Assert.Contains(drawn, one => one.GetProperty("paint").TryGetProperty("fill-pattern", out _) && one.GetProperty("filter").GetRawText().Contains("planned", StringComparison.Ordinal));
        // Every zone is drawn once by each kind of line: a status that no test names would be drawn twice or never.
        Assert.Equal(2 * LandStatuses.All.Count, outlines.Count);
        Assert.Equal("[\"coalesce\",[\"get\",\"land_code\"],\"\"]", Assert.Single(drawn, one => one.GetProperty("type").GetString() == "symbol")
            .GetProperty("layout").GetProperty("text-field").GetRawText());
    }

    [Fact]
    public async Task Lists_each_status_of_a_class_in_the_legend_as_it_is_drawn()
    {
        var (_, zones, moment) = await Plan();
        var tallies = await site.Services.GetRequiredService<LayerTallies>().Of([zones], moment, Cancellation);

        var legend = Legend.Of(zones.Symbol, tallies["land-use"]);
        using var client = site.CreateClient();
        var page = await client.GetStringAsync("/?layers=land-use", Cancellation);

        var looks = zones.Symbol.Classes(dark: false).Single(one => one.Value == "SKK").Looks;
        Assert.Equal(LandStatuses.All.Select(status => ("SKK", (LandStatus?)status, looks.As(status), 1L)), legend.Select(line => (line.Value!, line.Status, line.Looks, line.Count)));
        var words = PageReading.Words(page);
        Assert.All(LandStatuses.All, status => Assert.Contains($"SKK Đất khu công nghiệp, {status.Name().Vi}", words, StringComparison.Ordinal));
        // The swatch of what is proposed has a second outline inside the first.
        Assert.Contains("x=\"4.25\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_the_four_as_the_screen_shows_them()
    {
        var (layers, _, _) = await Plan();
        var ground = Vn2000Zone.LongAn.GeometryFromWgs84(new GeometryFactory(new(), 4326).ToGeometry(new(106.39, 106.48, 10.59, 10.62))).EnvelopeInternal;
        var sheet = MapSheet.Showing(ground, new SKSize(900, 300));
        var features = await site.Services.GetRequiredService<MapFeatures>().On(sheet, ["land-use"], "686", new(2026, 12, 1), Cancellation);
        using var bitmap = new SKBitmap(1800, 600);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(2);
        new MapPicture(sheet, layers, Language.Vietnamese).Draw(canvas, [.. features.Select(feature => feature with { LabelGridMetres = null })], []);

        var (solid, hatched, empty, twice) = (Across(bitmap, sheet, 0), Across(bitmap, sheet, 1), Across(bitmap, sheet, 2), Across(bitmap, sheet, 3));

        Assert.Single(solid.Inside.Distinct());
        Assert.True(hatched.Inside.Distinct().Count() > 1, "A planned zone is hatched.");
        Assert.Equal(bitmap.GetPixel(400, 560), Assert.Single(empty.Inside.Distinct()));
        Assert.NotEqual(bitmap.GetPixel(400, 560), solid.Inside[0]);
        Assert.Equal((1, 2), (solid.OutlinesAtTheEdge, twice.OutlinesAtTheEdge));
    }

    // Pixels along a line from outside a square into its middle.
    static (List<SKColor> Inside, int OutlinesAtTheEdge) Across(SKBitmap bitmap, MapSheet sheet, int place)
    {
        SKPoint At(double longitude) => sheet.Place(Vn2000Zone.LongAn.GeometryFromWgs84(new Point(longitude, 10.6047) { SRID = 4326 }).Coordinate);
        var (edge, middle) = (At(106.4 + (place * 0.02)), At(106.405 + (place * 0.02)));
        var y = (int)(edge.Y * 2);
        var inside = Enumerable.Range((int)(edge.X * 2) + 14, (int)(middle.X * 2) - (int)(edge.X * 2) - 14).Select(x => bitmap.GetPixel(x, y)).ToList();
        var dark = Enumerable.Range((int)(edge.X * 2) - 12, 24).Select(x => bitmap.GetPixel(x, y).Red < 130).ToList();
        return (inside, dark.Zip(dark.Skip(1)).Count(pair => pair is (false, true)));
    }
}

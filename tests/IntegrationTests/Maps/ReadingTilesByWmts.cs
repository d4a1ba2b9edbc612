using System.Diagnostics;
using System.Net;
using System.Xml.Linq;
using LongAnGis.IntegrationTests.Ogc;

namespace LongAnGis.IntegrationTests.Maps;

/// <summary>Clients of WMTS get the tiles that XYZ has, row before column.</summary>
public sealed class ReadingTilesByWmts(OpenDataSite site) : IClassFixture<OpenDataSite>
{
    const string DebiansPython = "/usr/bin/python3";
    const string Keys = "/wmts?Service=WMTS&Request=GetTile&Version=1.0.0&Layer=plan&Style=default&Format=image/png&TileMatrixSet=GoogleMapsCompatible";

    static readonly XNamespace Wmts = "http://www.opengis.net/wmts/1.0", Ows = "http://www.opengis.net/ows/1.1";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_same_tile_by_keys_by_address_and_as_XYZ()
    {
        using var client = site.Client();
        var tile = await client.GetByteArrayAsync("/raster/plan/10/814/481.png", Cancellation);

        Assert.Equal(tile, await client.GetByteArrayAsync(Keys + "&TileMatrix=10&TileRow=481&TileCol=814", Cancellation));
        Assert.Equal(tile, await client.GetByteArrayAsync(Keys.ToUpperInvariant().Replace("/WMTS", "/wmts", StringComparison.Ordinal)
            .Replace("=PLAN", "=plan", StringComparison.Ordinal).Replace("=DEFAULT", "=default", StringComparison.Ordinal).Replace("IMAGE/PNG", "image/png", StringComparison.Ordinal)
            .Replace("GOOGLEMAPSCOMPATIBLE", "GoogleMapsCompatible", StringComparison.Ordinal).Replace("GETTILE", "GetTile", StringComparison.Ordinal) + "&TILEMATRIX=10&TILEROW=481&TILECOL=814", Cancellation));
        Assert.Equal(tile, await client.GetByteArrayAsync("/wmts/1.0.0/plan/default/GoogleMapsCompatible/10/481/814.png", Cancellation));
    }

    [Theory]
    [InlineData("/wmts", "MissingParameterValue", "request")]
    [InlineData("/wmts?service=WMS&request=GetCapabilities", "InvalidParameterValue", "service")]
    [InlineData("/wmts?service=WMTS&request=GetFeatureInfo", "OperationNotSupported", "request")]
    [InlineData(Keys + "&TileMatrix=10&TileRow=481", "MissingParameterValue", "tilecol")]
    [InlineData(Keys + "&TileMatrix=10&TileRow=481&TileCol=1024", "TileOutOfRange", "tilecol")]
    [InlineData(Keys + "&TileMatrix=10&TileRow=-1&TileCol=814", "TileOutOfRange", "tilerow")]
    [InlineData(Keys + "&TileMatrix=19&TileRow=0&TileCol=0", "InvalidParameterValue", "tilematrix")]
    [InlineData("/wmts/1.0.0/no-such-layer/default/GoogleMapsCompatible/10/481/814.png", "InvalidParameterValue", "layer")]
    [InlineData("/wmts/1.0.0/plan/default/WorldCRS84Quad/10/481/814.png", "InvalidParameterValue", "tilematrixset")]
    public async Task Answers_mistakes_with_an_exception_report(string address, string code, string locator)
    {
        using var client = site.Client();

        using var answer = await client.GetAsync(address, Cancellation);
        var report = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!.Element(Ows + "Exception")!;

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented);
        Assert.Equal((code, locator), (report.Attribute("exceptionCode")!.Value, report.Attribute("locator")!.Value));
    }

    [Fact]
    public async Task Lists_the_plan_and_every_public_layer_with_the_well_known_scales()
    {
        using var client = site.Client();

        var root = XDocument.Parse(await client.GetStringAsync("/wmts/1.0.0/WMTSCapabilities.xml", Cancellation)).Root!;

        var layers = root.Descendants(Wmts + "Layer").Select(layer => layer.Element(Ows + "Identifier")!.Value).ToList();
        Assert.Equal("plan", layers[0]);
        Assert.Contains("industrial-parks", layers);
        Assert.Equal(layers.Count, layers.Distinct().Count());
        var matrices = root.Descendants(Wmts + "TileMatrix").ToList();
        Assert.Equal(19, matrices.Count);
        Assert.Equal("559082264.0287178", matrices[0].Element(Wmts + "ScaleDenominator")!.Value);
    }

    [Fact]
    public async Task Gdal_reads_the_map_by_its_driver_and_stands_it_in_its_place()
    {
        Assert.SkipUnless(await IsThere("gdal_translate", "--version"), "GDAL (gdal-bin) is not installed and could not be.");
        var folder = Directory.CreateTempSubdirectory("longan-wmts-").FullName;
        try
        {
            // The extent of the tile 10/814/481 in Web Mercator: what comes is that tile, pixel by pixel.
            const double Side = 2 * 20037508.3427892 / 1024;
            var (west, north) = ((814 * Side) - 20037508.3427892, 20037508.3427892 - (481 * Side));
            var file = Path.Combine(folder, "tile.png");
            await Run(
                "gdal_translate", "-q", "-of", "PNG", "-outsize", "256", "256", "-projwin", Number(west), Number(north), Number(west + Side), Number(north - Side),
                $"WMTS:{site.Address}/wmts/1.0.0/WMTSCapabilities.xml,layer=plan", file);

            using var client = site.Client();
            using var expected = SkiaSharp.SKBitmap.Decode(await client.GetByteArrayAsync("/raster/plan/10/814/481.png", Cancellation));
            using var read = SkiaSharp.SKBitmap.Decode(file);
            var same = Enumerable.Range(0, 256 * 256).Count(at => Near(expected.GetPixel(at % 256, at / 256), read.GetPixel(at % 256, at / 256)));
            Assert.True(same > 0.98 * 256 * 256, $"{same} of 65536 pixels are the same");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Owslib_asks_for_a_tile_in_both_ways()
    {
        Assert.SkipUnless(await IsThere(DebiansPython, "-c", "import owslib"), "OWSLib (python3-owslib) is not installed and could not be.");

        var said = await Run(DebiansPython, "-c", $"""
            from owslib.wmts import WebMapTileService
            service = WebMapTileService('{site.Address}/wmts')
            assert 'GoogleMapsCompatible' in service.tilematrixsets
            west, south, east, north = service['plan'].boundingBoxWGS84
            assert 105 < west < 106 and 10 < south < 11 and 106 < east < 108 and 11 < north < 12
            tile = service.gettile(layer='plan', style='default', format='image/png', tilematrixset='GoogleMapsCompatible', tilematrix='10', row=481, column=814)
            print(len(tile.read()), len(service.contents))
            """);

        using var client = site.Client();
        var bytes = await client.GetByteArrayAsync("/raster/plan/10/814/481.png", Cancellation);
        Assert.StartsWith($"{bytes.Length} ", said, StringComparison.Ordinal);
    }

    static bool Near(SkiaSharp.SKColor one, SkiaSharp.SKColor other) =>
        (one.Alpha < 8 && other.Alpha < 8) || (Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) < 12 && Math.Abs(one.Alpha - other.Alpha) < 12);

    static string Number(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    static async Task<bool> IsThere(string program, params string[] arguments)
    {
        try
        {
            await Run(program, arguments);
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException(await errors);
    }
}

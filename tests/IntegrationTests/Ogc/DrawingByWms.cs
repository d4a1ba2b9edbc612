using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>Programs that know WMS 1.3.0 alone are drawn the same maps.</summary>
public sealed class DrawingByWms(SharedSite shared)
{
    const string Map = "/wms?service=WMS&version=1.3.0&request=GetMap&layers=communes&styles=&width=300&height=200&format=image/png";

    const string Degrees = "&crs=CRS:84&bbox=106.3,10.5,106.6,10.7";

    static readonly XNamespace Wms = "http://www.opengis.net/wms";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capabilities_name_every_public_layer_with_its_days_its_legend_and_boxes_in_the_axes_of_each_system()
    {
        using var client = await shared.Client();

        var document = XDocument.Parse(await client.GetStringAsync("/wms?SERVICE=WMS&REQUEST=GetCapabilities", Cancellation));

        var layers = document.Descendants(Wms + "Layer").Where(layer => layer.Element(Wms + "Name") is not null).ToList();
        Assert.Equal((await client.Ask("/styles/plan.json")).GetProperty("metadata").GetProperty("longan:layers").EnumerateObject().Select(one => one.Name).Order(), layers.Select(layer => layer.Element(Wms + "Name")!.Value).Order());
        Assert.All(layers, layer => Assert.EndsWith("/P1D", layer.Element(Wms + "Dimension")!.Value, StringComparison.Ordinal));
        var province = layers.Single(layer => layer.Element(Wms + "Name")!.Value == "province");
        var (crs84, epsg) = (Box(province, "CRS:84"), Box(province, "EPSG:4326"));
        Assert.Equal(crs84, (epsg.Item2, epsg.Item1, epsg.Item4, epsg.Item3));
        var legend = province.Descendants(Wms + "LegendURL").Single();
        var picture = await client.GetByteArrayAsync(new Uri(legend.Descendants(Wms + "OnlineResource").Single().Attributes().Last().Value).PathAndQuery, Cancellation);
        Assert.Equal(((int)legend.Attribute("width")!, (int)legend.Attribute("height")!), Size(picture));

        static (double, double, double, double) Box(XElement layer, string crs) =>
            layer.Elements(Wms + "BoundingBox").Where(box => box.Attribute("CRS")!.Value == crs)
                .Select(box => ((double)box.Attribute("minx")!, (double)box.Attribute("miny")!, (double)box.Attribute("maxx")!, (double)box.Attribute("maxy")!)).Single();
    }

    [Fact]
    public async Task The_same_window_is_the_same_picture_whichever_axis_its_system_puts_first()
    {
        using var client = await shared.Client();

        var east = await client.GetByteArrayAsync(Map + Degrees, Cancellation);
        var north = await client.GetByteArrayAsync(Map + "&crs=EPSG:4326&bbox=10.5,106.3,10.7,106.6", Cancellation);
        var exchanged = await client.GetByteArrayAsync(Map + "&crs=EPSG:4326&bbox=10.6,80.3,10.7,80.6", Cancellation);
        var grid = await client.GetByteArrayAsync(Map + "&crs=EPSG:9210&bbox=560000,1161000,593000,1183000", Cancellation);

        Assert.Equal((300, 200), Size(east));
        Assert.Equal(east, north);
        Assert.NotEqual(east, exchanged);
        Assert.NotEqual(east, grid);
    }

    [Fact]
    public async Task A_past_day_is_drawn_as_it_was()
    {
        using var client = await shared.Client();
        const string districts = "/wms?version=1.3.0&request=GetMap&layers=districts&styles=&width=300&height=200&format=image/png" + Degrees;

        var today = await client.GetByteArrayAsync(districts, Cancellation);
        var before = await client.GetByteArrayAsync(districts + "&time=2025-06-30", Cancellation);
        var moment = await client.GetByteArrayAsync(districts + "&TIME=2025-06-30T00:00:00Z", Cancellation);

        Assert.NotEqual(today, before);
        Assert.Equal(before, moment);
    }

    [Fact]
    public async Task The_feature_under_a_pixel_is_the_one_that_the_place_is_in()
    {
        using var client = await shared.Client();
        // The middle of the picture is 106.45 east, 10.6 north.
        var expected = (await client.Items("communes", ("bbox", "106.45,10.6,106.45,10.6"))).Features().Single().Property("code").GetString();
        const string info = "/wms?version=1.3.0&request=GetFeatureInfo&layers=communes&query_layers=communes&styles=&width=301&height=201&i=150&j=100" + Degrees;

        var json = JsonElement.Parse(await client.GetStringAsync(info + "&info_format=application/json", Cancellation));
        var plain = await client.GetStringAsync(info + "&info_format=text/plain", Cancellation);
        var html = await client.GetStringAsync(info + "&info_format=text/html", Cancellation);
        var nothing = JsonElement.Parse(await client.GetStringAsync(info.Replace("=communes", "=urban-centres", StringComparison.Ordinal).Replace("bbox=106.3,10.5,106.6,10.7", "bbox=80,5,81,6", StringComparison.Ordinal), Cancellation));

        var feature = json.Features().Single();
        Assert.Equal(expected, feature.Property("code").GetString());
        Assert.Contains(feature.Property("name_vi").GetString()!, plain, StringComparison.Ordinal);
        Assert.Contains("<table>", html, StringComparison.Ordinal);
        Assert.Empty(nothing.Features());
    }

    [Theory]
    [InlineData(Map + "&crs=EPSG:32648&bbox=1,2,3,4", "InvalidCRS")]
    [InlineData(Map + "&crs=http://169.254.169.254/x&bbox=1,2,3,4", "InvalidCRS")]
    [InlineData(Map + "&crs=CRS:84&bbox=106.6,10.5,106.3,10.7", "bbox")]
    [InlineData(Map + "&crs=CRS:84&bbox=1,2,NaN,4", "bbox")]
    [InlineData(Map + "&crs=CRS:84", "BBOX")]
    [InlineData("/wms?version=1.3.0&request=GetMap&layers=no-such&styles=&width=10&height=10&format=image/png" + Degrees, "LayerNotDefined")]
    [InlineData("/wms?version=1.3.0&request=GetMap&layers=communes&styles=pretty&width=10&height=10&format=image/png" + Degrees, "StyleNotDefined")]
    [InlineData("/wms?version=1.3.0&request=GetMap&layers=communes&styles=&width=100000&height=10&format=image/png" + Degrees, "WIDTH")]
    [InlineData("/wms?version=1.3.0&request=GetMap&layers=communes&styles=&width=10&height=10&format=image/tiff" + Degrees, "InvalidFormat")]
    [InlineData(Map + Degrees + "&time=yesterday", "InvalidDimensionValue")]
    [InlineData(Map + Degrees + "&Layers=roads", "Layers")]
    [InlineData("/wms?version=1.3.0&request=GetFeatureInfo&layers=communes&query_layers=communes&width=10&height=10&i=10&j=0" + Degrees, "InvalidPoint")]
    [InlineData("/wms?version=1.1.1&request=GetMap&layers=communes", "VERSION")]
    [InlineData("/wms?request=DropTable", "OperationNotSupported")]
    [InlineData("/wms?service=WFS&request=GetCapabilities", "SERVICE")]
    [InlineData("/wms", "REQUEST")]
    public async Task What_cannot_be_drawn_is_refused_by_an_exception_that_names_it(string address, string said)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var report = XDocument.Parse(text).Root!;
        Assert.Equal("ServiceExceptionReport", report.Name.LocalName);
        Assert.Contains(said, text, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(report.Value);
    }

    static (int, int) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}

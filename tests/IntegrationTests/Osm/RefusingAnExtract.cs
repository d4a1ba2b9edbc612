using System.IO.Compression;
using System.Text;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>What cannot be imported is refused in one sentence, and nothing is written; so all these share one site.</summary>
public sealed class RefusingAnExtract(RefusingAnExtract.Untouched untouched) : IClassFixture<RefusingAnExtract.Untouched>
{
    const string WithoutGeometry = "<osm version=\"0.6\"><way id=\"1\"><tag k=\"waterway\" v=\"canal\"/></way></osm>";

    public sealed class Untouched : IAsyncLifetime
    {
        public ImportingSite Site { get; private set; } = null!;

        public int Revision { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Site = await ImportingSite.Start();
            Revision = await Site.Revision();
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    readonly ImportingSite site = untouched.Site;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Good { get; } = new OsmXml().Way(201, "106.20 10.60, 106.22 10.62", "waterway=canal", "name=Kênh Thủ Thừa").ToString();

    async Task Refused(Func<Task<int>> import, string because)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(import);

        Assert.Contains(because, refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(untouched.Revision, await site.Revision());
        Assert.Empty(await site.FromExtract("canals"));
        Assert.True(site.IsTidy);
    }

    [Theory]
    [InlineData("khong-co.osm.pbf")]
    [InlineData("/vsicurl/http://127.0.0.1/x.osm")]
    [InlineData("http://127.0.0.1/x.osm.pbf")]
    [InlineData("/tmp")]
    public Task A_file_that_is_not_there(string path) => Refused(() => site.Run("osm", path), "There is no file");

    [Theory]
    [InlineData("")]
    [InlineData("xin chào")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}")]
    [InlineData("<kml><!-- <osm --></kml>")]
    [InlineData("<OGRVRTDataSource><!-- <osm --><OGRVRTLayer name=\"lines\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")]
    [InlineData("<!DOCTYPE osm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><osm>&x;</osm>")]
    [InlineData("\0\0\0\u000d\n\tOSMHeader\u0018\u0001\u0001")]
    [InlineData("\u001f\u008b\u0008")]
    public Task A_file_that_is_no_extract(string content) => Refused(
        () =>
        {
            File.WriteAllBytes(site.PathTo("a.osm"), Encoding.Latin1.GetBytes(content));
            return site.Import(new FileInfo(site.PathTo("a.osm")));
        },
        "no OpenStreetMap extract");

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public Task An_xml_file_that_breaks_off(double part) => Refused(
        () => site.Import(Good[..(int)(Good.Length * part)]), "truncated or damaged");

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public Task A_pbf_file_that_breaks_off(int missing) => Refused(
        () =>
        {
            var whole = File.ReadAllBytes(SampleExtract.Pbf);
            File.WriteAllBytes(site.PathTo("cut.osm.pbf"), whole[..^missing]);
            return site.Import(new FileInfo(site.PathTo("cut.osm.pbf")));
        },
        "truncated or damaged");

    [Fact]
    public Task A_compressed_file_that_breaks_off() => Refused(
        () =>
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(Encoding.UTF8.GetBytes(Good));
            File.WriteAllBytes(site.PathTo("cut.osm.gz"), packed.ToArray()[..^60]);
            return site.Import(new FileInfo(site.PathTo("cut.osm.gz")));
        },
        "truncated or damaged");

    [Fact]
    public Task A_tag_of_a_megabyte() => Refused(
        () => site.Import(Good.Replace("Kênh Thủ Thừa", new string('x', 1_000_000), StringComparison.Ordinal)), "truncated or damaged");

    [Fact]
    public Task A_file_whose_ways_come_before_their_nodes() => Refused(
        () => site.Import(Good.Replace("</osm>", "<node id=\"5\" lat=\"10.6\" lon=\"106.2\"/></osm>", StringComparison.Ordinal)),
        "osmium sort");

    [Fact]
    public Task An_extract_of_another_country() => Refused(
        () => site.Import(new OsmXml().Way(1, "2.35 48.85, 2.36 48.86", "highway=primary", "name=Rue de Rivoli")),
        "inside the map window");

    [Fact]
    public Task An_extract_without_geometry() => Refused(() => site.Import(WithoutGeometry), "inside the map window");

    [Fact]
    public async Task Any_file_on_a_machine_without_gdal()
    {
        await using var bare = await ImportingSite.Start(new OsmLimits { Ogr2Ogr = "no-such-ogr2ogr" });

        var refusal = await Assert.ThrowsAsync<StartupException>(() => bare.Import(Good));

        Assert.Contains("apt-get install gdal-bin", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Osm:OutputBytes")]
    [InlineData("Osm:TemporaryBytes")]
    public async Task More_than_the_limits_allow(string limit)
    {
        await using var small = await ImportingSite.Start(limit switch
        {
            "Osm:OutputBytes" => new OsmLimits { OutputBytes = 100 },
            _ => new OsmLimits { TemporaryBytes = 100 },
        });
        await using (var gzip = new GZipStream(File.Create(small.PathTo("a.osm.gz")), CompressionLevel.Fastest))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Good), Cancellation);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => small.Import(new FileInfo(small.PathTo("a.osm.gz"))));

        Assert.Contains(limit, refusal.Sentence, StringComparison.Ordinal);
        Assert.True(small.IsTidy);
    }

    [Theory]
    [InlineData]
    [InlineData("osm")]
    [InlineData("shp", "a.shp")]
    [InlineData("osm", "a.osm", "b.osm")]
    public async Task A_command_that_says_something_else(params string[] words) => Assert.Equal(2, await site.Run(words));
}

using System.Diagnostics;
using System.IO.Compression;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>The same data is the same map, however the extract is written.</summary>
public sealed class ReadingEveryFormat
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Xml_pbf_and_compressed_xml_say_the_same()
    {
        await using var site = await ImportingSite.Start();
        await site.Import(new FileInfo(SampleExtract.Pbf));
        var revision = await site.Revision();
        Assert.Equal(
            ["way-11|Quốc lộ 62", "way-13|Đường Trà Quý Bình"], await site.FromExtract("roads"));
        Assert.StartsWith(
            "sample.osm.pbf, 2026-10-05 20:21 UTC",
            (await site.Public($"SELECT instrument.number FROM pub.instrument WHERE code = 'osm-20261005-202102-sample'")).Single(),
            StringComparison.Ordinal);

        await site.Import(new FileInfo(SampleExtract.Xml));
        Assert.Equal(revision, await site.Revision());

        await site.Import(await Gzipped(site));
        Assert.Equal(revision, await site.Revision());

        await site.Import(await Bzipped(site));
        Assert.Equal(revision, await site.Revision());
    }

    [Fact]
    public async Task A_file_saved_from_an_editor_need_not_be_sorted()
    {
        await using var site = await ImportingSite.Start();

        await site.Import(new OsmXml { Taken = null }
            .Way(201, "106.20 10.60, 106.22 10.62", "waterway=canal", "name=Kênh Thủ Thừa")
            .Place(5, "106.1 10.7", "place=village", "name=Thủy Đông"));

        Assert.Single(await site.FromExtract("canals"));
        Assert.Single(await site.FromExtract("places"));
    }

    [Fact]
    public async Task A_file_without_a_date_is_as_current_as_its_newest_edit()
    {
        await using var site = await ImportingSite.Start();

        await site.Import(new OsmXml { Taken = null }.Way(201, "106.20 10.60, 106.22 10.62", "waterway=canal", "name=Kênh Thủ Thừa"));

        Assert.Equal(["2026-09-01"], await site.Public("SELECT currency_on::text FROM pub.layer WHERE code = 'canals'"));
    }

    static async Task<FileInfo> Gzipped(ImportingSite site)
    {
        var path = site.PathTo("sample.osm.gz");
        await using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        await gzip.WriteAsync(await File.ReadAllBytesAsync(SampleExtract.Xml, Cancellation), Cancellation);
        return new(path);
    }

    static async Task<FileInfo> Bzipped(ImportingSite site)
    {
        var path = site.PathTo("sample.osm.bz2");
        using var bzip2 = Process.Start(new ProcessStartInfo("bzip2", ["--stdout", SampleExtract.Xml]) { RedirectStandardOutput = true })!;
        await using (var packed = File.Create(path))
            await bzip2.StandardOutput.BaseStream.CopyToAsync(packed, Cancellation);
        await bzip2.WaitForExitAsync(Cancellation);
        return new(path);
    }
}

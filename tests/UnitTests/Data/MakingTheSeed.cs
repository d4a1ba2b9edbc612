using System.Text;
using LongAnGis.Seed;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Data;

public class MakingTheSeed
{
    [Fact]
    public void Gives_the_committed_files_from_the_reference_facts()
    {
        var reference = Environment.GetEnvironmentVariable("LONGAN_REFERENCE_DATA")
            ?? Path.Combine(SeedData.Root, "..", "shared", "data");
        Assert.SkipUnless(
            File.Exists(Path.Combine(reference, "corridors.csv")),
            "The reference facts are not on this machine: set LONGAN_REFERENCE_DATA to their folder to check data/ against them.");

        Assert.All(SeedFiles.Build(reference), file => Assert.Equal(
            Encoding.UTF8.GetString(file.Value), File.ReadAllText(Path.Combine(SeedData.Folder, file.Key))));
    }

    [Fact]
    public void Writes_down_the_checksums_of_the_committed_files() => Assert.True(
        Checksums.Expected(SeedData.Folder) == File.ReadAllText(Path.Combine(SeedData.Folder, "README.md")),
        "data/ has changed: run dotnet run --project tools/LongAnGis.Seed -- checksums data");

    [Fact]
    public void Spreads_symbols_inside_a_bent_area_and_around_those_that_stand_there()
    {
        var area = new WKTReader().Read("POLYGON ((0 0, 10 0, 10 2, 2 2, 2 10, 0 10, 0 0))");
        var taken = new Coordinate(1, 9);

        var sites = Spread.Inside(area, [taken], 5);

        Assert.Equal(5, sites.Length);
        Assert.All(sites, site => Assert.True(area.Contains(area.Factory.CreatePoint(site))));
        Assert.All(sites.Append(taken), site => Assert.DoesNotContain(
            sites, other => !ReferenceEquals(other, site) && other.Distance(site) < 1));
        Assert.Equal(sites, Spread.Inside(area, [taken], 5));
    }

    [Fact]
    public void Reads_back_the_tables_it_writes()
    {
        var text = Csv.Write(["name", "note"], [["Xã Tân Lập (Mộc Hóa, trước 7/2025)", "«Làng nổi», \"135 ha\"\nQL62"], ["b", null]]);

        var rows = Csv.Read(text);

        Assert.Equal("Xã Tân Lập (Mộc Hóa, trước 7/2025)", rows[0]["name"]);
        Assert.Equal("«Làng nổi», \"135 ha\"\nQL62", rows[0]["note"]);
        Assert.Null(rows[1].Text("note"));
    }
}

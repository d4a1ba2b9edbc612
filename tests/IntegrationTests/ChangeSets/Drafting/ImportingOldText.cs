using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static LongAnGis.IntegrationTests.ChangeSets.Drafting.ImportingAFile;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Files from before Unicode are asked about with samples to look at; what is stored reads Vietnamese.</summary>
public sealed class ImportingOldText(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>, IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("longan-old-text-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    const string Meant = "Huyện Đức Hòa";

    public static TheoryData<string, string> Encodings => new()
    {
        { "tcvn3", "HuyÖn §øc Hßa" },
        { "vni", "Huyeän Ñöùc Hoøa" },
        { "windows-1258", "Huyêòn Ðýìc HoÌa" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_table_of_corners_is_shown_in_each_encoding_and_read_in_the_chosen_one(string encoding, string written)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var table = Encoding.Latin1.GetBytes($"ma,ten,X,Y\nk-1,{written},1172000,571000\nk-1,,1172000,572000\nk-1,,1173000,572000\n");

        using var asked = await Import(planner, changeSet, table, crs: "9210");
        await AsksFor(asked, encoding);
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));

        await Drafting.Json(await Import(planner, changeSet, table, crs: "9210", encoding: encoding));
        Assert.Equal(Meant.Normalize(), Name(await OnlyChange(planner, changeSet)));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_table_of_a_shapefile_is_asked_about_and_then_read(string encoding, string written)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var file = await Shapefile(Encoding.Latin1.GetBytes(written), codePage: null);

        using var asked = await Import(planner, changeSet, file);
        await AsksFor(asked, encoding);

        await Drafting.Json(await Import(planner, changeSet, file, encoding: encoding));
        Assert.Equal(Meant.Normalize(), Name(await OnlyChange(planner, changeSet)));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("65001")]
    [InlineData(null)]
    [InlineData("ANSI 1252")]
    public async Task A_shapefile_in_Unicode_needs_no_question_whatever_it_says(string? codePage)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        await Drafting.Json(await Import(planner, changeSet, await Shapefile(Encoding.UTF8.GetBytes(Meant), codePage)));

        Assert.Equal(Meant.Normalize(), Name(await OnlyChange(planner, changeSet)));
    }

    [Fact]
    public async Task A_code_page_that_its_bytes_deny_or_that_nobody_knows_is_asked_about()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var written = Encoding.Latin1.GetBytes("HuyÖn §øc Hßa");

        using var denied = await Import(planner, changeSet, await Shapefile(written, "UTF-8"));
        using var unknown = await Import(planner, changeSet, await Shapefile(written, "KOI7-<script>"));

        await AsksFor(denied, "tcvn3");
        await AsksFor(unknown, "tcvn3");
    }

    [Fact]
    public async Task Old_text_that_was_copied_into_Unicode_letter_by_letter_is_not_stored_as_it_is()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var file = Bytes($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"m-1","ten":"HuyÖn §øc Hßa"},"geometry":{{{Drafting.Square}}}}]}""");

        using var asked = await Import(planner, changeSet, file);
        await AsksFor(asked, "tcvn3");

        await Drafting.Json(await Import(planner, changeSet, file, encoding: "tcvn3"));
        Assert.Equal(Meant.Normalize(), Name(await OnlyChange(planner, changeSet)));
    }

    [Fact]
    public async Task An_encoding_that_nobody_knows_is_refused()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var answer = await Import(planner, changeSet, Bytes("X,Y\n1172000,571000\n"), crs: "9210", encoding: "koi8");

        Assert.Contains("tcvn3", await Detail(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    static async Task AsksFor(HttpResponseMessage answer, string likely)
    {
        var problem = await Drafting.Json(answer, HttpStatusCode.BadRequest);
        Assert.Equal("encoding", problem["ask"]!.GetValue<string>());
        var choices = problem["choices"]!.AsArray();
        var choice = Assert.Single(choices, one => one!["isLikely"]!.GetValue<bool>())!;
        Assert.Equal(likely, choice["code"]!.GetValue<string>());
        Assert.Contains(choice["samples"]!.AsArray(), sample => sample!.GetValue<string>().Contains(Meant.Normalize(), StringComparison.Ordinal));
    }

    static string Name(JsonNode change) => change["properties"]!["nameVi"]!.GetValue<string>();

    /// <summary>A zipped shapefile whose one name holds these bytes.</summary>
    async Task<byte[]> Shapefile(byte[] name, string? codePage)
    {
        foreach (var old in Directory.GetFiles(folder))
            File.Delete(old);
        var source = Path.Combine(folder, "source.geojson");
        var held = new string('#', name.Length);
        await File.WriteAllTextAsync(
            source, $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"s-1","ten":"{{{held}}}"},"geometry":{{{Drafting.Square}}}}]}""", Cancellation);
        using var program = Process.Start("ogr2ogr", ["-f", "ESRI Shapefile", Path.Combine(folder, "a.shp"), source]);
        await program.WaitForExitAsync(Cancellation);
        var table = await File.ReadAllBytesAsync(Path.Combine(folder, "a.dbf"), Cancellation);
        name.CopyTo(table.AsSpan(table.AsSpan().IndexOf(Encoding.ASCII.GetBytes(held))));
        File.Delete(Path.Combine(folder, "a.cpg"));
        var parts = new List<(string, byte[])> { ("a.dbf", table) };
        foreach (var part in new[] { "shp", "shx", "prj" })
            parts.Add(($"a.{part}", await File.ReadAllBytesAsync(Path.Combine(folder, $"a.{part}"), Cancellation)));
        if (codePage is not null)
            parts.Add(("a.cpg", Bytes(codePage)));
        return Zip([.. parts]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.IntegrationTests.ChangeSets.Drafting;
using LongAnGis.IntegrationTests.Ogc;
using static LongAnGis.IntegrationTests.ChangeSets.Drafting.Drafting;

namespace LongAnGis.IntegrationTests.Exchange;

/// <summary>What is exported and imported again is no change, in any format; what somebody did to it in between is that change alone.</summary>
public sealed class ComingBackUnchanged(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    const string Grid = "http://www.opengis.net/def/crs/EPSG/0/9210", Degrees = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Formats
    {
        get
        {
            var formats = new TheoryData<string, string, string>();
            foreach (var (format, layers) in new[]
            {
                ("geojson", "industrial-parks corridors"), ("gpkg", "industrial-parks corridors"), ("shp", "socio-economic-zones corridors"),
                ("xlsx", "industrial-parks"), ("csv", "industrial-parks corridors"), ("fgb", "industrial-parks corridors"), ("tab", "industrial-parks corridors"),
                ("mif", "industrial-parks corridors"), ("dxf", "socio-economic-zones"),
            })
            {
                foreach (var layer in layers.Split(' '))
                {
                    formats.Add(format, layer, Grid);
                }
            }

            foreach (var format in new[] { "geojson", "gpkg", "shp", "csv", "kml", "kmz", "fgb", "tab", "mif" })
            {
                formats.Add(format, "socio-economic-zones", Degrees);
            }

            return formats;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task By_every_format_and_reference_system(string format, string layer, string crs)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var file = await Export(planner, layer, format, crs);

        // A drawing says nothing of its reference system, and is asked about.
        var preview = await Json(await Import(planner, changeSet, layer, file, preview: true, crs: format == "dxf" ? "9210" : null));

        var features = (await planner.Items(layer, ("limit", "1000"), ("datetime", "2026-06-01"))).Features().ToList();
        Assert.Equal("[]", preview["features"]!.ToJsonString());
        Assert.Equal((0, 0, 0, 0), (Number(preview, "creates"), Number(preview, "updates"), Number(preview, "deletes"), Number(preview, "refused")));
        // What has no place is in no drawing.
        Assert.Equal(
            features.Count(one => format != "dxf" || one.GetProperty("geometry").ValueKind != System.Text.Json.JsonValueKind.Null), Number(preview, "same"));
        Assert.NotEmpty(features);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    public async Task Except_for_what_was_changed_added_or_taken_out(string format)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var text = Encoding.UTF8.GetString(format == "csv"
            ? Unpacked(await Export(planner, "corridors", "csv", Degrees)) : await Export(planner, "corridors", format, Degrees));
        var items = (await planner.Items("corridors", ("limit", "100"))).Features().ToList();
        var (renamed, removed) = (items[0].Property("code").GetString()!, items[1].Property("code").GetString()!);

        var preview = await Json(await Import(planner, changeSet, "corridors", Encoding.UTF8.GetBytes(Edited(text, format, renamed, removed)), preview: true, deletes: true));

        var told = preview["features"]!.AsArray().ToDictionary(one => one!["code"]!.GetValue<string>(), one => one!);
        Assert.Equal((0, 1, 1), (Number(preview, "creates"), Number(preview, "updates"), Number(preview, "deletes")));
        Assert.Equal("""["name_vi"]""", told[renamed]["changed"]!.ToJsonString());
        Assert.Equal("delete", told[removed]["action"]!.GetValue<string>());
        Assert.Empty(Changes(await Draft(planner, changeSet)));
    }

    [Fact]
    public async Task And_lands_as_one_update_when_it_is_imported()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var before = Encoding.UTF8.GetString(await Export(planner, "corridors", "geojson", Grid));
        var item = (await planner.Items("corridors", ("limit", "1"))).Features().Single();
        var after = Edited(before, "geojson", item.Property("code").GetString()!, removed: null);

        var report = await Json(await Import(planner, changeSet, "corridors", Encoding.UTF8.GetBytes(after)));
        using var again = await Import(planner, changeSet, "corridors", Encoding.UTF8.GetBytes(before));

        Assert.Equal(1, Number(report, "taken"));
        var change = Assert.Single(Changes(await Draft(planner, changeSet)))!["properties"]!;
        Assert.Equal("update", change["op"]!.GetValue<string>());
        Assert.EndsWith("(sửa)", change["nameVi"]!.GetValue<string>(), StringComparison.Ordinal);
        // The set changes that feature already: a second wish for it is refused, with the place of the first.
        Assert.Contains("đã có thay đổi số 1", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maps_columns_by_what_a_person_says_and_suggests_what_resembles()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        const string Table = "KYHIEU,TENGOI,CHUC_NANG,wkt_epsg_4326\nm-1,Khu một,ở,\"POLYGON ((106.4 10.6, 106.41 10.6, 106.41 10.61, 106.4 10.61, 106.4 10.6))\"\n";

        var asked = await Json(await Import(planner, changeSet, "socio-economic-zones", Encoding.UTF8.GetBytes(Table), preview: true));
        var mapped = await Json(await Import(
            planner, changeSet, "socio-economic-zones", Encoding.UTF8.GetBytes(Table), fields: """{"code":"KYHIEU","name_vi":"TENGOI","functions":"CHUC_NANG"}"""));

        Assert.Contains(asked["suggestions"]!.AsArray(), one => one!["field"]!.GetValue<string>() == "CHUC_NANG" && one["attribute"]!.GetValue<string>() == "functions");
        Assert.Equal(1, Number(mapped, "taken"));
        var change = Assert.Single(Changes(await Draft(planner, changeSet)))!["properties"]!;
        Assert.Equal(("m-1", "Khu một", "ở"), (change["code"]!.GetValue<string>(), change["nameVi"]!.GetValue<string>(), change["attributes"]!["functions"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Previews_what_the_rules_find_and_writes_nothing()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        // Over a corner of the province and far beyond it.
        const string Table = "code,name_vi,wkt_epsg_4326\nr-1,Khu một,\"POLYGON ((106.4 10.6, 106.6 10.6, 106.6 10.7, 106.4 10.7, 106.4 10.6))\"\nr-2,Khu hai,\"POLYGON ((106.5 10.6, 106.7 10.6, 106.7 10.7, 106.5 10.7, 106.5 10.6))\"\n";

        var preview = await Json(await Import(planner, changeSet, "socio-economic-zones", Encoding.UTF8.GetBytes(Table), preview: true));

        Assert.Equal(2, Number(preview, "creates"));
        Assert.Contains(preview["findings"]!.AsArray(), finding => finding!["code"]!.GetValue<string>() is "r-1" or "r-2");
        Assert.NotNull(preview["features"]![0]!["geometry"]);
        Assert.Empty(Changes(await Draft(planner, changeSet)));
    }

    [Theory]
    [InlineData("code,wkt_epsg_4326\na,POINT (106.4 10.6)\na,POINT (106.5 10.6)\n", HttpStatusCode.UnprocessableEntity, "lặp lại ở các dòng 2, 3")]
    [InlineData("code,wkt_epsg_4326\na,POINT (NaN 10.6)\n", HttpStatusCode.BadRequest, "NaN")]
    [InlineData("code,wkt_epsg_4326\na,POINT (1e999 10.6)\n", HttpStatusCode.BadRequest, "Dòng 2")]
    [InlineData("code,wkt_epsg_4326\na,\"LINESTRING (106.4 10.6, 106.5 10.6)\"\n", HttpStatusCode.UnprocessableEntity, "")]
    [InlineData("code,wkt\na,POINT (106.4 10.6)\n", HttpStatusCode.BadRequest, "không ghi hệ tọa độ")]
    [InlineData("code,wkt_epsg_3857\na,POINT (106.4 10.6)\n", HttpStatusCode.BadRequest, "4326")]
    public async Task Refuses_with_a_sentence_of_its_own(string table, HttpStatusCode status, string sentence)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var answer = await Import(planner, changeSet, "socio-economic-zones", Encoding.UTF8.GetBytes(table));

        Assert.Contains(sentence, System.Text.RegularExpressions.Regex.Unescape((await Json(answer, status)).ToJsonString()), StringComparison.Ordinal);
        Assert.Empty(Changes(await Draft(planner, changeSet)));
    }

    [Theory]
    [InlineData("fgb")]
    [InlineData("tab")]
    [InlineData("mif")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("kmz")]
    [InlineData("dxf")]
    [InlineData("dgn")]
    [InlineData("gpkg")]
    [InlineData("shp")]
    public async Task Refuses_what_was_cut_off_on_its_way(string format)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var file = await Export(planner, "socio-economic-zones", format, format == "kmz" ? Degrees : Grid);

        using var answer = await Import(planner, changeSet, "socio-economic-zones", file[..(file.Length * 2 / 3)], crs: format is "dxf" or "dgn" ? "9210" : null);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        Assert.NotEmpty((await Json(answer, answer.StatusCode))["detail"]!.GetValue<string>());
        Assert.Empty(Changes(await Draft(planner, changeSet)));
    }

    static int Number(JsonNode report, string name) => report[name]!.GetValue<int>();

    // On the day of the change set, which is what it would change.
    static async Task<byte[]> Export(HttpClient client, string layer, string format, string crs)
    {
        using var answer = await client.GetAsync(
            OgcAnswersRead.Address($"/export/{layer}", ("f", format), ("crs", crs), ("datetime", "2026-06-01")), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    static Task<HttpResponseMessage> Import(
        HttpClient client, Guid changeSet, string layer, byte[] file, bool preview = false, bool deletes = false, string? crs = null, string? fields = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "=cmd|'../../etc/passwd" } };
        foreach (var (name, value) in new[]
        {
            ("layer", layer), ("key", Guid.NewGuid().ToString()), ("match", "code"), ("preview", preview ? "true" : null), ("deletes", deletes ? "true" : null),
            ("crs", crs), ("fields", fields),
        })
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }
        }

        return client.PostAsync($"/change-sets/{changeSet}/import", form, Cancellation);
    }

    static byte[] Unpacked(byte[] archive)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive));
        using var entry = zip.Entries.Single(one => one.Name.EndsWith(".csv", StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    // One feature gets another name, another goes.
    static string Edited(string text, string format, string renamed, string? removed)
    {
        if (format == "csv")
        {
            var lines = text.Split("\r\n").Where(line => removed is null || !line.StartsWith(removed + ",", StringComparison.Ordinal)).ToList();
            var at = lines.FindIndex(line => line.StartsWith(renamed + ",", StringComparison.Ordinal));
            var cells = lines[at].Split(',');
            cells[1] = cells[1].EndsWith('"') ? cells[1][..^1] + " (sửa)\"" : cells[1] + " (sửa)";
            lines[at] = string.Join(',', cells);
            return string.Join("\r\n", lines);
        }

        var collection = JsonNode.Parse(text)!;
        var features = collection["features"]!.AsArray();
        foreach (var feature in features.Where(one => one!["properties"]!["code"]!.GetValue<string>() == removed).ToList())
        {
            features.Remove(feature);
        }

        var named = features.Single(one => one!["properties"]!["code"]!.GetValue<string>() == renamed)!["properties"]!;
        named["name_vi"] = named["name_vi"]!.GetValue<string>() + " (sửa)";
        return collection.ToJsonString();
    }
}

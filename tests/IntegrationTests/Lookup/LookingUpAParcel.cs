using System.Net;
using System.Text.Json;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody pastes the corner table of a certificate and reads what the plan says there.</summary>
public sealed class LookingUpAParcel(SharedSite shared)
{
    const string Parcel = "1 1203700 573800 161,55\n2 1203760 573950 129,24\n3 1203640 573998 161,55\n4 1203580 573848 129,24\nDiện tích: 20.880 m2";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_an_address_of_its_own_that_says_what_lies_there_and_what_was_assumed()
    {
        using var client = (await shared.Get()).Public();

        var page = await client.Read(await Ask(client, Parcel));
        var words = PageReading.Words(page);

        Assert.Contains("Thửa đất 20.880,0 m²", words, StringComparison.Ordinal);
        Assert.Contains("VN-2000, kinh tuyến trục 105°45′; cột thứ nhất là X (Bắc)", words, StringComparison.Ordinal);
        Assert.Contains("cách hiểu khác cũng rơi vào trong tỉnh", words, StringComparison.Ordinal);
        Assert.Contains("Mỹ Hạnh", words, StringComparison.Ordinal);
        Assert.Contains("Không có gì thay đổi trên thửa đất này", words, StringComparison.Ordinal);
        Assert.Contains("không thay thế văn bản cung cấp thông tin quy hoạch", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_in_JSON_and_adds_up_to_the_parcel()
    {
        using var client = (await shared.Get()).Public();
        // Over the line between two communes.
        var address = await Ask(client, "1197000 570000\n1200000 570000\n1200000 574000\n1197000 574000");

        using var answer = JsonDocument.Parse(await client.GetStringAsync(address + ".json", Cancellation));

        var area = answer.RootElement.GetProperty("areaSquareMetres").GetDouble();
        Assert.Equal(12_000_000, area, 1e-3);
        var communes = answer.RootElement.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("layer").GetString() == "communes");
        Assert.True(communes.GetProperty("features").GetArrayLength() > 1);
        var sum = communes.GetProperty("features").EnumerateArray().Sum(one => one.GetProperty("areaSquareMetres").GetDouble())
            + communes.GetProperty("uncoveredSquareMetres").GetDouble();
        Assert.Equal(area, sum, 0.01);
        Assert.Equal(9210, answer.RootElement.GetProperty("measuredOn").GetInt32());
    }

    [Fact]
    public async Task Agrees_with_what_PostGIS_computes_for_the_same_parcel()
    {
        var site = await shared.Get();
        using var client = site.Public();
        var address = await Ask(client, "1197000 570000\n1200000 570000\n1200000 574000\n1197000 574000");
        using var answer = JsonDocument.Parse(await client.GetStringAsync(address + ".json", Cancellation));
        var told = answer.RootElement.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("layer").GetString() == "communes")
            .GetProperty("features").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetInt64(), one => one.GetProperty("areaSquareMetres").GetDouble());

        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            """
            SELECT version.feature_id, ST_Area(ST_Intersection(ST_Transform(version.geom, 9210), ST_MakeEnvelope(570000, 1197000, 574000, 1200000, 9210)))
            FROM pub.feature_version AS version
            WHERE version.layer_code = 'communes'
              AND version.revision_to IS NULL
              AND ST_Intersects(version.geom, ST_Transform(ST_MakeEnvelope(570000, 1197000, 574000, 1200000, 9210), 4326))
            """);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var compared = 0;
        while (await row.ReadAsync(Cancellation))
        {
            // Two programs that agree to a millimetre on a corner agree to a fraction of a square metre on square kilometres.
            Assert.Equal(row.GetDouble(1), told.GetValueOrDefault(row.GetInt64(0)), 0.5);
            compared++;
        }

        Assert.Equal(told.Count, compared);
    }

    [Theory]
    [InlineData("", "Hãy dán bảng tọa độ")]
    [InlineData("Kính gửi ủy ban", "Chưa thấy tọa độ nào")]
    [InlineData("1203700 573800\n1203760\n1203640 573998", "Dòng 2 có số nhưng không đủ hai tọa độ")]
    [InlineData("1 1203700 573800\n2 1203640 573998\n3 1203760 573950\n4 1203580 573848", "Cạnh 1–2 cắt cạnh 3–4")]
    [InlineData("1203700 573800\n1203800 573900\n1203900 574000", "đường thẳng")]
    [InlineData("1855759 546151\n1855859 546151\n1855859 546251", "nằm ngoài tỉnh")]
    [InlineData("9203700 9573800\n9203760 9573950\n9203640 9573998", "Dòng 1")]
    public async Task Is_told_what_is_wrong_with_a_table_and_keeps_what_was_pasted(string corners, string why)
    {
        using var client = (await shared.Get()).Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var answer = await Office.Post(client, "/lookup", ("corners", corners));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Words, StringComparison.Ordinal);
        if (corners.Length > 0)
            Assert.Contains(WebUtility.HtmlDecode(corners.Split('\n')[0]), WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frame", "6956")]
    [InlineData("frame", "'; DROP TABLE plan.lookup; --")]
    [InlineData("order", "sideways")]
    [InlineData("arrangement", "any")]
    public async Task Refuses_choices_that_the_form_does_not_offer(string field, string value)
    {
        using var client = (await shared.Get()).Public();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(client, "/lookup", ("corners", Parcel), (field, value))).Status);
    }

    [Fact]
    public async Task May_choose_the_order_of_corners_that_cross_and_another_meridian()
    {
        using var client = (await shared.Get()).Public();

        var untangled = await Ask(client, "1 1203700 573800\n2 1203640 573998\n3 1203760 573950\n4 1203580 573848", ("arrangement", "around"));
        var moved = await Ask(client, Parcel, ("frame", "9209"));

        Assert.Contains("20.880,0 m²", PageReading.Words(await client.Read(untangled)), StringComparison.Ordinal);
        Assert.Contains("kinh tuyến trục 105°30′", PageReading.Words(await client.Read(moved)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_kept_from_caches_and_search_engines_and_not_found_under_any_other_address()
    {
        using var client = (await shared.Get()).Public();
        var address = await Ask(client, Parcel);

        foreach (var form in new[] { "", ".json", ".geojson", ".pdf", "/readings.png" })
        {
            using var answer = await client.GetAsync(address + form, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore, form);
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        }

        foreach (var form in new[] { "", ".json", ".geojson", ".pdf", "/readings.png" })
        {
            using var other = await client.GetAsync($"/lookup/{Guid.NewGuid()}{form}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }
    }

    [Fact]
    public async Task Gets_an_extract_that_a_reader_of_PDF_opens()
    {
        using var client = (await shared.Get()).Public();

        var file = await client.GetByteArrayAsync(await Ask(client, Parcel) + ".pdf", Cancellation);

        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        Assert.InRange(document.NumberOfPages, 1, 3);
        // Readers look for the end of the file in its last 1024 bytes; the seal follows it.
        Assert.InRange(file.AsSpan()[^1024..].LastIndexOf("%%EOF"u8), 0, 1024);
    }

    [Fact]
    public async Task Cannot_be_rewritten_once_it_is_asked()
    {
        var site = await shared.Get();
        using var client = site.Public();
        await Ask(client, Parcel);

        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("UPDATE plan.lookup SET corners = 'x'");

        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
    }

    static async Task<string> Ask(HttpClient client, string corners, params (string, string?)[] more)
    {
        var answer = await Office.Post(client, "/lookup", [("corners", corners), .. more]);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status}: {answer.Html}");
        return answer.Location!;
    }
}

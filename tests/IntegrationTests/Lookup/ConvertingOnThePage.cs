using System.Net;
using System.Text;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody converts coordinates with a form that needs no script.</summary>
public sealed class ConvertingOnThePage(SharedSite shared)
{
    const string Two = "A\t1164915,324\t572400,671\nB\t1203708,997\t573814,979";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_the_result_in_figures_and_seconds_and_keeps_what_was_typed()
    {
        using var client = await Browser();

        var answer = await Office.Post(client, "/convert", ("points", Two), ("from", "9210"), ("to", "4326"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // Metres that are rounded to a millimetre leave the ninth decimal of a degree open.
        Assert.Matches(@"10,53(33000|32999)\d\d°", answer.Words);
        Assert.Matches(@"106°24′47,8(80|79)\d\d″ Đ", answer.Words);
        Assert.Matches(@"10,88(40000|39999)\d\d°", answer.Words);
        Assert.Contains("573814,979", answer.Html, StringComparison.Ordinal);
        Assert.Contains("-191,90441429", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_a_point_in_all_zones_and_a_table_as_CSV()
    {
        using var client = await Browser();

        var all = await Office.Post(client, "/convert", ("points", "10.5333 106.4133"));
        using var file = await client.PostAsync(
            "/convert", new FormUrlEncodedContent([new("points", "=1+1" + Two[1..]), new("from", "9210"), new("to", "3405"), new("format", "csv")]), Cancellation);
        var csv = await file.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("1.164.915,324", all.Words, StringComparison.Ordinal);
        Assert.Contains("EPSG:9218", all.Words, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("1164837.297", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n=1", csv, StringComparison.Ordinal);
        Assert.True(file.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("points", "")]
    [InlineData("from", "6956")]
    [InlineData("to", "9999")]
    [InlineData("points", "1 2 3")]
    public async Task Is_told_beside_the_field_what_is_wrong(string field, string value)
    {
        using var client = await Browser();

        var answer = await Office.Post(client, "/convert", [.. new (string, string?)[] { ("points", Two), ("from", "9210"), ("to", "4326") }.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"id=\"convert-{field}-mend\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_meridian_rather_than_guessing_it()
    {
        using var client = await Browser();

        var answer = await Office.Post(client, "/convert", ("points", Two), ("to", "4326"));

        Assert.Contains("id=\"convert-from-mend\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("không đoán thay được", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_more_points_than_a_page_bears()
    {
        using var client = await Browser();
        var many = new StringBuilder();
        for (var at = 0; at < 5_001; at++)
            many.Append("10.5333 106.4133\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(client, "/convert", ("points", many.ToString()), ("to", "9210"))).Status);
    }

    [Fact]
    public async Task Finds_a_parcel_code_by_search_and_by_lookup()
    {
        using var client = await Browser();
        var code = Core.Coordinates.ParcelCode.Of(new Core.Coordinates.Wgs84Position(10.884, 106.427)).Value;

        var found = await Office.Get(client, $"/search?q={code}");
        var lookup = await Office.Post(client, "/lookup", ("corners", code));

        Assert.Contains("Mã định danh thửa đất", found.Words, StringComparison.Ordinal);
        Assert.StartsWith("/at?lat=10.88", lookup.Location!, StringComparison.Ordinal);
    }

    async Task<HttpClient> Browser()
    {
        var client = (await shared.Get()).Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}

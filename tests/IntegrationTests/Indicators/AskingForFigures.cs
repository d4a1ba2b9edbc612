using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LongAnGis.Core.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class AskingForFigures(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<JsonNode> Json(string address)
    {
        using var client = await shared.Client();
        return JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;
    }

    async Task<HttpStatusCode> Status(string address)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Gives_the_values_of_all_regions_with_status_source_and_words()
    {
        var answer = await Json("/indicators/population-census/values.json?year=2019");

        var values = answer["values"]!.AsArray();
        Assert.Equal(15, values.Count);
        var benLuc = values.Single(value => value!["region"]!.GetValue<string>() == "803")!;
        Assert.Equal(181_660m, benLuc["value"]!.GetValue<decimal>());
        Assert.Equal("181.660", benLuc["label"]!["vi"]!.GetValue<string>());
        Assert.Equal("181,660", benLuc["label"]!["en"]!.GetValue<string>());
        Assert.Equal("observed", benLuc["status"]!.GetValue<string>());
        Assert.StartsWith("https://", benLuc["source"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(answer["missing"]!.AsArray());
    }

    [Fact]
    public async Task Gives_a_union_its_own_value_and_its_members_none()
    {
        var answer = await Json("/indicators/population-census/values.json?year=2009");

        var codes = answer["values"]!.AsArray().Select(value => value!["region"]!.GetValue<string>()).ToList();
        Assert.Contains("795-798", codes);
        Assert.DoesNotContain("795", codes);
        // The union covers both: neither is missing.
        Assert.Empty(answer["missing"]!.AsArray());
    }

    [Fact]
    public async Task Names_what_is_missing_and_makes_it_no_zero()
    {
        var answer = await Json("/indicators/doctors/values.json?year=2024");

        Assert.Single(answer["values"]!.AsArray());
        Assert.Equal(14, answer["missing"]!.AsArray().Count);
        Assert.DoesNotContain(answer["values"]!.AsArray(), value => value!["value"]!.GetValue<decimal>() == 0);
    }

    [Fact]
    public async Task Has_no_value_in_a_year_without_data()
    {
        var answer = await Json("/indicators/population-census/values.json?year=2015");

        Assert.Empty(answer["values"]!.AsArray());
        Assert.Equal(15, answer["missing"]!.AsArray().Count);
    }

    [Fact]
    public async Task Takes_the_newest_period_of_the_regions_when_none_is_named() =>
        Assert.Equal("2019", (await Json("/indicators/population-census/values.json"))["period"]!.GetValue<string>());

    [Fact]
    public async Task Keeps_a_quarter_a_quarter()
    {
        var answer = await Json("/indicators/clean-water-rural/values.json?period=2025-Q1&regions=provinces");

        Assert.Equal(82m, Assert.Single(answer["values"]!.AsArray())!["value"]!.GetValue<decimal>());
        Assert.Empty((await Json("/indicators/clean-water-rural/values.json?year=2025&regions=provinces"))["values"]!.AsArray());
    }

    [Fact]
    public async Task Puts_the_plan_of_a_year_beside_what_was_reached()
    {
        var series = (await Json("/indicators/exports/series.json"))["series"]!.AsArray();

        Assert.Equal(["2021 estimate", "2024 plan"], series.Select(one => $"{one!["period"]} {one["status"]}"));
        Assert.Empty((await Json("/indicators/exports/values.json?year=2024&regions=provinces"))["values"]!.AsArray());
        Assert.Single((await Json("/indicators/exports/values.json?year=2024&regions=provinces"))["plans"]!.AsArray());
    }

    [Fact]
    public async Task Tells_the_periods_with_how_many_regions_each_has()
    {
        var periods = (await Json("/indicators/population-census/periods.json"))["periods"]!.AsArray();

        Assert.Equal(["2009", "2019"], periods.Select(period => period!["period"]!.GetValue<string>()));
        Assert.Equal((13, 1, 1), (periods[0]!["district"]!.GetValue<int>(), periods[0]!["union"]!.GetValue<int>(), periods[0]!["province"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("/indicators/no-such-thing/values.json", HttpStatusCode.NotFound)]
    [InlineData("/indicators/POPULATION-CENSUS/values.json", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census'--/values.json", HttpStatusCode.NotFound)]
    [InlineData("/indicators/no-such-thing.csv", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census/series.json?region=999", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census/values.json?year=19", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?year=abcd", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?year=٢٠١٩", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?year=2019-Q1", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?period=2019-Q5", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?period=2019-13", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?year=2009&period=2019", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?regions=villages", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census/values.json?known-at=r9999", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census/values.json?known-at=soon", HttpStatusCode.BadRequest)]
    [InlineData("/regions/13/6518/3854.mvt", HttpStatusCode.NotFound)]
    [InlineData("/regions/8/-1/0.mvt", HttpStatusCode.NotFound)]
    [InlineData("/regions/8/203/120.mvt?revision=abc", HttpStatusCode.BadRequest)]
    [InlineData("/regions/8/203/120.mvt?v=1", HttpStatusCode.BadRequest)]
    [InlineData("/regions/8/203/120.mvt?revision=99999", HttpStatusCode.NotFound)]
    public async Task Refuses_what_cannot_be_answered(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, await Status(address));

    [Fact]
    public async Task Costs_a_304_while_nothing_has_changed()
    {
        using var client = await shared.Client();
        using var first = await client.GetAsync("/indicators/population-census/values.json?year=2019", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/indicators/population-census/values.json?year=2019");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Compresses_a_small_answer_further()
    {
        using var client = await shared.Client();
        var plain = await client.GetByteArrayAsync("/indicators/population-census/values.json?year=2019", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/indicators/population-census/values.json?year=2019");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        var small = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine($"15 districts: {plain.Length} bytes, {small.Length} as br");
        Assert.True(small.Length < 2_000);
    }

    [Fact]
    public async Task Downloads_every_value_as_csv_that_spreadsheets_open()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/indicators/population-census.csv?lang=vi", Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(1 + 29 + 2, lines.Length);
        Assert.Contains(lines, line => line.Contains(",803,Bến Lức,2019,181660,thực hiện,", StringComparison.Ordinal));
        Assert.Matches("longan_population-census_[0-9]{4}-[0-9]{2}-[0-9]{2}[.]csv", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Fact]
    public async Task Draws_regions_once_whatever_is_measured()
    {
        using var client = await shared.Client();
        var description = await Json("/regions.json");
        var address = new Uri(description["tiles"]![0]!.GetValue<string>().Replace("{z}/{x}/{y}", "8/203/120", StringComparison.Ordinal)).PathAndQuery;

        using var answer = await client.GetAsync(address, Cancellation);
        var tile = TileDecoder.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation));

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var codes = Assert.Single(tile).Features.Select(feature => (string)feature.Attributes["code"]!).ToList();
        Assert.Contains("795-798-799", codes);
        Assert.Contains("803", codes);
        Assert.Contains("27694", codes);
        Assert.Contains("80-to-2025", codes);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }
}

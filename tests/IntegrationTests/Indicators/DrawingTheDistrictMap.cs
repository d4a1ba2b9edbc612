using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class DrawingTheDistrictMap(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<JsonNode> Json(string address)
    {
        using var client = await shared.Client();
        return JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;
    }

    static JsonNode Period(JsonNode map, string period) =>
        map["periods"]!.AsArray().Single(one => one!["period"]!.GetValue<string>() == period)!;

    static IEnumerable<string> Codes(JsonNode? regions) => regions!.AsArray().Select(one => one!["region"]!.GetValue<string>());

    [Fact]
    public async Task Gives_all_years_at_once_in_five_classes_of_one_palette()
    {
        var map = await Json("/indicators/built-up-share-satellite/map.json");

        Assert.Equal("classes", map["mode"]!.GetValue<string>());
        Assert.Equal(
            ["#FFFFCC", "#A1DAB4", "#41B6C4", "#2C7FB8", "#253494"],
            map["classes"]!.AsArray().Select(one => one!["colour"]!.GetValue<string>()));
        Assert.Equal(14, map["periods"]!.AsArray().Count);
        Assert.All(Period(map, "2018")["values"]!.AsArray(), value => Assert.InRange(value!["class"]!.GetValue<int>(), 0, 4));
    }

    [Fact]
    public async Task Draws_a_union_and_not_its_members_and_misses_none_of_them()
    {
        var period = Period(await Json("/indicators/urbanisation-rate/map.json"), "2009");

        Assert.Contains("795-798", Codes(period["values"]));
        Assert.DoesNotContain("795", Codes(period["values"]));
        Assert.Empty(period["missing"]!.AsArray());
    }

    [Fact]
    public async Task Tells_value_status_rank_and_source_of_a_region()
    {
        var map = await Json("/indicators/urbanisation-rate/map.json?year=2019&lang=vi");

        var said = Period(map, "2019")["values"]![0]!["said"]!.AsArray().Select(line => line!.GetValue<string>()).ToList();
        Assert.EndsWith("%", said[0], StringComparison.Ordinal);
        Assert.Contains(said, line => line.Contains("năm 2019", StringComparison.Ordinal));
        Assert.Contains("thứ 1 trong 15", said);
        Assert.StartsWith("Nguồn: ", said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_a_total_as_circles_whose_area_is_the_value()
    {
        var map = await Json("/indicators/population-census/map.json?year=2019");

        Assert.Equal("circles", map["mode"]!.GetValue<string>());
        var values = Period(map, "2019")["values"]!.AsArray();
        Assert.Equal(values.Max(value => value!["radius"]!.GetValue<double>()), values[0]!["radius"]!.GetValue<double>());
    }

    [Fact]
    public async Task Keeps_a_year_without_figures_and_hatches_all_of_it()
    {
        var map = await Json("/indicators/urbanisation-rate/map.json?year=2015");

        var period = Period(map, "2015");
        Assert.Empty(period["values"]!.AsArray());
        Assert.Equal(15, period["missing"]!.AsArray().Count);
        Assert.Equal(3, map["periods"]!.AsArray().Count);
    }

    [Fact]
    public async Task Gives_every_region_a_place_inside_it_for_its_name()
    {
        var tiles = (await Json("/indicators/urbanisation-rate/map.json"))["points"]!.GetValue<string>();
        var points = await Json(tiles);

        Assert.InRange(points["803"]![0]!.GetValue<double>(), 106.3, 106.6);
        Assert.InRange(points["803"]![1]!.GetValue<double>(), 10.55, 10.8);
        Assert.NotNull(points["795-798"]);
    }

    [Theory]
    [InlineData("/indicators/nowhere/map.json", HttpStatusCode.NotFound, "nowhere")]
    [InlineData("/indicators/urbanisation-rate/map.json?with=nowhere", HttpStatusCode.NotFound, "nowhere")]
    [InlineData("/indicators/urbanisation-rate/map.json?method=magic", HttpStatusCode.BadRequest, "method")]
    [InlineData("/indicators/urbanisation-rate/map.json?mode=3d", HttpStatusCode.BadRequest, "mode")]
    [InlineData("/indicators/urbanisation-rate/map.json?classes=2", HttpStatusCode.BadRequest, "3")]
    [InlineData("/indicators/urbanisation-rate/map.json?classes=8", HttpStatusCode.BadRequest, "7")]
    [InlineData("/indicators/urbanisation-rate/map.json?classes=five", HttpStatusCode.BadRequest, "five")]
    [InlineData("/indicators/urbanisation-rate/map.json?method=manual", HttpStatusCode.BadRequest, "breaks")]
    [InlineData("/indicators/urbanisation-rate/map.json?breaks=30,20,10", HttpStatusCode.BadRequest, "breaks")]
    [InlineData("/indicators/urbanisation-rate/map.json?method=target", HttpStatusCode.BadRequest, "target")]
    [InlineData("/indicators/urbanisation-rate/map.json?mode=bivariate", HttpStatusCode.BadRequest, "with")]
    [InlineData("/indicators/urbanisation-rate/map.json?with=population-census", HttpStatusCode.BadRequest, "total")]
    [InlineData("/indicators/population-census/map.json?mode=classes", HttpStatusCode.BadRequest, "total")]
    [InlineData("/indicators/urbanisation-rate/map.json?class=9", HttpStatusCode.BadRequest, "class")]
    [InlineData("/indicators/urbanisation-rate/map.json?year=19", HttpStatusCode.BadRequest, "year")]
    [InlineData("/indicators/urbanisation-rate/map.json?regions=planets", HttpStatusCode.BadRequest, "planets")]
    [InlineData("/indicators/grdp-growth/map.json?regions=communes", HttpStatusCode.NotFound, "no figure")]
    [InlineData("/regions/points.json?revision=x", HttpStatusCode.BadRequest, "revision")]
    [InlineData("/regions/points.json?revision=999999", HttpStatusCode.NotFound, "999999")]
    public async Task Says_what_is_wrong_with_what_was_asked(string address, HttpStatusCode status, string said)
    {
        using var client = await shared.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Contains(said, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.IntegrationTests.Pages;
using UglyToad.PdfPig;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>An indicator of the seed on the districts, the communes of 2025 and the provinces: page, map, data and files alike.</summary>
public sealed class ReadingOnOtherAreas(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    const string Census = "/indicators/population-census";

    async Task<JsonNode> Json(string address)
    {
        using var client = await shared.Client();
        return JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;
    }

    async Task<List<JsonNode>> Values(string address) => [.. (await Json(address))["values"]!.AsArray().Select(value => value!)];

    static decimal Sum(IEnumerable<JsonNode> values) => values.Sum(value => value["value"]!.GetValue<decimal>());

    static string Text(JsonNode value, string name) => value[name]!.GetValue<string>();

    [Fact]
    public async Task Gives_the_communes_as_many_people_as_the_districts_to_the_last_one()
    {
        var districts = await Values(Census + "/values.json?year=2019");
        var communes = await Values(Census + "/values.json?year=2019&regions=communes");

        Assert.Equal((15, 60), (districts.Count, communes.Count));
        Assert.Equal(Sum(districts), Sum(communes));
        Assert.All(districts, value => Assert.Equal("observed", Text(value, "origin")));
        Assert.All(communes, value => Assert.Equal("estimated", Text(value, "origin")));
        Assert.All(communes, value => Assert.InRange(
            value["value"]!.GetValue<decimal>(), value["band"]![0]!.GetValue<decimal>(), value["band"]![1]!.GetValue<decimal>()));
        Assert.Contains(communes, value => value["method"]!["vi"]!.GetValue<string>().StartsWith("Phân bổ theo diện tích phần của Tân An (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_uses_a_code_without_its_days()
    {
        Assert.All(await Values(Census + "/values.json?year=2019"), value => Assert.Equal("2025-07-01", Text(value, "validUntil")));
        Assert.All(await Values(Census + "/values.json?year=2019&regions=communes"), value => Assert.Equal("2025-07-01", Text(value, "validFrom")));
    }

    [Fact]
    public async Task Sums_the_province_where_it_has_no_figure_of_its_own_and_keeps_the_one_it_has()
    {
        var summed = (await Values("/indicators/built-up-area-satellite/values.json?year=2018&regions=provinces")).Single();
        var parts = await Values("/indicators/built-up-area-satellite/values.json?year=2018");
        var counted = (await Values(Census + "/values.json?year=2019&regions=provinces")).Single();

        Assert.Equal(("80-to-2025", "exact-sum"), (Text(summed, "region"), Text(summed, "origin")));
        Assert.Equal(Sum(parts), summed["value"]!.GetValue<decimal>());
        Assert.Equal("observed", Text(counted, "origin"));
    }

    [Fact]
    public async Task Weighs_a_ratio_of_the_province_by_its_named_denominator()
    {
        var province = (await Values("/indicators/improved-water-households/values.json?year=2019&regions=provinces")).Single();
        var rates = (await Values("/indicators/improved-water-households/values.json?year=2019")).ToDictionary(value => Text(value, "region"), value => value["value"]!.GetValue<decimal>());
        var people = (await Values(Census + "/values.json?year=2019")).ToDictionary(value => Text(value, "region"), value => value["value"]!.GetValue<decimal>());
        // Kiến Tường and Mộc Hóa have one rate together.
        people["795-798"] = people["795"] + people["798"];

        Assert.Equal(rates.Sum(rate => rate.Value * people[rate.Key]) / rates.Sum(rate => people[rate.Key]), province["value"]!.GetValue<decimal>(), 8);
        Assert.NotEqual(rates.Values.Average(), province["value"]!.GetValue<decimal>());
        Assert.Equal("exact-sum", Text(province, "origin"));
    }

    [Fact]
    public async Task Refuses_a_growth_rate_and_what_has_no_figure_in_words()
    {
        var growth = await Json("/indicators/grdp-growth/values.json?year=2024&regions=provinces");
        var census = await Json(Census + "/values.json?year=2019&regions=provinces");

        Assert.Equal("80-to-2025", Text(Assert.Single(growth["values"]!.AsArray())!, "region"));
        var refused = Assert.Single(growth["refused"]!.AsArray())!;
        Assert.Equal("80", Text(refused, "region"));
        Assert.Equal("Chỉ tiêu này không cộng hay chia lại được khi địa giới thay đổi.", refused["why"]!["vi"]!.GetValue<string>());
        Assert.Equal("Thiếu số liệu của Tây Ninh (cũ).", Assert.Single(census["refused"]!.AsArray())!["why"]!["vi"]!.GetValue<string>());
        Assert.Contains("80", census["missing"]!.AsArray().Select(code => code!.GetValue<string>()));
    }

    [Fact]
    public async Task Refuses_a_rate_of_a_district_for_its_communes()
    {
        var map = await Json("/indicators/urbanisation-rate/map.json?regions=communes&year=2019");

        var period = map["periods"]!.AsArray().Single(one => Text(one!, "period") == "2019")!;
        Assert.Empty(period["values"]!.AsArray());
        Assert.Equal(60, period["missing"]!.AsArray().Count);
        Assert.All(period["missing"]!.AsArray(), one => Assert.Contains("tỷ lệ của cả đơn vị không nói gì về một phần của nó", Text(one!, "why"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draws_estimates_apart_and_says_their_band_and_method_to_the_pointer()
    {
        var map = await Json(Census + "/map.json?regions=communes&year=2019");

        var values = map["periods"]!.AsArray().Single(one => Text(one!, "period") == "2019")!["values"]!.AsArray();
        Assert.Equal(60, values.Count);
        Assert.All(values, value => Assert.True(value!["estimated"]!.GetValue<bool>()));
        Assert.All(values, value => Assert.StartsWith("≈", Text(value!, "label"), StringComparison.Ordinal));
        Assert.Contains(values[0]!["said"]!.AsArray(), line => line!.GetValue<string>().StartsWith("ước tính quy đổi, từ ", StringComparison.Ordinal));
        Assert.All(
            (await Json(Census + "/map.json?year=2019"))["periods"]!.AsArray().SelectMany(one => one!["values"]!.AsArray()),
            value => Assert.Null(value!["estimated"]));
    }

    [Fact]
    public async Task Says_the_same_on_the_page()
    {
        using var client = await shared.Client();
        var page = WebUtility.HtmlDecode(await client.Read(Census + "?regions=communes&year=2019"));

        // List and table; the legend counts them.
        Assert.Equal(60, Count(page, "<span class=\"tag\">ước tính quy đổi</span>"));
        Assert.True(Count(page, "class=\"number figure estimated\"") >= 60);
        Assert.Contains("<span>ước tính quy đổi</span><span class=\"figure\">60</span>", page, StringComparison.Ordinal);
        Assert.Contains("dải sai số giả định mật độ các phần chênh nhau không quá 3 lần", page, StringComparison.Ordinal);
        Assert.Contains(Census + ".xlsx?lang=vi&regions=communes", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_on_the_page_why_it_has_no_value()
    {
        using var client = await shared.Client();
        var page = WebUtility.HtmlDecode(await client.Read("/indicators/grdp-growth?regions=provinces&year=2024"));

        Assert.Contains("Không quy đổi được (1):", page, StringComparison.Ordinal);
        Assert.Contains("Chỉ tiêu này không cộng hay chia lại được khi địa giới thay đổi.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_what_the_page_tells_with_origin_band_and_reason()
    {
        using var client = await shared.Client();
        async Task<List<string>> Lines(string address) =>
            [.. Encoding.UTF8.GetString(await client.GetByteArrayAsync(address, Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

        var communes = (await Lines(Census + ".csv?lang=vi&regions=communes")).Where(line => line.Contains(",2019,", StringComparison.Ordinal)).ToList();
        var growth = await Lines("/indicators/grdp-growth.csv?lang=vi&regions=provinces");

        Assert.Equal(60, communes.Count(line => line.Contains(",ước tính quy đổi,", StringComparison.Ordinal)));
        // The province stands above its parts.
        Assert.Single(communes, line => line.Contains(",80-to-2025,", StringComparison.Ordinal) && line.Contains(",số liệu gốc,", StringComparison.Ordinal));
        Assert.All(communes.Where(line => line.Contains(",ước tính quy đổi,", StringComparison.Ordinal)), line => Assert.EndsWith(",2025-07-01,", line, StringComparison.Ordinal));
        Assert.Contains(growth, line => line.Contains(",80,Tây Ninh,2024,,", StringComparison.Ordinal) && line.Contains("không quy đổi được", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draws_the_same_on_A3_with_its_estimates_told_apart()
    {
        using var client = await shared.Client();
        using var document = PdfDocument.Open(await client.GetByteArrayAsync(Census + "/map.pdf?regions=communes&year=2019", Cancellation));

        var text = string.Concat(document.GetPage(1).Text.Normalize(NormalizationForm.FormC).Where(letter => !char.IsWhiteSpace(letter)));
        Assert.Contains("ướctínhquyđổi60đơnvị", text, StringComparison.Ordinal);
        // The sign of an estimate is a glyph of another face, which readers of PDF spell in their own ways.
        Assert.Matches("TânTập.{0,3}61[.]042", text);
    }

    [Fact]
    public async Task Offers_periods_of_which_other_regions_have_figures()
    {
        using var client = await shared.Client();
        var page = await client.Read(Census + "?regions=communes");

        Assert.Matches("year=2019&amp;regions=communes\"[^>]*aria-current=\"true\"|regions=communes&amp;year=2019\"[^>]*aria-current=\"true\"", page);
        Assert.Contains("<small>60<", page, StringComparison.Ordinal);
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}

/// <summary>The same, with figures that the seed does not have.</summary>
public sealed class CarryingRecordedFigures : IAsyncLifetime
{
    TestSite site = null!;
    Figures figures = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        figures = new Figures(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<JsonNode> Json(string address)
    {
        using var client = site.CreateClient();
        return JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;
    }

    [Fact]
    public async Task Old_districts_stay_selectable_and_are_told_from_the_communes_of_today()
    {
        // Bến Lức went whole into five communes.
        foreach (var (commune, people) in new[] { ("27991", 61_000), ("27994", 21_000), ("28003", 31_000), ("28015", 27_000), ("28018", 52_000) })
            await figures.Record("population-average", commune, 2026, people);

        var answer = await Json("/indicators/population-average/values.json?year=2026");

        var benLuc = answer["values"]!.AsArray().Single()!;
        Assert.Equal(("803", 192_000, "exact-sum"), (benLuc["region"]!.GetValue<string>(), benLuc["value"]!.GetValue<decimal>(), benLuc["origin"]!.GetValue<string>()));
        Assert.Equal("2025-07-01", benLuc["validUntil"]!.GetValue<string>());
        Assert.Equal(14, answer["refused"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_density_is_weighted_by_area_and_what_is_recorded_stays()
    {
        foreach (var (district, density, area) in Districts())
        {
            await figures.Record("population-density", district, 2024, density);
            await figures.Record("area-natural", district, 2024, area);
        }

        var before = await figures.Scalar<long>("SELECT count(*) FROM plan.observation");
        var province = (await Json("/indicators/population-density/values.json?year=2024&regions=provinces"))["values"]!.AsArray().Single()!;

        var all = Districts().ToList();
        Assert.Equal(all.Sum(one => one.Density * one.Area) / all.Sum(one => one.Area), province["value"]!.GetValue<decimal>(), 8);
        Assert.Equal("exact-sum", province["origin"]!.GetValue<string>());
        Assert.Equal(before, await figures.Scalar<long>("SELECT count(*) FROM plan.observation"));
    }

    [Fact]
    public async Task The_merged_province_is_the_sum_of_both_once_both_are_known()
    {
        await figures.Record("rice-area", "72", 2019, 100_000);

        var values = (await Json("/indicators/rice-area/values.json?year=2019&regions=provinces"))["values"]!.AsArray();

        Assert.Equal(606_258, values.Single(value => value!["region"]!.GetValue<string>() == "80")!["value"]!.GetValue<decimal>());
    }

    static IEnumerable<(string District, decimal Density, decimal Area)> Districts() =>
        Enumerable.Range(794, 15).Select(code => (code.ToString(CultureInfo.InvariantCulture), (decimal)(code - 700), code % 2 == 0 ? 400m : 120m));
}

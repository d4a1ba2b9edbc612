using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Investment;

public sealed partial class FindingSites(SharedSite shared)
{
    [Fact]
    public async Task List_and_map_hold_the_same_for_any_filter()
    {
        using var client = await shared.Client();
        var random = new Random(5);
        var empty = 0;
        for (var round = 0; round < 60; round++)
        {
            var filter = RandomFilters.Next(random);
            var (listed, counted, unplaced) = await Listed(client, filter);
            var drawn = await Drawn(client, filter);

            Assert.True(listed.Count == counted, $"{filter}: {listed.Count} cards, {counted} results");
            Assert.Equal(listed.Count, listed.Distinct().Count());
            Assert.True(drawn.IsSubsetOf(listed), $"{filter}: on the map and not in the list: {string.Join(' ', drawn.Except(listed))}");
            Assert.True(listed.Count - drawn.Count == unplaced, $"{filter}: {listed.Count} listed, {drawn.Count} drawn, {unplaced} said to have no place");
            empty += listed.Count == 0 ? 1 : 0;
        }

        // Filters that find nothing prove nothing.
        Assert.True(empty < 40, $"{empty} of 60 filters found nothing");
    }

    [Theory]
    [InlineData("district=can-giuoc", "'Cần Giuộc' = ANY (string_to_array(coalesce(attributes ->> 'district', attributes ->> 'districts'), '; '))")]
    [InlineData("stage=calling", "attributes ->> 'status' = 'calling'")]
    [InlineData("stage=operating,stopped", "attributes ->> 'status' IN ('operating', 'partly_operating', 'completed', 'stalled', 'repealed')")]
    [InlineData("kind=industrial-parks&area.min=100&area.max=300", "layer_code = 'industrial-parks' AND (attributes ->> 'area_ha')::numeric BETWEEN 100 AND 300")]
    [InlineData("sector=logistics", "layer_code = 'projects' AND attributes ->> 'sector' = 'logistics'")]
    [InlineData("capital.min=5000", "(attributes ->> 'investment_bn_vnd')::numeric >= 5000")]
    [InlineData("bbox=106.4,10.6,106.6,10.9", "coalesce(label_point, ST_PointOnSurface(geom)) && ST_MakeEnvelope(106.4, 10.6, 106.6, 10.9, 4326)")]
    [InlineData("within=106.4,10.5;106.8,10.5;106.6,10.8", "ST_Intersects(coalesce(label_point, ST_PointOnSurface(geom)), ST_GeomFromText('POLYGON((106.4 10.5, 106.8 10.5, 106.6 10.8, 106.4 10.5))', 4326))")]
    [InlineData("to.hcmc=30", "ST_Distance(coalesce(label_point, ST_PointOnSurface(geom))::geography, ST_MakePoint(106.707458, 10.768450)::geography) <= 30000")]
    public async Task Finds_what_the_database_says_it_should(string filter, string condition)
    {
        using var client = await shared.Client();
        await using var command = (await shared.Get()).Services.GetRequiredService<PublicDatabase>().CreateCommand($"""
            SELECT layer_code || '/' || feature_id
            FROM pub.feature_version
            WHERE layer_code IN ('industrial-parks', 'industrial-clusters', 'economic-zones', 'projects')
              AND plan_code = '686' AND revision_to IS NULL AND in_force @> current_date
              AND {condition}
            """);
        var expected = new HashSet<string>();
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            expected.Add(row.GetString(0));

        var (listed, _, _) = await Listed(client, filter);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Straight_distances_are_those_of_the_ellipsoid()
    {
        using var client = await shared.Client();
        var site = (await Map(client, "q=huu+thanh+idico")).First();
        var (longitude, latitude) = Position(site);
        await using var command = (await shared.Get()).Services.GetRequiredService<PublicDatabase>().CreateCommand(
            "SELECT ST_Distance(ST_MakePoint($1, $2)::geography, ST_MakePoint(106.707458, 10.768450)::geography) / 1000");
        command.Parameters.AddWithValue(longitude);
        command.Parameters.AddWithValue(latitude);
        var kilometres = (double)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        // A thousandth more finds it, a thousandth less does not.
        Assert.Contains(Key(site), await Drawn(client, Invariant($"to.hcmc={kilometres * 1.001:0.0000}")));
        Assert.DoesNotContain(Key(site), await Drawn(client, Invariant($"to.hcmc={kilometres * 0.999:0.0000}")));
    }

    [Theory]
    [InlineData("q=duc+hoa")]
    [InlineData("q=%C4%90%E1%BB%A9c+H%C3%B2a")]
    public async Task Words_need_no_diacritics(string filter)
    {
        using var client = await shared.Client();

        Assert.Contains("KCN Đức Hòa III – Resco", PageReading.Words(await client.Read($"/invest?{filter}&kind=industrial-parks&sort=name&page=2") + await client.Read($"/invest?{filter}&kind=industrial-parks&sort=name")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area.min=-5", "không âm")]
    [InlineData("area.min=300&area.max=100", "lớn hơn")]
    [InlineData("stage=sleeping", "calling")]
    [InlineData("kind=parks", "industrial-parks")]
    [InlineData("sector=magic", "logistics")]
    [InlineData("to.paris=10", "hcmc")]
    [InlineData("to.hcmc=near", "không âm")]
    [InlineData("district=%3Cscript%3E", "không dấu")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=107,10,106,11", "bbox")]
    [InlineData("within=106,10;107,11", "within")]
    [InlineData("within=106,10;107,11;107,10;106,11", "tự cắt")]
    [InlineData("sort=beauty", "ready")]
    [InlineData("page=0", "từ 1")]
    [InlineData("area.min=NaN", "không âm")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string filter, string said)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page("/invest?" + filter);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, PageReading.Words(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_from_outside_stay_words()
    {
        using var client = await shared.Client();

        var html = await client.Read("/invest?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&developer=%22%3E%3Csvg%3E");

        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><svg>", html, StringComparison.Ordinal);
        Assert.Contains("Không có khu hay dự án nào khớp", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_district_finds_nothing_and_can_be_taken_back()
    {
        using var client = await shared.Client();

        var html = await client.Read("/invest?district=atlantis&stage=calling");

        Assert.Contains("Không có khu hay dự án nào khớp", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/invest?stage=calling\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_before_the_plan_has_no_sites()
    {
        using var client = await shared.Client();

        Assert.Empty((await Listed(client, "as-of=2020-01-01")).Keys);
        Assert.Empty((await Listed(client, "known-at=2000-01-01")).Keys);
        Assert.NotEmpty((await Listed(client, "as-of=2024-01-01")).Keys);
    }

    [Fact]
    public async Task The_map_of_a_fixed_moment_may_be_kept_for_ever()
    {
        using var client = await shared.Client();
        var html = await client.Read("/invest?stage=calling&sort=name");
        var address = WebUtility.HtmlDecode(SitesAttribute().Match(html).Groups[1].Value);

        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Contains("stage=calling", address, StringComparison.Ordinal);
        Assert.DoesNotContain("sort=", address, StringComparison.Ordinal);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var again = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    static async Task<(HashSet<string> Keys, int Count, int Unplaced)> Listed(HttpClient client, string filter)
    {
        var keys = new List<string>();
        var (count, unplaced) = (0, 0);
        for (var page = 1; page == 1 || keys.Count < count; page++)
        {
            var html = await client.Read($"/invest?{filter}&page={page.ToString(CultureInfo.InvariantCulture)}");
            var said = PageReading.Words(html);
            count = int.Parse(Results().Match(said).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture);
            unplaced = Unplaced().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            var rows = PageReading.Rows(html.Replace("<li class=\"site\" data-feature", "<li data-feature", StringComparison.Ordinal));
            Assert.True(rows.Count > 0 || count == 0, $"{filter}: page {page} is empty, {keys.Count} of {count} seen");
            keys.AddRange(rows);
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        return ([.. keys], count, unplaced);
    }

    static async Task<HashSet<string>> Drawn(HttpClient client, string filter) => [.. (await Map(client, filter)).Select(Key)];

    static async Task<List<JsonElement>> Map(HttpClient client, string filter)
    {
        var json = await client.GetStringAsync($"/invest/sites.geojson?{filter}", TestContext.Current.CancellationToken);
        return [.. JsonElement.Parse(json).GetProperty("features").EnumerateArray()];
    }

    static string Key(JsonElement feature) =>
        Invariant($"{feature.GetProperty("properties").GetProperty("layer").GetString()}/{feature.GetProperty("id").GetInt64()}");

    static (double Longitude, double Latitude) Position(JsonElement feature)
    {
        var coordinates = feature.GetProperty("geometry").GetProperty("coordinates");
        return (coordinates[0].GetDouble(), coordinates[1].GetDouble());
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"(\d+) kết quả")]
    private static partial Regex Results();

    [GeneratedRegex(@"(\d+) chưa có vị trí")]
    private static partial Regex Unplaced();

    [GeneratedRegex("<la-view[^>]* sites=\"([^\"]+)\"")]
    private static partial Regex SitesAttribute();
}

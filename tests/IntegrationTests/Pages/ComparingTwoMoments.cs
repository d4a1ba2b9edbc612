using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Pages;

public sealed class ComparingTwoMoments(SharedSite shared)
{
    [Fact]
    public async Task Lists_the_districts_that_ended_and_the_communes_that_began()
    {
        using var client = await shared.Client();

        var html = await client.Read("/compare?from=2025-06-30&to=2025-07-01");

        Assert.Equal(60, PageReading.Rows(html).Count(row => row.StartsWith("communes/", StringComparison.Ordinal)));
        Assert.Equal(15, PageReading.Rows(html).Count(row => row.StartsWith("districts/", StringComparison.Ordinal)));
        Assert.Matches("""compare="r\d+@2025-06-30\|r\d+@2025-07-01""", html);
    }

    [Fact]
    public async Task Names_the_values_that_changed_and_the_area_gained()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        const string smaller = "POLYGON((106.40 10.60, 106.41 10.60, 106.41 10.61, 106.40 10.61, 106.40 10.60))";
        const string larger = "POLYGON((106.40 10.60, 106.42 10.60, 106.42 10.61, 106.40 10.61, 106.40 10.60))";
        var before = await plan.Publish(Create("centres", "TT-9", Content("Trung tâm thử", smaller, """{"functions":"chợ"}""")));
        var centre = await plan.Find("centres", "TT-9");
        var after = await plan.Publish(Update(centre, Content("Trung tâm thử", larger, """{"functions":"cảng"}"""), null));
        using var client = site.CreateClient();

        var words = PageReading.Words(await client.Read($"/compare?from=r{before}&to=r{after}"));

        Assert.Contains("0 thêm, 1 thay đổi, 0 không còn", words, StringComparison.Ordinal);
        Assert.Contains("vị trí, hình dạng", words, StringComparison.Ordinal);
        Assert.Contains("chợ → cảng", words, StringComparison.Ordinal);
        Assert.Matches(@"\+12\d,\d+ ha", words);
    }

    [Fact]
    public async Task Finds_a_publication_that_only_ends_a_feature()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        var park = await plan.Find("industrial-parks", "KCN-01");
        var revision = await plan.Publish(End(park, new DateOnly(2026, 1, 1)));
        using var client = site.CreateClient();

        var page = await client.Read($"/history/{revision}");

        Assert.Contains("class=\"removed\"", page, StringComparison.Ordinal);
        Assert.Equal([$"industrial-parks/{park.Id}"], PageReading.Rows(page));
    }
}

using System.Globalization;
using System.Net;
using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Pages;

public sealed class ReadingAFeature(SharedSite shared)
{
    [Fact]
    public async Task Tells_its_facts_with_labels_units_and_the_readers_figures()
    {
        using var client = await shared.Client();

        var vietnamese = PageReading.Words(await Feature(client, "industrial-parks", "KCN-01"));
        var english = PageReading.Words(await Feature(client, "industrial-parks", "KCN-01", "/en"));

        Assert.Contains("Diện tích 257,61 ha", vietnamese, StringComparison.Ordinal);
        Assert.Contains("257.61 ha", english, StringComparison.Ordinal);
        Assert.Contains("686/QĐ-TTg", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_what_may_be_measured_and_nothing_else()
    {
        using var client = await shared.Client();

        var commune = PageReading.Words(await Feature(client, "communes", "27694"));
        var park = PageReading.Words(await Feature(client, "industrial-parks", "KCN-01"));

        Assert.Matches(@"Diện tích đo trên bản đồ 3\.482,\d+ ha VN-2000", commune);
        Assert.Contains("không đo: vị trí chỉ mang tính minh họa", park, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_an_unknown_value_is_unknown()
    {
        using var client = await shared.Client();

        Assert.Contains("Tỷ lệ lấp đầy chưa có số liệu", PageReading.Words(await Feature(client, "industrial-parks", "KCN-03")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_what_it_lies_in_and_what_is_near()
    {
        using var client = await shared.Client();

        var html = await Feature(client, "industrial-parks", "KCN-01");
        var words = PageReading.Words(html);

        Assert.Contains("Nằm trong và chồng lên", words, StringComparison.Ordinal);
        Assert.Contains("Vùng đô thị và công nghiệp", words, StringComparison.Ordinal);
        Assert.Matches(@"Ở gần .*≈ \d+,?\d* (km|m)", words);
    }

    [Fact]
    public async Task Says_so_when_no_source_places_it()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        await plan.Publish(Create("transport", "GT-901", Content("Đường chưa rõ nơi", wkt: null)));
        var road = await plan.Find("transport", "GT-901");
        using var client = site.CreateClient();

        var words = PageReading.Words(await client.Read($"/plan/transport/{road.Id}"));

        Assert.Contains("Chưa có vị trí: không nguồn nào", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ở gần", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_a_code_to_the_feature()
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/en/plan/industrial-parks/kcn-01?as-of=2024-01-01", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Matches(@"^/en/plan/industrial-parks/\d+\?as-of=2024-01-01$", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Of_a_district_today_is_a_page_of_history()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await Feature(client, "districts", "803"));

        Assert.Contains("Lịch sử. Không còn hiệu lực từ 01/07/2025", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_has_ended_names_its_successor_and_its_code_leads_there()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        var day = new DateOnly(2026, 1, 1);
        await plan.Publish(Create("industrial-parks", "KCN-901", Content("KCN Cũ")), Create("industrial-parks", "KCN-902", Content("KCN Mới")));
        var old = await plan.Find("industrial-parks", "KCN-901");
        var successor = await plan.Find("industrial-parks", "KCN-902");
        await plan.Publish(End(old, day, "KCN-902"));
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        var words = PageReading.Words(await client.Read($"/plan/industrial-parks/{old.Id}"));
        using var byCode = await client.GetAsync("/plan/industrial-parks/KCN-901", TestContext.Current.CancellationToken);
        var arrived = PageReading.Words(await client.Read(byCode.Headers.Location!.ToString()));

        Assert.Contains("Không còn hiệu lực từ 01/01/2026 . Nay là KCN Mới", words, StringComparison.Ordinal);
        Assert.StartsWith($"/plan/industrial-parks/{successor.Id}?", byCode.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Kế tiếp của KCN Cũ", arrived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_hostile_names_as_text()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        const string name = "<img src=x onerror=alert(1)>\"'{{7*7}}";
        await plan.Publish(Create("industrial-parks", "KCN-901", Content(name, attributes: """{"developer":"</dd><script>alert(1)</script>"}""")));
        var feature = await plan.Find("industrial-parks", "KCN-901");
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var address in new[] { $"/plan/industrial-parks/{feature.Id}", "/plan/industrial-parks?q=onerror", "/history" })
        {
            var html = await client.Read(address);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        }
    }

    /// <summary>The page of the feature that its code leads to.</summary>
    static async Task<string> Feature(HttpClient client, string layer, string code, string prefix = "")
    {
        using var answer = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{prefix}/plan/{layer}/{code}"), TestContext.Current.CancellationToken);
        return await client.Read(answer.Headers.Location!.ToString());
    }
}

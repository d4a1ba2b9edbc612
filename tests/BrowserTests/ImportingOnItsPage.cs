using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A file sent on a page of its own: previewed on the map and row by row, taken by one press; axe finds nothing on the way.</summary>
public sealed class ImportingOnItsPage(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    const string TwoZones = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Khu nhập một","land_code":"SKK","status":"planned"},"geometry":{"type":"Polygon","coordinates":[[[106.40,10.58],[106.41,10.58],[106.41,10.59],[106.40,10.59],[106.40,10.58]]]}},
        {"type":"Feature","properties":{"name":"Khu nhập hai","land_code":"ODT","status":"planned"},"geometry":{"type":"Polygon","coordinates":[[[106.41,10.58],[106.42,10.58],[106.42,10.59],[106.41,10.59],[106.41,10.58]]]}}]}
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Is_previewed_and_enters_the_change_set_when_it_is_told_to(ColorScheme scheme, int width)
    {
        var (planner, changeSet) = await site.Draft();
        await using var visit = await site.Read(browser, planner, $"/change-sets/{changeSet}/import", options =>
        {
            options.ColorScheme = scheme;
            options.ViewportSize = new() { Width = width, Height = 844 };
        });
        await visit.Page.HasNoViolations();

        await visit.Panel().GetByLabel("Vào lớp").SelectOptionAsync("land-use");
        await visit.Panel().GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "hai-khu.geojson", MimeType = "application/geo+json", Buffer = Encoding.UTF8.GetBytes(TwoZones) });
        await Press(visit, "Đọc và xem trước");

        await Expect(visit.Heading("Xem trước")).ToBeVisibleAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Row).Filter(new() { HasText = "Khu nhập hai" })).ToContainTextAsync("Tạo mới");
        await Expect(visit.Page.Locator("la-view")).ToHaveAttributeAsync("outline", new Regex(@"\.geojson$"));
        await visit.Page.HasNoViolations();

        await Press(visit, "Đưa 2 thay đổi vào hồ sơ");
        await Expect(visit.Heading("Đã nhập vào hồ sơ")).ToBeVisibleAsync();
        await visit.Page.HasNoViolations();
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Về hồ sơ" }).ClickAsync();
        await Expect(visit.Panel()).ToContainTextAsync("Khu nhập một");
    }

    [Fact]
    public async Task Says_what_is_missing_before_anything_is_sent_along()
    {
        var (planner, changeSet) = await site.Draft();
        await using var visit = await site.Read(browser, planner, $"/change-sets/{changeSet}/import");
        visit.Expects("422");

        await Press(visit, "Đọc và xem trước");

        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToContainTextAsync("Chưa nhận được tệp");
        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await visit.Page.HasNoViolations();
    }

    static Task Press(Visit visit, string button) => visit.Panel().GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>Somebody with a land certificate asks what the plan says of it.</summary>
public sealed class LookingUpAParcel(TestBrowser browser)
{
    [Fact]
    public async Task Pastes_a_table_sees_the_parcel_on_the_map_and_takes_another_meridian()
    {
        await using var visit = await browser.Visit("/");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tra cứu" }).ClickAsync();
        await visit.Panel().GetByLabel("Bảng tọa độ").FillAsync("1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tra cứu" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lookup/[0-9a-f-]{36}"));
        await Expect(visit.Panel()).ToContainTextAsync("Thửa đất 20.880,0 m²");
        await Expect(visit.Page.Locator("la-view")).ToHaveAttributeAsync("outline", new System.Text.RegularExpressions.Regex(@"\.geojson$"));
        await visit.Panel().GetByText("cách hiểu khác cũng rơi vào trong tỉnh").ClickAsync();
        await visit.Panel().GetByRole(AriaRole.Listitem).Filter(new() { HasText = "kinh tuyến trục 105°30′" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visit.Panel()).ToContainTextAsync("VN-2000, kinh tuyến trục 105°30′");
    }

    [Fact]
    public async Task Hears_which_line_of_the_table_is_wrong_beside_what_was_typed()
    {
        await using var visit = await browser.Visit("/lookup");
        visit.Expects("422");

        await visit.Panel().GetByLabel("Bảng tọa độ").FillAsync("1203700 573800\n1203760\n1203640 573998");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tra cứu" }).ClickAsync();

        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToContainTextAsync("Dòng 2");
        await Expect(visit.Panel().GetByLabel("Bảng tọa độ")).ToHaveValueAsync("1203700 573800\n1203760\n1203640 573998");
    }
}

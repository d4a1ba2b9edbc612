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

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tra cứu", Exact = true }).ClickAsync();
        await visit.Panel().GetByLabel("Bảng tọa độ").FillAsync("1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lookup/[0-9a-f-]{36}"));
        await Expect(visit.Panel()).ToContainTextAsync("Thửa đất 20.880,0 m²");
        await Expect(visit.Page.Locator("la-view")).ToHaveAttributeAsync("outline", new System.Text.RegularExpressions.Regex(@"\.geojson$"));
        await visit.Page.HasNoViolations();
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
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();

        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToContainTextAsync("Dòng 2");
        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(visit.Panel().GetByLabel("Bảng tọa độ")).ToHaveValueAsync("1203700 573800\n1203760\n1203640 573998");
    }

    [Fact]
    public async Task Draws_a_planned_road_with_the_measuring_tool_and_reads_what_it_runs_through()
    {
        await using var visit = await browser.Visit("/lookup", options => options.ColorScheme = ColorScheme.Dark);
        await visit.MapIsDrawn();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đo khoảng cách, diện tích" }).ClickAsync();
        await visit.Page.Mouse.ClickAsync(900, 500);
        await visit.Page.Mouse.ClickAsync(1010, 560);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tra cứu tuyến này" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lookup/line/[0-9a-f-]{36}"));
        await Expect(visit.Panel()).ToContainTextAsync("Km 0+000–Km");
        await visit.Page.HasNoViolations();
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Đo khoảng cách, diện tích" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Converts_a_point_verifies_an_extract_and_looks_at_a_sheet_before_printing_it()
    {
        await using var visit = await browser.Visit("/convert");
        await visit.Panel().GetByLabel("Một điểm, hoặc mỗi dòng một điểm").FillAsync("10.5333 106.4133");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Đổi", Exact = true }).ClickAsync();
        await Expect(visit.Panel()).ToContainTextAsync("1.164.915,324");

        await visit.Page.GotoAsync("/lookup");
        await visit.Panel().GetByLabel("Bảng tọa độ").FillAsync("1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lookup/[0-9a-f-]{36}"));
        var json = await (await visit.Page.APIRequest.GetAsync(new Uri(visit.Page.Url).GetLeftPart(UriPartial.Path) + ".json")).JsonAsync();
        await visit.Page.GotoAsync("/verify");
        await visit.Panel().GetByLabel("Số bản trích").FillAsync(json!.Value.GetProperty("number").GetString()!);
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Kiểm tra" }).ClickAsync();
        await Expect(visit.Panel()).ToContainTextAsync("Không có gì thay đổi trên thửa đất này");
        await visit.Page.HasNoViolations();

        await visit.Page.GotoAsync("/print");
        await visit.Panel().GetByLabel("Hướng giấy").SelectOptionAsync("portrait");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("turn=portrait"));
        await Expect(visit.Panel().GetByRole(AriaRole.Img, new() { Name = "Tờ A4 như sẽ được in" })).ToHaveJSPropertyAsync("complete", true);
    }
}

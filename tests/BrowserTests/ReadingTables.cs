using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class ReadingTables(TestBrowser browser)
{
    [Fact]
    public async Task Marks_on_the_map_what_is_pointed_at_in_the_table()
    {
        await using var visit = await browser.Visit("/plan/industrial-parks");
        await visit.MapIsDrawn();
        var before = await visit.Picture();

        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "KCN Xuyên Á" }).HoverAsync();
        await visit.MapIsDrawn();

        await Expect(visit.Map()).ToBeVisibleAsync();
        await visit.PictureIsOtherThan(before);
    }

    [Fact]
    public async Task Sorts_filters_and_opens_a_feature()
    {
        await using var visit = await browser.Visit("/plan/industrial-parks");

        await visit.Panel().GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Diện tích") }).ClickAsync();
        // The address changes before the panel does; what is typed in between would be patched away.
        await Expect(visit.Panel().Locator("th[aria-sort]")).ToContainTextAsync("Diện tích");
        await visit.Panel().GetByPlaceholder("Tên hoặc mã").FillAsync("long hau");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Status)).ToContainTextAsync("khớp bộ lọc");
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "KCN Long Hậu 3" }).ClickAsync();

        await Expect(visit.Heading("KCN Long Hậu 3")).ToBeVisibleAsync();
        await Expect(visit.Panel()).ToContainTextAsync("686/QĐ-TTg");
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class TravellingInTime(TestBrowser browser)
{
    [Fact]
    public async Task One_setting_holds_for_every_page_that_follows()
    {
        await using var visit = await browser.Visit("/");

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("đổi thời điểm") }).ClickAsync();
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Trước 01/7/2025 (15 huyện Long An)" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("as-of=2025-06-30"));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Số liệu", Exact = true }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/plan[?].*as-of=2025-06-30"));
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Về hôm nay" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_day_on_which_nothing_was_different_comes_to_rest_too()
    {
        await using var visit = await browser.Visit("/?as-of=2025-07-01");
        await visit.MapIsDrawn();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Về hôm nay" }).First.ClickAsync();

        await Expect(visit.Page).Not.ToHaveURLAsync(new Regex("as-of"));
        await visit.MapIsDrawn();
    }

    [Fact]
    public async Task Two_days_are_compared_by_a_list_and_by_a_divider_on_the_map()
    {
        await using var visit = await browser.Visit("/compare?from=2025-06-30&to=2025-07-01");
        await visit.MapIsDrawn();

        await Expect(visit.Panel().GetByRole(AriaRole.Status).First).ToContainTextAsync("thêm");
        var divider = visit.Page.GetByRole(AriaRole.Separator, new() { Name = "Vạch so sánh hai thời điểm" });
        var before = await divider.GetAttributeAsync("aria-valuenow");
        await divider.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(divider).Not.ToHaveAttributeAsync("aria-valuenow", before!);
    }

    [Fact]
    public async Task The_plan_that_was_succeeded_says_so()
    {
        await using var visit = await browser.Visit("/");

        await Expect(visit.Panel()).ToContainTextAsync("2968/QĐ-UBND");
    }
}

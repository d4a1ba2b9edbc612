using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>From the first page to a brochure, on a phone of 390 pixels.</summary>
public sealed class TheInvestorsJourney(TestBrowser browser)
{
    [Fact]
    public async Task Leads_from_landing_to_a_brochure()
    {
        await using var visit = await browser.Visit("/", options =>
        {
            options.ViewportSize = new() { Width = 390, Height = 844 };
            options.HasTouch = true;
            options.IsMobile = true;
        });
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Mở trình đơn" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đầu tư" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/invest"));
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Tên, mã, xã, huyện hoặc chủ đầu tư" }).FillAsync("huu thanh idico");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await Expect(page.Locator(".found-count b")).ToHaveTextAsync("1");
        await Expect(page.Locator("la-map")).ToHaveAttributeAsync("data-sites", "1");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "the search is wider than the screen");

        await page.GetByRole(AriaRole.Link, new() { Name = "KCN Hựu Thạnh (IDICO)", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Những câu hỏi đầu tiên" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "the site's page is wider than the screen");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tờ giới thiệu (PDF)" }).ClickAsync());

        Assert.Equal("longan_kcn-07_vi.pdf", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        var head = new byte[5];
        await file.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), head);
    }

    [Fact]
    public async Task Keeps_compares_and_writes_to_the_agency()
    {
        await using var visit = await browser.Visit("/invest?q=duc+hoa&kind=industrial-parks&sort=name", options =>
        {
            options.ViewportSize = new() { Width = 390, Height = 844 };
            options.HasTouch = true;
            options.IsMobile = true;
        });
        var page = visit.Page;
        // A form that is refused on purpose.
        visit.Expects("422");

        for (var kept = 1; kept <= 2; kept++)
        {
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Thêm vào danh sách") }).First.ClickAsync();
            await Expect(page.Locator(".shortlist-line b")).ToHaveTextAsync($"{kept}");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Danh sách của bạn" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Ghi chú") }).First.FillAsync("Gọi lại tuần sau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi vào liên kết" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("note\\."));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^So sánh mục đã chọn") }).ClickAsync();
        await Expect(page.Locator("thead th[data-feature]")).ToHaveCountAsync(2);
        await Expect(page.Locator("la-map")).ToHaveAttributeAsync("data-sites", new Regex("^[12]$"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "the comparison is wider than the screen");

        await page.Locator("thead th[data-feature] a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi câu hỏi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy cho biết tên của bạn.");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Tên của bạn" }).FillAsync("Kim Min-jun");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Thư điện tử hoặc số điện thoại" }).FillAsync("kim@example.kr");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Điều bạn muốn hỏi" }).FillAsync("Còn bao nhiêu đất sạch?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi câu hỏi" }).ClickAsync();
        await Expect(page.Locator("#contact .done")).ToContainTextAsync("Đã gửi.");
    }
}

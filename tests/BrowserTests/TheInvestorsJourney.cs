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

        await page.GetByRole(AriaRole.Link, new() { Name = "KCN Hựu Thạnh (IDICO)" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Những câu hỏi đầu tiên" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "the site's page is wider than the screen");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tờ giới thiệu (PDF)" }).ClickAsync());

        Assert.Equal("longan_kcn-07_vi.pdf", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        var head = new byte[5];
        await file.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), head);
    }
}

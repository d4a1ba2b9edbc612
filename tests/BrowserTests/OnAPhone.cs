using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class OnAPhone(TestBrowser browser)
{
    static void Phone(BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = 390, Height = 844 };
        options.HasTouch = true;
        options.IsMobile = true;
    }

    public static TheoryData<string> Pages =>
        ["/", "/plan", "/plan/industrial-parks", "/search?q=tan+an", "/history", "/compare", "/plans", "/sources", "/time"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_runs_over_the_edge_of_the_screen(string path)
    {
        await using var visit = await browser.Visit(path, Phone);

        Assert.True(
            await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390,
            $"{path} is wider than the screen");
    }

    [Fact]
    public async Task The_sheet_is_raised_and_lowered_by_buttons()
    {
        await using var visit = await browser.Visit("/", Phone);
        await visit.MapIsDrawn();
        var sheet = visit.Panel();
        var before = (await sheet.BoundingBoxAsync())!.Y;

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("lên|Mở rộng|Nâng|Kéo", RegexOptions.IgnoreCase) }).First.ClickAsync();

        await Expect(sheet).ToBeInViewportAsync();
        Assert.True((await sheet.BoundingBoxAsync())!.Y < before);
    }
}

using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>The editor and the page of its change set, for readers of all kinds: axe finds nothing, wide and narrow, light and dark.</summary>
public sealed class ReadingTheEditor(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Is_without_violations_with_every_tool_in_use(ColorScheme scheme, int width)
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await site.Open(browser, planner, changeSet, options =>
        {
            options.ColorScheme = scheme;
            options.ViewportSize = new() { Width = width, Height = 844 };
        });
        await editor.Page.HasNoViolations("Chọn");
        foreach (var tool in new[] { "Vẽ", "Sửa đỉnh", "Hành lang, mở rộng", "Xoay, co giãn" })
        {
            await editor.Tool(tool).ClickAsync();
            await editor.Page.HasNoViolations(tool);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_review_is_without_violations(ColorScheme scheme, int width)
    {
        var (planner, changeSet) = await site.Draft();
        await using var visit = await site.Read(browser, planner, $"/change-sets/{changeSet}", options =>
        {
            options.ColorScheme = scheme;
            options.ViewportSize = new() { Width = width, Height = 844 };
        });
        await visit.MapIsDrawn();
        await visit.Page.HasNoViolations();
    }
}

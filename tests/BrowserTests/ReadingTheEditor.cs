using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>The editor and the page of its change set, for readers of all kinds: axe finds nothing, wide and narrow, light and dark.</summary>
public sealed class ReadingTheEditor(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

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
        await Clean(editor.Visit, "select");
        foreach (var tool in new[] { "Vẽ", "Sửa đỉnh", "Hành lang, mở rộng", "Xoay, co giãn" })
        {
            await editor.Tool(tool).ClickAsync();
            await Clean(editor.Visit, tool);
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
        await Clean(visit, "review");
    }

    static async Task Clean(Visit visit, string where)
    {
        var found = await visit.Page.RunAxe(Wcag);
        Assert.True(found.Violations.Length == 0, where + "\n" + string.Join('\n', found.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} — {string.Join(" | ", violation.Nodes.Take(4).Select(node => node.Html))}")));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A zone along two others without the corner that they have on its edge: found while it is drawn, mended by a button.</summary>
public sealed class MendingWhatTheRulesFind(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task A_corner_that_only_one_neighbour_has_is_found_and_added()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await site.Open(browser, planner, changeSet);
        await editor.Tool("Vẽ").ClickAsync();
        await editor.Click(EditingSite.West, EditingSite.North);
        await editor.Click(EditingSite.East, EditingSite.North);
        await editor.Click(106.43, 10.628);
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Measures("3 đỉnh");

        await editor.Turn("Kiểm tra");
        var finding = editor.Panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "R09" }).First;
        await Expect(finding).ToContainTextAsync(new Regex("giáp nhau nhưng 1 đỉnh chỉ có ở một bên"));
        await Expect(finding.GetByText("1 đỉnh", new() { Exact = true })).ToBeVisibleAsync();
        await finding.GetByRole(AriaRole.Button, new() { Name = "Thêm 1 đỉnh còn thiếu" }).ClickAsync();

        await editor.Says("Đã sửa. Ctrl+Z để hoàn tác.");
        await editor.Turn("Đối tượng");
        await editor.Measures("4 đỉnh");
        await Expect(editor.Panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "R09" })).ToHaveCountAsync(0);
    }
}

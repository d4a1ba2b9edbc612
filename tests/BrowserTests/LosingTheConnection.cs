using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A planner whose connection or tab goes away in the middle of the work.</summary>
public sealed class LosingTheConnection(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task Saves_what_was_done_meanwhile_when_it_is_back()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await Begin(planner, changeSet);
        await editor.Page.Context.SetOfflineAsync(true);

        await editor.Carry((EditingSite.Middle, EditingSite.HalfWay), (106.4235, 10.6112));
        await editor.Page.Mouse.UpAsync();
        await Expect(editor.Panel.GetByText(new Regex("^Chưa lưu được – còn giữ trên máy này")).First).ToBeVisibleAsync();
        Assert.True((await site.SavedCorners(changeSet)).SequenceEqual([6, 6]));
        var drawn = await editor.Figures();
        await editor.Page.Context.SetOfflineAsync(false);

        await editor.IsSaved();
        await editor.Page.ReloadAsync();
        await Expect(editor.Panel.GetByText("Thay đổi trong hồ sơ (2)")).ToBeVisibleAsync();
        await editor.Panel.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("Khu tây") }).First.ClickAsync();
        await Expect(editor.Panel.GetByText(drawn).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tab_that_is_closed_before_anything_was_saved_loses_nothing()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await Begin(planner, changeSet);
        await editor.Page.Context.SetOfflineAsync(true);
        await editor.Carry((EditingSite.Middle, EditingSite.HalfWay), (106.4235, 10.6112));
        await editor.Page.Mouse.UpAsync();
        await Expect(editor.Panel.GetByText(new Regex("^Chưa lưu được – còn giữ trên máy này")).First).ToBeVisibleAsync();
        var drawn = await editor.Figures();

        var address = editor.Page.Url;
        var context = editor.Page.Context;
        await editor.Page.CloseAsync(new() { RunBeforeUnload = false });
        await context.SetOfflineAsync(false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);

        await page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Khôi phục và lưu" }).ClickAsync();
        var panel = page.GetByRole(Microsoft.Playwright.AriaRole.Main);
        await panel.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("Khu tây") }).First.ClickAsync();
        await Expect(panel.GetByText(drawn).First).ToBeVisibleAsync();
        await Expect(panel.GetByText(new Regex("^(Đã lưu|Mọi thay đổi đã được lưu)")).First).ToBeVisibleAsync();
    }

    async Task<EditorOnTheScreen> Begin(Guid planner, Guid changeSet)
    {
        var editor = await site.Open(browser, planner, changeSet);
        // What the browser says of requests that the test itself makes fail.
        editor.Visit.Expects("ERR_INTERNET_DISCONNECTED");
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Sửa đỉnh").ClickAsync();
        await Expect(editor.Options.GetByText("Kéo một đỉnh", new() { Exact = false })).ToBeVisibleAsync();
        return editor;
    }
}

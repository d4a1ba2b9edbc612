using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The way back, by keys: through a sketch click by click, then through all that was done, and forth again.</summary>
public sealed class UndoingInTheEditor(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        return await site.Open(browser, planner, changeSet);
    }

    [Fact]
    public async Task Takes_back_the_last_click_of_a_sketch_before_anything_that_was_done()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Xoay, co giãn").ClickAsync();
        await editor.Options.GetByLabel("Tỷ lệ (%)").FillAsync("50");
        await editor.Options.GetByLabel("Tỷ lệ (%)").PressAsync("Enter");
        await editor.Measures("121,0324 ha");
        await editor.Tool("Vẽ").ClickAsync();
        foreach (var (longitude, latitude) in new[] { (106.385, 10.585), (106.392, 10.585), (106.392, 10.590), (106.385, 10.592) })
        {
            await editor.Click(longitude, latitude);
        }

        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Page.Keyboard.PressAsync("Control+Shift+z");
        await editor.Page.Keyboard.PressAsync("Enter");

        await editor.Measures("3 đỉnh");
        await editor.Has(changes: 3);
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Has(changes: 2);
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Pick(106.402, 10.618, "Khu tây");
        await editor.Measures("484,1295 ha");
    }

    [Fact]
    public async Task Leads_through_all_that_was_done_and_forth_again_to_the_same_draft()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Cắt").ClickAsync();
        await editor.Click(106.395, 10.605);
        await editor.Click(106.419, 10.595);
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Has(changes: 3);
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Pick(106.432, 10.613, "Khu đông");
        await editor.Page.Keyboard.PressAsync("Delete");
        await editor.Has(changes: 2);
        await editor.IsSaved();

        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Has(changes: 3);
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Has(changes: 2);
        await Expect(editor.Tool("Hoàn tác")).ToHaveAttributeAsync("aria-disabled", "true");
        await editor.Page.Keyboard.PressAsync("Control+y");
        await editor.Page.Keyboard.PressAsync("Control+y");
        await editor.Has(changes: 2);
        await Expect(editor.Tool("Làm lại")).ToHaveAttributeAsync("aria-disabled", "true");
        await editor.IsSaved();

        await editor.Page.ReloadAsync();
        await editor.Has(changes: 2);
        await Expect(editor.Panel.GetByText("Khu tây (2)")).ToBeVisibleAsync();
        await Expect(editor.Panel.GetByText("Khu đông")).ToBeHiddenAsync();
    }
}

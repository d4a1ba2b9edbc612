using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The form that a layer's schema makes: what is required, in which unit, from which list, and what can't be read.</summary>
public sealed class FillingInAFeature(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        var editor = await site.Open(browser, planner, changeSet);
        await editor.Pick(106.412, 10.613, "Khu tây");
        return editor;
    }

    [Fact]
    public async Task Says_what_is_required_and_in_which_unit_and_offers_the_layers_own_codes()
    {
        await using var editor = await Open();
        var name = editor.Panel.GetByLabel("Tên *");
        await Expect(editor.Panel.Locator(".editor-row").Filter(new() { HasText = "Diện tích" }).GetByText("ha", new() { Exact = true })).ToBeVisibleAsync();

        await name.FillAsync("");
        await name.PressAsync("Tab");

        await Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(editor.Panel.GetByText("Cần điền.")).ToBeVisibleAsync();
        var status = editor.Panel.GetByLabel("Tình trạng *");
        await Expect(status.GetByRole(AriaRole.Option)).Not.ToHaveCountAsync(1);
        await status.SelectOptionAsync("existing");
        await name.FillAsync("Khu <b>mới</b>");
        await name.PressAsync("Tab");
        await Expect(editor.Panel.GetByRole(AriaRole.Heading, new() { Name = "Khu <b>mới</b>" })).ToBeVisibleAsync();
        await editor.IsSaved();
    }

    [Fact]
    public async Task Keeps_what_it_cannot_read_until_it_is_mended()
    {
        await using var editor = await Open();
        var area = editor.Panel.GetByLabel("Diện tích");
        await area.FillAsync("mười hai");
        await area.PressAsync("Tab");
        await Expect(editor.Panel.GetByText("Cần một số, ví dụ 1.234,5.")).ToBeVisibleAsync();

        // Something else is changed and saved meanwhile.
        await editor.Panel.GetByLabel("Tên tiếng Anh").FillAsync("West");
        await editor.Panel.GetByLabel("Tên tiếng Anh").PressAsync("Tab");
        await editor.IsSaved();
        await Expect(area).ToHaveValueAsync("mười hai");
        await Expect(editor.Panel.GetByText("Cần một số, ví dụ 1.234,5.")).ToBeVisibleAsync();

        await area.FillAsync("1.234,5");
        await area.PressAsync("Tab");
        await Expect(editor.Panel.GetByText("Cần một số, ví dụ 1.234,5.")).ToBeHiddenAsync();
        await Expect(area).ToHaveValueAsync("1.234,5");
    }
}

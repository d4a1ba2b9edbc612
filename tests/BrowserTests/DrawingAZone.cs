using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A zone drawn by clicks, by numbers and along what is there already; cut, joined and given a hole.</summary>
public sealed class DrawingAZone(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        return await site.Open(browser, planner, changeSet);
    }

    [Fact]
    public async Task Tells_length_area_and_district_while_it_is_being_drawn()
    {
        await using var editor = await Open();
        await editor.Tool("Vẽ").ClickAsync();
        await editor.Click(106.404, 10.623);
        await editor.Click(106.414, 10.623);
        await editor.Click(106.414, 10.628);

        await Expect(editor.Options.GetByText(new Regex(@"ha · chu vi [\d.,]+ k?m · .*Thủ Thừa [\d,]+ ha"))).ToBeVisibleAsync();
        await editor.Page.Keyboard.PressAsync("Escape");
        await Expect(editor.Options.GetByText("Bấm trên bản đồ để đặt đỉnh.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Takes_corners_as_numbers_of_either_system_and_as_length_and_bearing()
    {
        await using var editor = await Open();
        await editor.Tool("Vẽ").ClickAsync();
        var field = editor.Options.GetByLabel("Nhập điểm: X Y, hoặc @dài phương vị");
        foreach (var entry in new[] { "10,6230 106,4040", "@400 90", "@300 180", "@400 270" })
        {
            await field.FillAsync(entry);
            await field.PressAsync("Enter");
            await Expect(field).ToHaveValueAsync("");
        }

        await field.PressAsync("Enter");

        await Expect(editor.Panel.GetByText(new Regex(@"^12,0000 ha · chu vi 1\.400,0 m · 4 đỉnh"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Says_what_it_does_not_understand_and_keeps_it_to_be_mended()
    {
        await using var editor = await Open();
        await editor.Tool("Vẽ").ClickAsync();
        var field = editor.Options.GetByLabel("Nhập điểm: X Y, hoặc @dài phương vị");

        await field.FillAsync("phía bắc");
        await field.PressAsync("Enter");

        await Expect(editor.Page.GetByText(new Regex("^Chưa hiểu tọa độ")).First).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("phía bắc");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Is_cut_in_two_by_a_line_and_joined_again()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Cắt").ClickAsync();
        await editor.Click(106.395, 10.605);
        await editor.Click(106.419, 10.595);
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page.GetByText("Đã cắt thành 2 phần.").First).ToBeVisibleAsync();
        await Expect(editor.Panel.GetByText("Thay đổi trong hồ sơ (3)")).ToBeVisibleAsync();

        await editor.Tool("Hoàn tác").ClickAsync();

        await Expect(editor.Panel.GetByText("Thay đổi trong hồ sơ (2)")).ToBeVisibleAsync();
        await editor.IsSaved();
    }

    [Fact]
    public async Task Gets_a_hole_that_its_area_is_less_by()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        var before = await editor.Figures();
        await editor.Tool("Khoét lỗ").ClickAsync();
        foreach (var (longitude, latitude) in new[] { (106.405, 10.604), (106.410, 10.604), (106.410, 10.608) })
        {
            await editor.Click(longitude, latitude);
        }

        await editor.Page.Keyboard.PressAsync("Enter");

        await Expect(editor.Panel.GetByText(new Regex("9 đỉnh")).First).ToBeVisibleAsync();
        Assert.NotEqual(before, await editor.Figures());
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>What becomes of features by the tools: a corridor of a line, one zone of two, another size, another layer, parts.</summary>
public sealed class ShapingAFeature(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        return await site.Open(browser, planner, changeSet);
    }

    [Fact]
    public async Task A_corridor_arises_from_its_axis_and_width()
    {
        await using var editor = await Open();
        await editor.Panel.GetByLabel("Lớp đang vẽ").SelectOptionAsync("transport");
        await editor.Tool("Vẽ").ClickAsync();
        await editor.Options.GetByLabel("Kiểu hình").SelectOptionAsync("line");
        var field = editor.Options.GetByLabel("Nhập điểm: X Y, hoặc @dài phương vị");
        foreach (var entry in new[] { "10,5950 106,4040", "@1000 90", "" })
        {
            await field.FillAsync(entry);
            await field.PressAsync("Enter");
        }

        await editor.Measures("dài 1.000,0 m · 2 đỉnh");
        await editor.Tool("Hành lang, mở rộng").ClickAsync();
        await editor.Options.GetByLabel("Bề rộng hành lang (m)").FillAsync("50");
        await Expect(editor.Options.GetByText(new Regex("^5,[0-9]{4} ha"))).ToBeVisibleAsync();
        await editor.Options.GetByRole(AriaRole.Button, new() { NameRegex = new("^Tạo trong lớp") }).ClickAsync();

        await editor.Measures("ha · chu vi 2.");
        await editor.Has(changes: 4);
    }

    [Fact]
    public async Task Two_neighbours_become_one_and_one_undo_parts_them_again()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Page.Keyboard.DownAsync("Shift");
        await editor.Click(106.432, 10.613);
        await editor.Page.Keyboard.UpAsync("Shift");

        await editor.Tool("Gộp").ClickAsync();
        await editor.Says("Đã gộp 2 vùng.");
        await editor.Measures("968,26");
        await editor.Has(changes: 1);

        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Has(changes: 2);
        await editor.IsSaved();
    }

    [Fact]
    public async Task Half_the_size_is_a_quarter_of_the_area_whichever_way_it_is_turned()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Measures("484,1295 ha");

        await editor.Tool("Xoay, co giãn").ClickAsync();
        await editor.Options.GetByLabel("Tỷ lệ (%)").FillAsync("50");
        await editor.Options.GetByLabel("Xoay theo chiều kim đồng hồ (°)").FillAsync("30");
        await editor.Options.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();

        await editor.Measures("121,0324 ha");
    }

    [Fact]
    public async Task A_copy_in_another_layer_keeps_the_shape_and_asks_for_what_that_layer_requires()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Sao chép sang lớp khác").ClickAsync();
        var dialog = editor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Lớp nhận").SelectOptionAsync("industrial-parks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sao chép", Exact = true }).ClickAsync();

        await editor.Has(changes: 3);
        await Expect(editor.Panel.GetByText("Khu công nghiệp (KCN) · thêm mới")).ToBeVisibleAsync();
        await editor.Measures("484,1295 ha");
        await Expect(editor.Panel.GetByText("Cần điền.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_part_is_added_and_removed_again_in_the_table()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Vẽ").ClickAsync();
        await editor.Options.GetByLabel("Thêm phần cho đối tượng đang chọn").CheckAsync();
        foreach (var (longitude, latitude) in new[] { (106.385, 10.600), (106.392, 10.600), (106.392, 10.606) })
        {
            await editor.Click(longitude, latitude);
        }

        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Measures("9 đỉnh");
        await editor.Has(changes: 2);

        await editor.Turn("Tọa độ");
        await editor.Panel.GetByLabel("Phần, vòng").SelectOptionAsync(new SelectOptionValue { Label = "Phần 2 (3)" });
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Bỏ phần này" }).ClickAsync();
        await editor.Turn("Đối tượng");
        await editor.Measures("484,1295 ha · chu vi 8.801,3 m · 6 đỉnh");
    }

    [Fact]
    public async Task A_hole_is_closed_in_the_table()
    {
        await using var editor = await Open();
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Khoét lỗ").ClickAsync();
        foreach (var (longitude, latitude) in new[] { (106.405, 10.604), (106.410, 10.604), (106.410, 10.608) })
        {
            await editor.Click(longitude, latitude);
        }

        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Measures("9 đỉnh");

        await editor.Turn("Tọa độ");
        await editor.Panel.GetByLabel("Phần, vòng").SelectOptionAsync(new SelectOptionValue { Label = "Phần 1, lỗ 1 (3)" });
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Lấp lỗ này" }).ClickAsync();
        await editor.Turn("Đối tượng");
        await editor.Measures("484,1295 ha · chu vi 8.801,3 m · 6 đỉnh");
    }
}

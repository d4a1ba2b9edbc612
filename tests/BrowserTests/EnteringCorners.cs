using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A table of corners as it stands on paper, pasted: either system, either way of writing numbers.</summary>
public sealed class EnteringCorners(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    static readonly (string Table, string System, string Area)[] Tables =
    [
        ("1\t1172400,00\t573700,00\n2\t1172400,00\t574500,00\n3\t1172900,00\t574500,00\n4\t1172900,00\t573700,00\n1\t1172400,00\t573700,00", "VN-2000", "40,0000 ha"),
        ("STT X Y\n1 1172400.00 573700.00\n2 1172400.00 574500.00\n3 1172900.00 574500.00", "VN-2000", "20,0000 ha"),
        ("1;1.172.400,00;573.700,00\n2;1.172.400,00;574.500,00\n3;1.172.900,00;574.500,00", "VN-2000", "20,0000 ha"),
        ("10,6020 106,4230\n10,6020 106,4300\n10,6065 106,4300", "WGS 84", "19,0632 ha"),
        ("10.6020,106.4230\n10.6020,106.4300\n10.6065,106.4300", "WGS 84", "19,0632 ha"),
    ];

    async Task<(EditorOnTheScreen Editor, ILocator Dialog)> Open()
    {
        var (planner, changeSet) = await site.Draft();
        var editor = await site.Open(browser, planner, changeSet);
        await editor.Tool("Nhập bảng tọa độ").ClickAsync();
        return (editor, editor.Page.GetByRole(AriaRole.Dialog));
    }

    [Fact]
    public async Task Is_read_while_it_is_typed_and_becomes_a_zone()
    {
        var (opened, dialog) = await Open();
        await using var editor = opened;
        foreach (var (table, system, area) in Tables)
        {
            await dialog.GetByLabel("Bảng tọa độ").FillAsync(table);
            await Expect(dialog.GetByText(new Regex($@"Đọc được \d điểm \({system}\)"))).ToBeVisibleAsync();
            await Expect(dialog.GetByText($"Diện tích {area}")).ToBeVisibleAsync();
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tạo hình" }).ClickAsync();

        await editor.Measures("19,0632 ha");
        await editor.Has(changes: 3);
        await Expect(editor.Panel.GetByLabel("Độ chính xác vị trí")).ToHaveValueAsync("surveyed");
    }

    [Fact]
    public async Task Says_when_X_and_Y_had_to_change_places_and_what_it_could_not_read()
    {
        var (opened, dialog) = await Open();
        await using var editor = opened;

        await dialog.GetByLabel("Bảng tọa độ").FillAsync("573700,00\t1172400,00\n574500,00\t1172400,00\n12\t13\n574500,00\t1172900,00");

        await Expect(dialog.GetByText(new Regex("^X và Y chỉ nằm trong tỉnh khi đổi chỗ cho nhau"))).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Bỏ qua dòng 3.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Takes_the_place_of_an_outline_when_asked()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await site.Open(browser, planner, changeSet);
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Nhập bảng tọa độ").ClickAsync();
        var dialog = editor.Page.GetByRole(AriaRole.Dialog);

        await dialog.GetByLabel("Bảng tọa độ").FillAsync(Tables[0].Table);
        await dialog.GetByLabel("Thay cho ranh của đối tượng đang chọn").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tạo hình" }).ClickAsync();

        await editor.Measures("40,0000 ha");
        await editor.Has(changes: 2);
    }

    [Fact]
    public async Task A_vertex_moves_by_its_figures_in_all_zones_that_share_it_and_stays_where_they_make_no_sense()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await site.Open(browser, planner, changeSet);
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Turn("Tọa độ");
        await editor.Panel.GetByLabel("Hệ tọa độ").SelectOptionAsync("wgs84");
        var longitude = editor.Panel.GetByLabel("Đỉnh 3, kinh độ");
        await Expect(longitude).ToHaveValueAsync("106,420000000");

        await longitude.FillAsync("116,42");
        await longitude.PressAsync("Tab");
        await editor.Says("Tọa độ này không nằm trong vùng của tỉnh; đỉnh giữ nguyên.");
        await Expect(longitude).ToHaveAttributeAsync("aria-invalid", "true");
        await longitude.FillAsync("106.421");
        await longitude.PressAsync("Tab");

        await Expect(longitude).ToHaveValueAsync("106,421000000");
        await editor.Turn("Đối tượng");
        await editor.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new("Khu đông") }).First.ClickAsync();
        await editor.Turn("Tọa độ");
        await editor.Panel.GetByLabel("Hệ tọa độ").SelectOptionAsync("wgs84");
        await Expect(editor.Panel.Locator("input[value='106,421000000']")).ToHaveCountAsync(1);
    }
}

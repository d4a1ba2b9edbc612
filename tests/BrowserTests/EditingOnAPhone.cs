using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The editor at 390 × 844 with a finger: the sheet makes way for the map, and comes back with the form.</summary>
public sealed class EditingOnAPhone(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        return await site.Open(browser, planner, changeSet, Phone, zoom: 12);
    }

    static void Phone(BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = 390, Height = 844 };
        options.HasTouch = true;
        options.IsMobile = true;
    }

    [Fact]
    public async Task A_zone_is_drawn_by_taps_on_a_map_that_the_sheet_has_left_free()
    {
        await using var editor = await Open();
        var before = (await editor.Panel.BoundingBoxAsync())!.Height;
        await editor.Tool("Vẽ").TapAsync();
        await Expect(editor.Options.GetByText("Bấm trên bản đồ để đặt đỉnh.")).ToBeVisibleAsync();
        Assert.True((await editor.Panel.BoundingBoxAsync())!.Height < before / 2);

        foreach (var (longitude, latitude) in new[] { (106.404, 10.623), (106.420, 10.623), (106.420, 10.630) })
        {
            await editor.Tap(longitude, latitude);
        }

        await editor.Options.GetByRole(AriaRole.Button, new() { Name = "Xong (Enter)" }).TapAsync();

        await editor.Says("Đã vẽ xong. Hãy điền bảng thuộc tính.");
        await editor.Has(changes: 3);
        await Expect(editor.Panel.GetByLabel("Tên *")).ToBeVisibleAsync();
        Assert.True((await editor.Panel.BoundingBoxAsync())!.Height > before * 0.9);
    }

    [Fact]
    public async Task A_vertex_is_moved_in_the_table_by_figures()
    {
        await using var editor = await Open();
        await editor.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new("Khu tây") }).First.TapAsync();
        var before = await editor.Figures();
        await editor.Turn("Tọa độ");
        var easting = editor.Panel.GetByLabel("Đỉnh 3, Y đông");
        var metres = decimal.Parse((await easting.InputValueAsync()).Replace(',', '.'), CultureInfo.InvariantCulture);

        await easting.FillAsync((metres + 50).ToString("0.000", CultureInfo.InvariantCulture));
        await easting.PressAsync("Enter");
        await editor.Turn("Đối tượng");

        await editor.IsSaved();
        Assert.NotEqual(before, await editor.Figures());
        Assert.Equal(390, await editor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_finger_carries_a_corner_that_two_zones_share()
    {
        await using var editor = await Open();
        await editor.Tool("Sửa đỉnh").TapAsync();
        await editor.Tap(106.41, 10.613);
        var before = await editor.Figures();

        await editor.CarryByFinger((EditingSite.Middle, EditingSite.HalfWay), (EditingSite.Middle + 0.006, EditingSite.HalfWay + 0.001));

        await editor.Says("Ranh chung đã dời cùng: Khu đông");
        await editor.IsSaved();
        Assert.NotEqual(before, await editor.Figures());
    }
}

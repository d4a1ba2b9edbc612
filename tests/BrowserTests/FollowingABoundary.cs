using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A new zone beside one that is there: its corners are met, its border is followed.</summary>
public sealed class FollowingABoundary(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    async Task<EditorOnTheScreen> Draw()
    {
        var (planner, changeSet) = await site.Draft();
        var editor = await site.Open(browser, planner, changeSet);
        await editor.Tool("Vẽ").ClickAsync();
        return editor;
    }

    [Fact]
    public async Task Takes_the_corners_between_two_clicks_by_the_shorter_way()
    {
        await using var editor = await Draw();
        await editor.Options.GetByLabel("Dò theo ranh có sẵn").CheckAsync();

        await editor.Click(EditingSite.West, EditingSite.South);
        await editor.Click(EditingSite.West, EditingSite.North);
        await editor.Options.GetByLabel("Dò theo ranh có sẵn").UncheckAsync();
        await editor.Click(106.39, 10.622);
        await editor.Page.Keyboard.PressAsync("Enter");

        // Two clicks on the border, the corner half way up between them, and one click beside it.
        await editor.Measures("4 đỉnh");
        await editor.Has(changes: 3);
    }

    [Fact]
    public async Task Goes_the_other_way_round_while_Shift_is_held()
    {
        await using var editor = await Draw();
        await editor.Page.Keyboard.PressAsync("t");

        await editor.Click(EditingSite.West, EditingSite.South);
        await editor.Page.Keyboard.DownAsync("Shift");
        await editor.Click(EditingSite.West, EditingSite.North);
        await editor.Page.Keyboard.UpAsync("Shift");
        await editor.Page.Keyboard.PressAsync("Enter");

        // Round the zone: its three corners in the east, without the one half way up in the west.
        await editor.Measures("5 đỉnh");
    }

    [Fact]
    public async Task Says_so_where_no_boundary_leads_from_one_click_to_the_other()
    {
        await using var editor = await Draw();
        await editor.Page.Keyboard.PressAsync("t");

        await editor.Click(EditingSite.West, EditingSite.South);
        await editor.Click(EditingSite.East, EditingSite.North);

        await editor.Says("Hai điểm không nằm trên cùng một ranh.");
    }

    [Fact]
    public async Task Names_what_the_pointer_is_drawn_to_before_the_first_click_unless_Alt_is_held_or_snapping_is_off()
    {
        await using var editor = await Draw();
        var chip = editor.Page.GetByText("bắt điểm: đỉnh Khu tây");
        var (x, y) = editor.At(EditingSite.West, EditingSite.South);

        await editor.Page.Mouse.MoveAsync(x + 5, y + 5, new() { Steps = 3 });
        await Expect(chip).ToBeVisibleAsync();

        await editor.Page.Keyboard.DownAsync("Alt");
        await editor.Page.Mouse.MoveAsync(x + 6, y + 5);
        await Expect(chip).ToBeHiddenAsync();
        await editor.Page.Keyboard.UpAsync("Alt");
        await editor.Page.Mouse.MoveAsync(x + 5, y + 5);
        await Expect(chip).ToBeVisibleAsync();

        await editor.Tool("Bắt điểm").ClickAsync();
        await editor.Page.Mouse.MoveAsync(x + 6, y + 5, new() { Steps = 3 });
        await Expect(chip).ToBeHiddenAsync();
        await Expect(editor.Tool("Bắt điểm")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Sets_a_corner_beside_the_neighbours_while_Alt_is_held()
    {
        await using var editor = await Draw();
        var (x, y) = editor.At(EditingSite.East, EditingSite.South);
        await editor.Page.Mouse.MoveAsync(x + 4, y + 4, new() { Steps = 2 });
        await editor.Page.Keyboard.DownAsync("Alt");
        await editor.Page.Mouse.ClickAsync(x + 5, y + 5, new() { Delay = 30 });
        await editor.Page.Keyboard.UpAsync("Alt");
        await editor.Options.GetByLabel("Nhập điểm: X Y, hoặc @dài phương vị").FillAsync("10,60 106,45");
        await editor.Options.GetByLabel("Nhập điểm: X Y, hoặc @dài phương vị").PressAsync("Enter");
        await editor.Click(106.445, 10.593);
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Turn("Tọa độ");
        await editor.Panel.GetByLabel("Hệ tọa độ").SelectOptionAsync("wgs84");

        await Expect(editor.Panel.GetByLabel("Đỉnh 1, kinh độ")).ToHaveValueAsync(new Regex(@"^106,4404"));
        await Expect(editor.Panel.GetByLabel("Đỉnh 2, kinh độ")).ToHaveValueAsync("106,450000000");
    }
}

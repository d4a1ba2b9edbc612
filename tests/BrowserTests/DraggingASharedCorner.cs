using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A corner that two zones share, carried over the map: what is told on the way, and every way to end it.</summary>
public sealed class DraggingASharedCorner(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    static readonly (double, double) Corner = (EditingSite.Middle, EditingSite.HalfWay);
    static readonly (double, double) Elsewhere = (106.4235, 10.6112);

    async Task<(EditorOnTheScreen Editor, Guid ChangeSet)> EditVertices()
    {
        var (planner, changeSet) = await site.Draft();
        var editor = await site.Open(browser, planner, changeSet);
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Sửa đỉnh").ClickAsync();
        return (editor, changeSet);
    }

    [Fact]
    public async Task Tells_the_area_its_change_the_neighbour_and_the_district_before_it_is_dropped()
    {
        var (editor, _) = await EditVertices();
        await using var visit = editor;

        await editor.Carry(Corner, Elsewhere);

        await Expect(editor.Options.GetByText(new Regex(@"ha \(\+[\d,]+ ha\) · chu vi .* · Khu đông −"))).ToBeVisibleAsync();
        await Expect(editor.Options.GetByText(new Regex("Thủ Thừa"))).ToBeVisibleAsync();
        await editor.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task Moves_it_in_both_zones_and_one_undo_takes_it_back()
    {
        var (editor, changeSet) = await EditVertices();
        await using var visit = editor;
        var before = await editor.Figures();

        await editor.Carry(Corner, Elsewhere);
        await editor.Page.Mouse.UpAsync();

        await Expect(editor.Page.GetByText("Ranh chung đã dời cùng: Khu đông").First).ToBeVisibleAsync();
        Assert.NotEqual(before, await editor.Figures());
        await editor.IsSaved();
        await editor.Page.Keyboard.PressAsync("Control+z");
        await Expect(editor.Panel.GetByText(before).First).ToBeVisibleAsync();
        await editor.IsSaved();
        Assert.True((await site.SavedCorners(changeSet)).SequenceEqual([6, 6]));
    }

    [Fact]
    public async Task Escape_puts_it_back_while_the_button_is_held()
    {
        var (editor, _) = await EditVertices();
        await using var visit = editor;
        var before = await editor.Figures();

        await editor.Carry(Corner, Elsewhere);
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Page.Mouse.UpAsync();

        await Expect(editor.Tool("Hoàn tác")).ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Equal(before, await editor.Figures());
    }

    [Fact]
    public async Task Arrows_move_it_in_both_zones_too()
    {
        var (editor, _) = await EditVertices();
        await using var visit = editor;
        var before = await editor.Figures();
        await editor.Click(EditingSite.Middle, EditingSite.HalfWay);

        await editor.Page.Keyboard.PressAsync("Shift+ArrowRight");

        await Expect(editor.Page.GetByText("Ranh chung đã dời cùng: Khu đông").First).ToBeVisibleAsync();
        Assert.NotEqual(before, await editor.Figures());
        await editor.Page.Keyboard.PressAsync("Control+z");
        await Expect(editor.Panel.GetByText(before).First).ToBeVisibleAsync();
    }
}

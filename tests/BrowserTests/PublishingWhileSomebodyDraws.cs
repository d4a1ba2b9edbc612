using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The plan moves on under an open draft: what is in the hand stays in the hand, what is new can be met at once.</summary>
public sealed class PublishingWhileSomebodyDraws(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task A_drag_goes_on_and_what_was_published_catches_the_pointer_without_a_reload()
    {
        var (planner, changeSet) = await site.Draft();
        await using var editor = await site.Open(browser, planner, changeSet);
        await editor.Pick(106.412, 10.613, "Khu tây");
        await editor.Tool("Sửa đỉnh").ClickAsync();
        var revision = editor.Page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link);
        var before = await revision.InnerTextAsync();
        await editor.Carry((EditingSite.Middle, EditingSite.HalfWay), (106.4235, 10.6112));

        await site.PublishSomethingElse();
        await Expect(revision).Not.ToHaveTextAsync(before);
        await editor.Page.Mouse.UpAsync();

        await editor.Says("Ranh chung đã dời cùng: Khu đông");
        await editor.IsSaved();
        await editor.Has(changes: 2);
        await editor.Tool("Vẽ").ClickAsync();
        await editor.Hover(EditingSite.West, 10.59);
        await Expect(editor.Page.GetByText("bắt điểm: đỉnh Khu nam")).ToBeVisibleAsync();
    }
}

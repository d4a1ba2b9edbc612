using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>Two planners with one draft open: each sees the other, and what the other has saved.</summary>
public sealed class PlanningTogether(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task Both_see_each_other_and_a_border_that_one_moves_moves_for_the_other()
    {
        var (first, changeSet) = await site.Draft();
        var second = await site.NewPlanner();
        await site.Invite(changeSet, second);
        await using var one = await site.Open(browser, first, changeSet);
        await using var other = await site.Open(browser, second, changeSet);
        await Expect(one.Page.GetByText(new Regex("cũng đang mở hồ sơ này")).First).ToBeVisibleAsync();
        await other.Pick(106.412, 10.613, "Khu tây");
        var before = await other.Figures();

        await one.Pick(106.412, 10.613, "Khu tây");
        await one.Tool("Sửa đỉnh").ClickAsync();
        await one.Carry((EditingSite.Middle, EditingSite.HalfWay), (106.4235, 10.6112));
        await one.Page.Mouse.UpAsync();
        await one.IsSaved();

        var after = await one.Figures();
        Assert.NotEqual(before, after);
        await Expect(other.Panel.GetByText(after).First).ToBeVisibleAsync();
    }
}

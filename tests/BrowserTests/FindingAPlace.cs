using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class FindingAPlace(TestBrowser browser)
{
    [Fact]
    public async Task Takes_three_keys_after_the_name_is_typed_without_diacritics()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();
        var search = visit.Page.GetByRole(AriaRole.Combobox);

        await search.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("kcn long hau 3");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("KCN Long Hậu 3");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Heading("KCN Long Hậu 3")).ToBeVisibleAsync();
        await visit.MapIsDrawn();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("#map=1[0-9]"));
    }

    [Fact]
    public async Task Works_as_a_page_too()
    {
        await using var visit = await browser.Visit("/search?q=duc+hoa");

        await Expect(visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Huyện Đức Hòa" })).ToBeVisibleAsync();
        await Expect(visit.Panel()).ToContainTextAsync("30/06/2025");
    }

    [Fact]
    public async Task Reads_coordinates_and_says_how_it_understood_them()
    {
        await using var visit = await browser.Visit("/search?q=X%3D1164915.324+Y%3D572400.671");

        await visit.Panel().GetByRole(AriaRole.Link, new() { NameRegex = new Regex("10,5333") }).First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/at[?]lat=10.5333"));
    }

    [Fact]
    public async Task Says_plainly_that_nothing_was_found()
    {
        await using var visit = await browser.Visit("/search?q=zzzzqqqq");

        await Expect(visit.Panel().GetByRole(AriaRole.Status)).ToContainTextAsync("Không có tên nào khớp");
    }
}

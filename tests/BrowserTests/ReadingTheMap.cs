using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed partial class ReadingTheMap(TestBrowser browser)
{
    [Fact]
    public async Task Opens_on_the_province_with_its_layers_and_their_legend()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();

        await Expect(visit.Heading("Quy hoạch tỉnh Long An")).ToBeVisibleAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Checkbox, new() { Name = "Khu công nghiệp (KCN)" })).ToBeCheckedAsync();
        await Expect(visit.Page).ToHaveURLAsync(MapPosition());
    }

    [Fact]
    public async Task Hides_a_layer_that_is_switched_off_and_keeps_it_in_the_address()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();
        var before = await visit.Picture();

        await visit.Panel().GetByRole(AriaRole.Checkbox, new() { Name = "Khu công nghiệp (KCN)" }).UncheckAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"[?&]layers="));
        await visit.MapIsDrawn();
        await visit.PictureIsOtherThan(before);
        await visit.Page.ReloadAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Checkbox, new() { Name = "Khu công nghiệp (KCN)" })).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Says_what_is_at_a_place_that_is_clicked_and_keeps_the_map_alive()
    {
        await using var visit = await browser.Visit("/#map=10/10.75/106.2");
        await visit.MapIsDrawn();
        await visit.Map().EvaluateAsync("map => map.firstElementChild.dataset.mark = 'same'");

        await visit.Map().ClickAsync(new() { Position = new() { X = 450, Y = 400 } });

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/at[?]lat=10[.][0-9]+&lon=106[.][0-9]+"));
        await Expect(visit.Panel()).ToContainTextAsync("VN-2000");
        await Expect(visit.Map().Locator("[data-mark=same]")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task Can_be_moved_by_the_keyboard_alone()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();
        var before = visit.Page.Url;

        await visit.Page.GetByRole(AriaRole.Application).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("+");

        await Expect(visit.Page).Not.ToHaveURLAsync(before);
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keeps_place_and_layers_when_the_language_changes()
    {
        await using var visit = await browser.Visit("/?layers=province,communes#map=11/10.6/106.4");
        await visit.MapIsDrawn();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/en/.*layers=province,communes.*#map=11/10.6"));
        await Expect(visit.Heading("The plan of Long An province")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Measures_by_clicks_in_the_plane_and_on_the_ellipsoid()
    {
        await using var visit = await browser.Visit("/#map=11/10.6/106.4");
        await visit.MapIsDrawn();

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Đo") }).ClickAsync();
        await visit.Map().ClickAsync(new() { Position = new() { X = 300, Y = 300 } });
        await visit.Map().ClickAsync(new() { Position = new() { X = 500, Y = 300 } });
        await visit.Map().ClickAsync(new() { Position = new() { X = 500, Y = 500 } });

        var figures = visit.Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^Đo") });
        await Expect(figures).ToContainTextAsync("VN-2000");
        await Expect(figures).ToContainTextAsync(new Regex(@"\d,\d+ km"));
    }

    [Fact]
    public async Task Still_tells_the_plan_where_no_map_can_be_drawn()
    {
        await using var visit = await browser.Visit("/plan/industrial-parks", options => options.JavaScriptEnabled = false);

        await Expect(visit.Panel().GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(0);
        await Expect(visit.Panel()).ToContainTextAsync("KCN Long Hậu");
    }

    [GeneratedRegex("#map=[0-9.]+/10[.][0-9]+/106[.][0-9]+")]
    private static partial Regex MapPosition();
}

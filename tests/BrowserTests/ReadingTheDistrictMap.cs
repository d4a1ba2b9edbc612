using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class ReadingTheDistrictMap(TestBrowser browser)
{
    const string Series = "/indicators/built-up-share-satellite?year=2018";

    static readonly LocatorAssertionsToHaveAttributeOptions Patience = new() { Timeout = 60_000 };

    static async Task MapShows(Visit visit, string period)
    {
        await Expect(visit.Map()).ToHaveAttributeAsync("data-period", period, Patience);
        await visit.MapIsDrawn();
    }

    // Counted is the work of the page: taking the input up, and every frame callback until the period is on show. The pauses
    // between, in which a busy machine lets the browser wait for its turn, are printed beside it.
    const string Measure = """
        window.measureRecolouring = async (period, act) => {
          const map = document.querySelector('la-map');
          performance.clearResourceTimings();
          const shown = new Promise(done => new MutationObserver((_, observer) => {
            if (map.getAttribute('data-period') !== period) return;
            observer.disconnect();
            done(performance.now());
          }).observe(map, { attributes: true }));
          window.framesMilliseconds = 0;
          const begin = performance.now();
          act();
          const taken = performance.now() - begin;
          const whole = await shown - begin;
          const work = taken + window.framesMilliseconds;
          await new Promise(rest => setTimeout(rest, 600));
          const asked = performance.getEntriesByType('resource').filter(one => /[.]mvt|[.]json/.test(one.name));
          return { work, whole, bytes: asked.reduce((sum, one) => sum + one.transferSize, 0), requests: asked.map(one => one.name) };
        };
        const ask = requestAnimationFrame;
        window.framesMilliseconds = 0;
        window.requestAnimationFrame = callback => ask(time => {
          const begin = performance.now();
          callback(time);
          window.framesMilliseconds += performance.now() - begin;
        });
        """;

    const string ToAnotherYear = """
        place => measureRecolouring(document.querySelector('la-period').getAttribute('periods').split(',')[place], () => {
          const slider = document.querySelector('la-period input[type=range]');
          slider.value = String(place);
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        })
        """;

    // Pointing at a link fetches what it will show, as a hand does on its way to it.
    const string ToAnotherIndicator = """
        async ([code, period]) => {
          const link = document.querySelector(`.map-switch a[data-figures^="/indicators/${code}/map.json"]`);
          const address = new URL(link.dataset.figures, location.href).href;
          link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
          for (let tries = 0; tries < 300; tries++) {
            if (performance.getEntriesByName(address).some(one => one.responseEnd > 0)) break;
            await new Promise(rest => setTimeout(rest, 100));
          }
          await new Promise(rest => setTimeout(rest, 300));
          return measureRecolouring(period, () => link.click());
        }
        """;

    sealed record Recoloured(double Work, double Whole, double Bytes, string[] Requests)
    {
        public static Recoloured Read(JsonElement answer) => answer.Deserialize<Recoloured>(JsonSerializerOptions.Web)!;
    }

    [Fact]
    public async Task Changes_its_year_without_asking_for_a_shape_or_a_value_again()
    {
        await using var visit = await browser.Visit("about:blank");
        await visit.Page.AddInitScriptAsync(Measure);
        await visit.Page.GotoAsync(Series);
        await MapShows(visit, "2018");

        var changes = new List<Recoloured>();
        foreach (var place in new[] { 0, 5, 9, 3, 12 })
        {
            changes.Add(Recoloured.Read(await visit.Page.EvaluateAsync<JsonElement>(ToAnotherYear, place)));
        }

        Print("another year", changes);
        Assert.Empty(changes.SelectMany(one => one.Requests));
        Assert.Equal(0, changes.Sum(one => one.Bytes));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("year=2017"));
    }

    [Fact]
    public async Task Changes_its_indicator_without_asking_for_a_shape_or_a_value_again()
    {
        await using var visit = await browser.Visit("about:blank");
        await visit.Page.AddInitScriptAsync(Measure);
        await visit.Page.GotoAsync(Series);
        await MapShows(visit, "2018");

        var changes = new List<Recoloured>();
        foreach (var (code, period) in new[] { ("urbanisation-rate", "2019"), ("built-up-share-satellite", "2018"), ("improved-water-households", "2019") })
        {
            changes.Add(Recoloured.Read(await visit.Page.EvaluateAsync<JsonElement>(ToAnotherIndicator, new[] { code, period })));
            await Expect(visit.Page).ToHaveURLAsync(new Regex("/indicators/" + code));
            await MapShows(visit, period);
        }

        Print("another indicator", changes);
        Assert.Empty(changes.SelectMany(one => one.Requests));
        Assert.Equal(0, changes.Sum(one => one.Bytes));
    }

    static void Print(string what, List<Recoloured> changes)
    {
        var work = changes.Select(one => one.Work).Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what} (budget 100 ms): {work[work.Count / 2]:0} ms of work (best {work[0]:0}, worst {work[^1]:0}), on show after {changes.Min(one => one.Whole):0} ms at best and {changes.Max(one => one.Whole):0} at worst, {changes.Sum(one => one.Bytes):0} bytes"));
    }

    [Fact]
    public async Task Answers_the_list_and_the_list_answers_the_map()
    {
        await using var visit = await browser.Visit(Series);
        await MapShows(visit, "2018");

        await visit.Map().ClickAsync(new() { Position = new() { X = 420, Y = 380 } });

        await Expect(visit.Page).ToHaveURLAsync(new Regex("region=[0-9-]+"));
        await Expect(visit.Panel().Locator("li[data-region][aria-current=true]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Singles_out_a_class_from_the_legend_on_the_map_and_in_the_list()
    {
        await using var visit = await browser.Visit(Series);
        await MapShows(visit, "2018");
        var before = await visit.Picture();
        var rows = await visit.Panel().Locator("ol.ranking > li").CountAsync();

        await visit.Panel().GetByRole(AriaRole.Group, new() { Name = "Chú giải bản đồ" }).GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("class=4"));
        await visit.MapIsDrawn();
        await visit.PictureIsOtherThan(before);
        Assert.InRange(await visit.Panel().Locator("ol.ranking > li").CountAsync(), 1, rows - 1);
    }

    [Fact]
    public async Task Is_stepped_through_by_arrow_keys_before_a_room_and_left_by_Escape()
    {
        await using var visit = await browser.Visit(Series + "&present=1");
        await Expect(visit.Page.Locator("la-present h1")).ToContainTextAsync("Năm 2018: cao nhất");

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page.Locator("la-present h1")).ToContainTextAsync("Xếp hạng");
        Assert.True(await visit.Page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll('la-present *')]
              .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && one.checkVisibility() && !one.closest('.unseen'))
              .every(one => parseFloat(getComputedStyle(one).fontSize) >= 28)
            """));

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page).Not.ToHaveURLAsync(new Regex("present="));
    }

    [Theory]
    [InlineData(Series, ColorScheme.Light)]
    [InlineData("/indicators/population-census?year=2009", ColorScheme.Dark)]
    [InlineData("/indicators/urbanisation-rate?year=2019&with=sex-ratio", ColorScheme.Light)]
    [InlineData("/indicators/urbanisation-rate?year=2019&present=2", ColorScheme.Light)]
    [InlineData("/indicators/population-census?regions=communes", ColorScheme.Light)]
    [InlineData("/indicators/grdp-growth?regions=provinces", ColorScheme.Dark)]
    public async Task Has_no_violation_of_WCAG(string path, ColorScheme scheme)
    {
        await using var visit = await browser.Visit(path, options => options.ColorScheme = scheme);
        await visit.Page.Locator("la-map button").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await visit.Page.HasNoViolations();
    }
}

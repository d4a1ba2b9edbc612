using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>axe finds nothing against WCAG 2.2 A and AA on any page, in both languages, light and dark.</summary>
public sealed class Accessibility(TestBrowser browser)
{
    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            var pages = new TheoryData<string, ColorScheme>();
            string[] paths =
            [
                "/", "/plan", "/plan/industrial-parks", "/plan/industrial-parks/KCN-01", "/plan/communes/27937", "/search?q=duc+hoa",
                "/at?lat=10.88&lon=106.43&z=10", "/history", "/history/1", "/compare", "/compare?from=2025-06-30&to=2025-07-01", "/plans",
                "/instruments/qd-686-2023", "/sources", "/time", "/nowhere", "/lookup", "/lookup/batch", "/watch", "/verify", "/convert", "/print", "/export?of=industrial-parks&f=shp",
                "/indicators", "/indicators/population-census", "/indicators/grdp-per-capita", "/targets", "/targets/KT-02", "/districts",
                "/districts/can-giuoc?with=can-duoc,long-an-province", "/districts/long-an-province",
                "/invest", "/invest?stage=calling&district=can-giuoc&to.hcmc=30", "/invest/industrial-parks/KCN-07",
                "/invest/shortlist?list=projects/1", "/invest/embed?stage=calling", "/invest/suitability?w.near.hcmc=3&w.free=5&kind=industrial-parks",
                "/programme", "/programme/board", "/programme/timeline", "/programme/calendar?month=2030-12", "/programme/map", "/programme/agencies",
                "/programme/tasks/NV-36",
            ];
            foreach (var path in paths)
            {
                pages.Add(path, ColorScheme.Light);
            }

            string[] inTheDark =
            [
                "/en/", "/en/plan/industrial-parks", "/en/history", "/en/indicators", "/indicators/grdp-per-capita", "/plan/industrial-parks/KCN-01",
                "/compare?from=2025-06-30&to=2025-07-01", "/targets", "/districts/can-giuoc",
                "/en/invest?q=duc+hoa",
                "/programme", "/programme/timeline", "/programme/tasks/NV-31",
            ];
            foreach (var path in inTheDark)
            {
                pages.Add(path, ColorScheme.Dark);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_without_violations(string path, ColorScheme scheme)
    {
        await using var visit = await browser.Visit(path, options =>
        {
            options.ColorScheme = scheme;
            // As wide as a desk needs, and no more map than that for the processor to draw.
            options.ViewportSize = new() { Width = 1280, Height = 600 };
        });
        visit.Expects("404");
        await visit.Page.Locator("la-map button").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await visit.Page.HasNoViolations();
    }
}

using LongAnGis.BrowserTests;
using LongAnGis.Web.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TestBrowser))]

namespace LongAnGis.BrowserTests;

/// <summary>
/// The machine's own Chromium, and one service that all visits of this run share. A test that changes data opens a
/// <see cref="TestSite"/> of its own and visits its address.
/// </summary>
public sealed class TestBrowser : IAsyncLifetime
{
    /// <summary>
    /// The popup of the address bar and the process kept ready for the next page, which take a quarter of the processor's time
    /// of a visit and which nobody sees; and, since the last such option counts alone, of those that Playwright turns off what
    /// could be noticed here.
    /// </summary>
    const string Off = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess," +
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,Translate,OptimizationHints";

    readonly Lazy<Task<string>> site = new(async () =>
    {
        var started = new TestSite(await TestCluster.NewSeededDatabase());
        TestCluster.EndWithTheRun(started);
        return await started.Listen();
    });

    IPlaywright? playwright;
    IBrowser? chromium;

    /// <summary>The address of the shared service, without a slash at the end.</summary>
    public Task<string> Site() => site.Value;

    /// <summary>Opens a page of the shared service in a window of its own.</summary>
    public async Task<Visit> Visit(string path, Action<BrowserNewContextOptions>? configure = null) =>
        await VisitSite(await Site(), path, configure);

    /// <summary>Opens a page of some service in a window of its own.</summary>
    public async Task<Visit> VisitSite(string site, string path, Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = site,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new() { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        };
        configure?.Invoke(options);

        var context = await chromium!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var visit = await BrowserTests.Visit.Begin(context);
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>Opens a page of a site in a window where this account is signed in.</summary>
    /// <param name="address">Where the site listens.</param>
    public async Task<Visit> VisitAs(TestSite site, string address, Guid account, string path, Action<BrowserNewContextOptions>? configure = null)
    {
        var key = await site.Services.GetRequiredService<SessionStore>().Open(account, "test", [], CancellationToken.None);
        return await VisitSite(address, path, options =>
        {
            configure?.Invoke(options);
            options.StorageState = $$"""{"cookies":[{"name":"longan","value":"{{key}}","domain":"127.0.0.1","path":"/","expires":-1,"httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""";
        });
    }

    public async ValueTask InitializeAsync()
    {
        // A loaded machine draws slowly; an assertion that waits longer is no less strict.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LONGAN_CHROMIUM") ?? "/usr/bin/chromium",
            // MapLibre needs WebGL: without a graphics card Chromium draws it in software, when told so.
            Args =
            [
                "--no-sandbox",
                "--enable-unsafe-swiftshader",
                "--disable-quic",
                "--disable-background-networking",
                "--no-first-run",
                Off,
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>To a provider and back with a browser's own rules: redirects, cookies of two sites, the content security policy.</summary>
public sealed class SigningInWithAProvider(TestBrowser browser)
{
    const float Patience = 60_000;

    [Fact]
    public async Task Leads_there_and_back_in_both_directions()
    {
        await using var provider = await IdentityProvider.Start();
        var lan = provider.Add(new("3f1c", "Nguyễn Thị Lan", "nguyen.lan"));
        var settings = provider.Settings;
        settings["OpenIdConnect:Unknown"] = "admit";
        await using var site = new TestSite(await TestCluster.NewSeededDatabase(), settings: settings);
        var address = await site.Listen();
        await provider.Register(address);
        await using var visit = await browser.VisitSite(address, "/sign-in?return=/plan");
        var page = visit.Page;
        // Every step draws another page; on a busy machine each takes its time.
        page.SetDefaultTimeout(Patience);

        // Turns back once, then goes on.
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng Cổng định danh thử" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hủy" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bạn đã dừng đăng nhập", new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng Cổng định danh thử" }).ClickAsync();
        await page.GetByLabel("Bạn là ai?").SelectOptionAsync(lan.Subject);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{address}/plan", new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tài khoản: Nguyễn Thị Lan" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{address}/signed-out", new() { Timeout = Patience });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Đã đăng xuất");

        // Both sessions are over: the provider asks again who is there.
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng Cổng định danh thử" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Cổng định danh thử", new() { Timeout = Patience });
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("SELECT count(*) FROM plan.session");
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}

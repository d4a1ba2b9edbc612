using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>An officer says how far a project is, a reviewer approves it, everybody who is signed in sees it; and what an investor asked is read.</summary>
public sealed class UpdatingAProject(TestBrowser browser) : IAsyncLifetime
{
    const string Agency = "BQLKKT";

    TestSite site = null!;
    string address = "";
    Guid officer;
    Guid reviewer;
    long project;
    long park;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        address = await site.Listen();
        officer = await site.NewAccount("can-bo-kkt", Role.Officer);
        reviewer = await site.NewAccount("tham-dinh", Role.Reviewer);
        await Ask<object>($"UPDATE plan.account SET agency_code = '{Agency}' WHERE id = '{officer}'");
        project = await Ask<long>("SELECT id FROM plan.feature WHERE layer_code = 'projects' AND code = 'DA-26'");
        park = await Ask<long>("SELECT id FROM plan.feature WHERE layer_code = 'industrial-parks' AND code = 'KCN-07'");
        await Ask<object>($"""
            INSERT INTO plan.enquiry (layer_code, feature_id, site_name, agency_code, language, sender, contact, message, is_suspect, digest, sent_at)
            VALUES ('industrial-parks', {park}, 'KCN Hựu Thạnh (IDICO)', '{Agency}', 'vi', 'Kim Min-jun', 'kim@example.kr', 'Còn đất không?', false, '\x01', now())
            """);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<T?> Ask<T>(string sql)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Goes_from_a_mistake_that_is_named_to_a_proposal_to_what_everybody_reads()
    {
        await using (var visit = await browser.VisitAs(site, address, officer, $"/invest/pipeline/{project}/edit"))
        {
            visit.Expects("422");
            var page = visit.Page;
            await page.GetByLabel("Giai đoạn").SelectOptionAsync("under-construction");
            await page.GetByLabel("Căn cứ: quyết định, báo cáo").FillAsync("QĐ 12/QĐ-UBND");
            await page.GetByLabel("Kế hoạch 2025, Nhà nước").FillAsync("120");
            await page.GetByLabel("Giải ngân 2025, Nhà nước").FillAsync("-98,5");
            await page.GetByLabel("Mốc 1").FillAsync("Khởi công");
            await page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("không được âm");
            await page.HasNoViolations();
            await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
            await Expect(page.GetByLabel("Giải ngân 2025, Nhà nước")).ToBeFocusedAsync();

            await page.GetByLabel("Giải ngân 2025, Nhà nước").FillAsync("98,5");
            await page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Đã gửi đề nghị" })).ToBeVisibleAsync();
            await page.GotoAsync(address + "/enquiries");
            await Expect(visit.Panel()).ToContainTextAsync("Kim Min-jun");
            await page.HasNoViolations();
        }

        await using (var visit = await browser.VisitAs(site, address, reviewer, "/invest/pipeline"))
        {
            var page = visit.Page;
            await page.HasNoViolations();
            await FitsThePhone(page);
            await page.Locator(".notice").GetByRole(AriaRole.Link).ClickAsync();
            await page.HasNoViolations();
            await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).ClickAsync();
            await Expect(visit.Panel()).ToContainTextAsync("đang hiện");
            await FitsThePhone(page);
            foreach (var path in new[] { "/invest/pipeline/timeline", "/invest/pipeline/totals" })
            {
                await page.GotoAsync(address + path);
                await page.HasNoViolations();
                await FitsThePhone(page);
            }

            await Expect(visit.Panel()).ToContainTextAsync("98,5 / 120");
            await page.GotoAsync($"{address}/invest/compare?site=projects/{project},industrial-parks/{park}");
            await Expect(page.Locator("thead th[data-feature]")).ToHaveCountAsync(2);
            await page.HasNoViolations();
        }
    }

    static async Task FitsThePhone(IPage page)
    {
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, $"{page.Url} is wider than the screen");
        await page.SetViewportSizeAsync(1440, 900);
    }
}

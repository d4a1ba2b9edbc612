using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>An officer files, the head approves, the desk composes the report and takes it along; axe finds nothing on any page on the way.</summary>
public sealed class ReportingToTheProvince(TestBrowser browser) : IAsyncLifetime
{
    /// <summary>Of the newest period whatever the day: it is over, and open.</summary>
    static readonly Dictionary<string, string> LongOpen = new()
    {
        ["Reporting:ClosesAfterDays:Month"] = "90",
        ["Reporting:ClosesAfterDays:Quarter"] = "90",
        ["Reporting:ClosesAfterDays:HalfYear"] = "90",
        ["Reporting:ClosesAfterDays:Year"] = "90",
    };

    TestSite site = null!;
    string address = "";

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase(), settings: LongOpen);
        address = await site.Listen();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Goes_from_the_officer_over_the_head_to_the_desk_that_downloads_the_report()
    {
        await using (var officer = await As(Role.Officer, "S-XD", "/programme/my-work"))
        {
            var page = officer.Page;
            await page.HasNoViolations();
            await page.GetByRole(AriaRole.Region).Filter(new() { HasText = "Chưa nộp" }).First.GetByRole(AriaRole.Link).First.ClickAsync();
            await page.GetByLabel("Kết quả thực hiện trong kỳ").FillAsync("Đã trải nhựa 5 km");
            await page.GetByLabel("Tiến độ chung đến ngày chốt (%)").FillAsync("42,5");
            await page.GetByLabel("Khó khăn, vướng mắc").FillAsync("Chậm bàn giao mặt bằng");
            await page.HasNoViolations();
            await page.GetByRole(AriaRole.Button, new() { Name = "Nộp báo cáo" }).ClickAsync();
            await Expect(page.Locator("#filed")).ToContainTextAsync("42,5 %");
        }

        await using (var head = await As(Role.Head, "S-XD", "/programme/my-work"))
        {
            var page = head.Page;
            await page.Locator("#waiting").GetByRole(AriaRole.Checkbox).First.CheckAsync();
            await page.HasNoViolations();
            await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt các báo cáo đã chọn" }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("Đã duyệt 1 báo cáo.");
        }

        await using var desk = await As(Role.Desk, null, "/programme/composed");
        await desk.Page.HasNoViolations();
        await desk.Page.GetByLabel("Báo cáo của").SelectOptionAsync("agency:S-XD");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Lập báo cáo" }).ClickAsync();
        await Expect(desk.Page.Locator("article.paper")).ToContainTextAsync("Chậm bàn giao mặt bằng");
        await desk.Page.GetByText("Sửa phần lời, phát hành").ClickAsync();
        await desk.Page.HasNoViolations();
        var file = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = "Tải DOCX" }).ClickAsync());
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await file.PathAsync()).Length > 10_000);

        foreach (var path in new[]
        {
            "/leaders", "/leaders?present=4", "/leaders/week", "/programme/reports", "/programme/review", "/programme/adjustments", "/en/programme/adjustments/new?kind=target&subject=KT-02",
        })
        {
            await desk.Page.GotoAsync(path);
            await desk.Page.HasNoViolations();
        }
    }

    async Task<Visit> As(Role role, string? agency, string path)
    {
        var account = await site.NewAccount($"{role.Code()}-bao-cao", role);
        if (agency is not null)
        {
            await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("UPDATE plan.account SET agency_code = $2 WHERE id = $1");
            command.Parameters.Add(new() { Value = account });
            command.Parameters.Add(new() { Value = agency });
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return await browser.VisitAs(site, address, account, path);
    }
}

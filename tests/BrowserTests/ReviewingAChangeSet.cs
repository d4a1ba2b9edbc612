using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>A change set from its form to its publication, with and without scripts, on a wide screen and on a phone.</summary>
public sealed class ReviewingAChangeSet(TestBrowser browser) : IAsyncLifetime
{
    const string Script = "<img src=x onerror=alert(1)>";

    TestSite site = null!;
    string address = "";
    Guid planner;
    Guid reviewer;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        address = await site.Listen();
        planner = await site.NewAccount("nguoi-soan", Role.Planner);
        reviewer = await site.NewAccount("nguoi-duyet", Role.Reviewer);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Works_from_the_form_to_the_publication_without_scripts_on_a_phone()
    {
        await using var visit = await As(planner, "/change-sets/new", options =>
        {
            options.JavaScriptEnabled = false;
            options.ViewportSize = new() { Width = 390, Height = 844 };
        });
        var page = visit.Page;
        visit.Expects("422");
        await page.GetByLabel("Lý do điều chỉnh").FillAsync("Đủ đất sạch.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở hồ sơ" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy đặt tên cho hồ sơ.");
        await Assertions.Expect(page.GetByLabel("Lý do điều chỉnh")).ToHaveValueAsync("Đủ đất sạch.");

        await page.GetByLabel("Tên hồ sơ").FillAsync($"Mở rộng {Script}");
        await page.GetByLabel("Có hiệu lực từ ngày").FillAsync("2026-12-01");
        await page.GetByLabel("Căn cứ pháp lý").SelectOptionAsync("qd-686-2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở hồ sơ" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Script);
        await AddChange();

        await page.GetByRole(AriaRole.Button, new() { Name = "Trình thẩm định" }).ClickAsync();
        await Assertions.Expect(page.Locator(".standing .state").First).ToContainTextAsync("chờ thẩm định");

        await using var judged = await As(reviewer, new Uri(page.Url).PathAndQuery, options => options.JavaScriptEnabled = false);
        await judged.Page.GetByLabel("Số văn bản phê duyệt").FillAsync("12/QĐ-UBND");
        await judged.Page.GetByLabel("Ngày ký").FillAsync("2026-11-01");
        await judged.Page.GetByLabel("Người ký").FillAsync("Nguyễn Văn A");
        await judged.Page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt" }).ClickAsync();
        await judged.Page.GetByRole(AriaRole.Button, new() { Name = "Công bố" }).ClickAsync();
        await Assertions.Expect(judged.Page.Locator(".standing .state").First).ToContainTextAsync("đã công bố");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Is_without_violations_of_accessibility_and_fits_its_screen(ColorScheme scheme, int width)
    {
        var id = await Draft();
        await using var visit = await As(planner, "/change-sets", options =>
        {
            options.ColorScheme = scheme;
            options.ViewportSize = new() { Width = width, Height = 844 };
        });

        foreach (var path in new[] { "/change-sets?view=mine", "/change-sets/new", $"/change-sets/{id}", $"/change-sets/{id}/details", $"/change-sets/{id}/changes/1", $"/change-sets/{id}/conflicts" })
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("la-map button").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

            await visit.Page.HasNoViolations();
            var panel = visit.Page.Locator("main .panel-body");
            Assert.True(await panel.EvaluateAsync<bool>("body => body.scrollWidth <= body.clientWidth + 1"), $"{path} is wider than its panel");
        }
    }

    Task<Visit> As(Guid account, string path, Action<BrowserNewContextOptions> configure) => browser.VisitAs(site, address, account, path, configure);

    async Task<Guid> Draft()
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("""
            INSERT INTO plan.change_set (plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, author_id)
            VALUES ('686', 'Điều chỉnh khu đô thị', 'Adjust the town', 'Thử', 'qd-686-2023', '2026-12-01', 'test', $1)
            RETURNING id
            """);
        command.Parameters.AddWithValue(planner);
        var id = (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
        await AddChange();
        return id;
    }

    // What the editor would save: one new place in the change set that was opened last.
    async Task AddChange()
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("""
            INSERT INTO plan.change (
              change_set_id, position, op, layer_code, code, name_vi, attributes, geom, geometry_quality, sources, in_force, search_text, search_key)
            SELECT id, 1, 'create', 'urban-centres', 'W-1', 'Đô thị mới', '{}', 'SRID=4326;POINT(106.41 10.61)', 'indicative', '[]', '[2026-12-01,)', '', ''
            FROM plan.change_set
            WHERE author_id IS NOT NULL
            ORDER BY created_at DESC
            LIMIT 1
            """);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

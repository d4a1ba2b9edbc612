using System.Text;
using LongAnGis.Core.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>An officer pastes figures from a spreadsheet and imports a file, is told which cells are wrong, mends them, and everybody sees the figures.</summary>
public sealed class EnteringFigures(TestBrowser browser) : IAsyncLifetime
{
    /// <summary>As Vietnamese spreadsheets copy numbers.</summary>
    const string Block = "1.234,5\t1.301\n998,4\tkhông rõ\n";

    TestSite site = null!;
    string address = "";
    Guid officer;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        address = await site.Listen();
        officer = await site.NewAccount("can-bo-thong-ke", Role.Officer);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Pastes_a_block_mends_the_cell_that_is_named_and_sees_the_figures_on_the_page()
    {
        await using var visit = await Open("/figures/new?indicator=area-natural&from=2020&to=2021");
        visit.Expects("422");
        var page = visit.Page;
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Block);

        await page.GetByLabel("Huyện Bến Lức, năm 2020").FocusAsync();
        await page.Keyboard.PressAsync("Control+V");

        await Expect(page.GetByLabel("Huyện Bến Lức, năm 2021")).ToHaveValueAsync("1.301");
        await Expect(page.GetByLabel("Huyện Thủ Thừa, năm 2020")).ToHaveValueAsync("998,4");
        var wrong = page.GetByLabel("Huyện Thủ Thừa, năm 2021");
        await Expect(page.Locator("la-grid [role=status]")).ToContainTextAsync("“không rõ” không phải là số");
        await Expect(wrong).ToHaveAttributeAsync("aria-invalid", "true");
        await page.HasNoViolations();

        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem trước" }).ClickAsync();
        var summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToContainTextAsync("“không rõ” không phải là số");
        await Expect(wrong).ToHaveValueAsync("không rõ");
        await page.HasNoViolations();
        await summary.GetByRole(AriaRole.Link, new() { Name = "không rõ" }).ClickAsync();
        await Expect(wrong).ToBeFocusedAsync();

        await wrong.FillAsync("1.002");
        await page.GetByLabel("Nguồn: địa chỉ trang web").FillAsync("https://example.org/bao-cao");
        await page.GetByLabel("Lý do").FillAsync("Báo cáo năm của huyện.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem trước" }).ClickAsync();
        await Expect(visit.Heading("Xem trước số liệu")).ToBeVisibleAsync();
        await Expect(visit.Panel()).ToContainTextAsync("4 số mới, 0 số sửa");
        await Expect(visit.Panel().GetByRole(AriaRole.Row).Filter(new() { HasText = "Huyện Bến Lức" }).First).ToContainTextAsync("1.234,5");
        await page.HasNoViolations();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi số liệu" }).ClickAsync();
        await Expect(visit.Heading("Đã ghi số liệu")).ToBeVisibleAsync();
        await page.HasNoViolations();

        await visit.Panel().GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visit.Panel().GetByRole(AriaRole.Table, new() { Name = "Diện tích tự nhiên, km²" })).ToContainTextAsync("1.301");
    }

    [Fact]
    public async Task Imports_nothing_of_a_file_with_faults_and_all_of_it_when_they_are_mended()
    {
        await using var visit = await Open("/figures/new", options => options.ViewportSize = new() { Width = 390, Height = 844 });
        visit.Expects("422");
        var page = visit.Page;
        await page.HasNoViolations();

        await Import(page, "Đơn vị;2020;2021\r\nH. Bến Lức;1.234,5;mười\r\nTP Tan An;1.780;1.802,25\r\nHuyện Atlantis;1;2\r\n");

        var summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToContainTextAsync("Ô C2: “mười” không phải là số");
        await Expect(summary).ToContainTextAsync("“Huyện Atlantis”");
        await page.HasNoViolations();

        await Import(page, "Đơn vị;2020;2021\r\nH. Bến Lức;1.234,5;1.301\r\nTP Tan An;1.780;1.802,25\r\n");

        await Expect(visit.Heading("Xem trước số liệu")).ToBeVisibleAsync();
        await Expect(visit.Panel()).ToContainTextAsync("1 theo tên không dấu");
        await Expect(visit.Panel()).ToContainTextAsync("4 số mới, 0 số sửa");
        await page.HasNoViolations();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi số liệu" }).ClickAsync();
        await Expect(visit.Heading("Đã ghi số liệu")).ToBeVisibleAsync();
    }

    static async Task Import(IPage page, string csv)
    {
        await page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "ho.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByLabel("Chỉ tiêu, nếu tệp không nêu").SelectOptionAsync("area-natural");
        var form = page.Locator("form[enctype='multipart/form-data']");
        await form.GetByLabel("Nguồn: địa chỉ trang web").FillAsync("https://example.org/bao-cao");
        await form.GetByLabel("Lý do").FillAsync("Báo cáo năm của tỉnh.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem trước" }).ClickAsync();
    }

    Task<Visit> Open(string path, Action<BrowserNewContextOptions>? configure = null) => browser.VisitAs(site, address, officer, path, options =>
    {
        options.Permissions = ["clipboard-read", "clipboard-write"];
        configure?.Invoke(options);
    });
}

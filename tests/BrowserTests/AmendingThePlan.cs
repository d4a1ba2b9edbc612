using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetTopologySuite.IO;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>
/// The planner's journey: sign in, open a change set, move the border that two zones share, draw a park beside it, submit;
/// somebody else approves and publishes, and a map that was open all the time shows it.
/// </summary>
public sealed class AmendingThePlan(TestBrowser browser) : IAsyncLifetime
{
    const string West = "POLYGON((106.40 10.60, 106.42 10.60, 106.42 10.62, 106.40 10.62, 106.40 10.60))";
    const string East = "POLYGON((106.42 10.60, 106.44 10.60, 106.44 10.62, 106.42 10.62, 106.42 10.60))";
    const string Place = "#map=14/10.61/106.42";
    const string Park = "KCN Bình Đức mới";

    TestSite site = null!;
    string address = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        address = await site.Listen();
        await site.NewAccount("lan", Role.Planner);
        await site.NewAccount("minh", Role.Reviewer);
        await PublishNeighbours();
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Leads_with_the_mouse_from_signing_in_to_a_published_park_and_two_neighbours_adjusted()
    {
        await using var reader = await browser.VisitSite(address, "/plan/industrial-parks?q=binh+duc+moi");
        await reader.Page.EvaluateAsync("window.notReloaded = true");
        await using var planner = await browser.VisitSite(address, "/");
        await planner.SignIn("lan");
        var changeSet = await OpenChangeSet(planner);

        await planner.Page.GotoAsync($"{changeSet}/edit?layers=land-use,industrial-parks,communes{Place}");
        await planner.MapIsDrawn();
        var screen = await PlanOnTheScreen.Of(planner, 14, 10.61, 106.42);
        await MoveSharedBorder(planner, screen);
        await DrawPark(planner, screen);
        await DescribePark(planner);
        await Submit(planner, changeSet);

        await using var reviewer = await browser.VisitSite(address, "/");
        await reviewer.SignIn("minh");
        await ApproveAndPublish(reviewer, changeSet);

        await Expect(reader.Panel().GetByText(Park)).ToBeVisibleAsync(new() { Timeout = 5_000 });
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.notReloaded === true"));
        Assert.Equal([(1, 5), (1, 5)], await Corners());
    }

    [Fact]
    public async Task Leads_the_same_way_with_the_keyboard_alone()
    {
        await using var planner = await browser.VisitSite(address, "/sign-in");
        var keys = new KeyboardInVisit(planner);
        await keys.SignIn("lan");
        var changeSet = await keys.OpenChangeSet();

        await planner.Page.GotoAsync($"{changeSet}/edit?layers=land-use,industrial-parks,communes#map=14/10.61/106.41");
        await planner.MapIsDrawn();
        await keys.MoveSharedCorner();
        await keys.DrawPark(Park);
        await planner.Page.GotoAsync(changeSet);
        await Expect(planner.Panel().GetByText("cảnh báo").First).ToBeVisibleAsync();
        await keys.GiveReasons();
        await keys.Press(AriaRole.Button, "Trình thẩm định");
        await Expect(planner.Panel().GetByText("chờ thẩm định").First).ToBeVisibleAsync();

        await using var reviewer = await browser.VisitSite(address, "/sign-in");
        keys = new KeyboardInVisit(reviewer);
        await keys.SignIn("minh");
        await reviewer.Page.GotoAsync(changeSet);
        await keys.ApproveAndPublish();

        Assert.Equal([(1, 5), (1, 5)], await Corners());
    }

    static async Task<string> OpenChangeSet(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hồ sơ", Exact = true }).ClickAsync();
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Mở hồ sơ mới" }).ClickAsync();
        await visit.Panel().GetByLabel("Tên hồ sơ").FillAsync("Khu công nghiệp mới ở Bình Đức");
        await visit.Panel().GetByLabel("Lý do điều chỉnh").FillAsync("Nhà đầu tư đã có chủ trương.");
        await visit.Panel().GetByLabel("Có hiệu lực từ ngày").FillAsync("2026-11-01");
        await visit.Panel().GetByLabel("Căn cứ pháp lý").First.SelectOptionAsync("qd-686-2023");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Mở hồ sơ" }).ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("/change-sets/[0-9a-f-]{36}"));
        return Regex.Match(visit.Page.Url, "/change-sets/[0-9a-f-]{36}").Value;
    }

    static async Task MoveSharedBorder(Visit visit, PlanOnTheScreen screen)
    {
        await Click(visit, screen.At(106.415, 10.605));
        await Expect(visit.Panel().GetByText("Khu lúa phía tây").First).ToBeVisibleAsync();
        await Tool(visit, "Sửa đỉnh").ClickAsync();
        // The handle in the middle of the shared edge adds a corner to both zones.
        await Drag(visit, screen.At(106.42, 10.61), screen.At(106.4235, 10.6105));
        await Expect(visit.Panel().GetByText("Thay đổi trong hồ sơ (2)")).ToBeVisibleAsync();
        await Expect(visit.Panel().GetByText(new Regex("Đã lưu"))).ToBeVisibleAsync();
    }

    static async Task DrawPark(Visit visit, PlanOnTheScreen screen)
    {
        await visit.Panel().GetByLabel("Lớp đang vẽ").SelectOptionAsync("industrial-parks");
        await Tool(visit, "Vẽ").ClickAsync();
        foreach (var (lon, lat) in new[] { (106.4245, 10.6005), (106.432, 10.6005), (106.432, 10.606), (106.4245, 10.606) })
        {
            await Click(visit, screen.At(lon, lat));
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Panel().GetByText("Thay đổi trong hồ sơ (3)")).ToBeVisibleAsync();
    }

    static async Task DescribePark(Visit visit)
    {
        await visit.Panel().GetByLabel("Tên *").FillAsync(Park);
        await visit.Panel().GetByLabel("Tình trạng *").SelectOptionAsync("planned");
        await visit.Panel().GetByLabel("Tên *").PressAsync("Tab");
        await Expect(visit.Panel().GetByText(new Regex("Đã lưu"))).ToBeVisibleAsync();
    }

    static async Task Submit(Visit visit, string changeSet)
    {
        await visit.Page.GotoAsync(changeSet);
        await Expect(visit.Panel().GetByText("cảnh báo").First).ToBeVisibleAsync();
        await GiveReasons(visit);
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Trình thẩm định" }).ClickAsync();
        await Expect(visit.Panel().GetByText("chờ thẩm định").First).ToBeVisibleAsync();
    }

    /// <summary>Each warning asks why it may stand; what is answered is kept.</summary>
    static async Task GiveReasons(Visit visit)
    {
        var unanswered = visit.Panel().GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nêu lý do chấp nhận" });
        for (var open = await unanswered.CountAsync(); open > 0; open--)
        {
            await unanswered.First.GetByLabel("Lý do").FillAsync("Đã đối chiếu với chủ đầu tư.");
            await unanswered.First.GetByRole(AriaRole.Button, new() { Name = "Ghi lý do" }).ClickAsync();
            await Expect(unanswered).ToHaveCountAsync(open - 1);
        }
    }

    static async Task ApproveAndPublish(Visit visit, string changeSet)
    {
        await visit.Page.GotoAsync(changeSet);
        await Expect(visit.Panel().GetByText("+42,").First).ToBeVisibleAsync();
        await Unfold(visit, "Phê duyệt");
        await visit.Panel().GetByLabel("Số văn bản phê duyệt").FillAsync("12/QĐ-UBND");
        await visit.Panel().GetByLabel("Ngày ký").FillAsync("2026-11-20");
        await visit.Panel().GetByLabel("Người ký").FillAsync("Chủ tịch UBND tỉnh");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Phê duyệt", Exact = true }).ClickAsync();
        await Expect(visit.Panel().GetByText("đã phê duyệt").First).ToBeVisibleAsync();
        await Unfold(visit, "Công bố");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "Công bố", Exact = true }).ClickAsync();
        await Expect(visit.Panel().GetByText("đã công bố").First).ToBeVisibleAsync();
    }

    static async Task Unfold(Visit visit, string step)
    {
        var form = visit.Panel().Locator("details").Filter(new() { Has = visit.Page.Locator("summary").Filter(new() { HasText = step }) }).First;
        if (await form.GetAttributeAsync("open") is null)
        {
            await form.Locator("summary").ClickAsync();
        }
    }

    static ILocator Tool(Visit visit, string name) =>
        visit.Map().GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static async Task Click(Visit visit, (float X, float Y) at)
    {
        await visit.Page.Mouse.MoveAsync(at.X, at.Y, new() { Steps = 3 });
        await visit.Page.Mouse.ClickAsync(at.X, at.Y, new() { Delay = 30 });
        // Two clicks that follow one another at once are a double click.
        await Task.Delay(350, Cancellation);
    }

    static async Task Drag(Visit visit, (float X, float Y) from, (float X, float Y) to)
    {
        await visit.Page.Mouse.MoveAsync(from.X, from.Y, new() { Steps = 3 });
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 4 });
        await visit.Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
    }

    /// <summary>Parts and corners of the two neighbours as they are published now.</summary>
    async Task<(int Parts, int Corners)[]> Corners()
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT ST_NumGeometries(geom), ST_NPoints(geom) - 1
            FROM pub.feature_version
            WHERE layer_code = 'land-use'
              AND revision_to IS NULL
              AND in_force @> date '2026-11-23'
            """);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var corners = new List<(int, int)>();
        while (await rows.ReadAsync(Cancellation))
        {
            corners.Add((rows.GetInt32(0), rows.GetInt32(1)));
        }

        return [.. corners];
    }

    async Task PublishNeighbours()
    {
        await using var connection = await site.Services.GetRequiredService<PlanDatabase>().OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var id = await site.Services.GetRequiredService<ChangeSetWriter>().Write(
            connection,
            new ChangeSetDraft("686", "Hai khu cạnh nhau", "Two neighbours", "test", "qd-686-2023", null, "An editor"),
            [Zone("Z-1", "Khu lúa phía tây", "LUA", West), Zone("Z-2", "Khu ở phía đông", "ONT", East)],
            Cancellation);
        await using var approve = new NpgsqlCommand("UPDATE plan.change_set SET state = 'approved' WHERE id = $1", connection);
        approve.Parameters.AddWithValue(id);
        await approve.ExecuteNonQueryAsync(Cancellation);
        await site.Services.GetRequiredService<Publication>().Publish(connection, id, "An editor", Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    static FeatureChange Zone(string code, string name, string landCode, string wkt)
    {
        var geometry = new WKTReader().Read(wkt);
        geometry.SRID = 4326;
        var content = new FeatureContent(
            name, null, $$"""{"land_code": "{{landCode}}", "status": "planned"}""", geometry, "digitised", "bản đồ thử", "[]", null, "qd-686-2023");
        return new(ChangeOperation.Create, "land-use", code, null, null, content, new(2024, 1, 1));
    }
}

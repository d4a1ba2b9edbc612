using System.Globalization;
using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using LongAnGis.Web.Platform.Retries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetTopologySuite.IO;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>
/// A service of its own for the editor: each test opens a draft of its own with two zones that share a border, at a place
/// where no other test draws.
/// </summary>
public sealed class EditingSite : IAsyncLifetime
{
    /// <summary>The corners of the two zones: 2.2 km each way, the shared border in the middle has a corner half way up.</summary>
    public const double West = 106.40, Middle = 106.42, East = 106.44, South = 10.60, HalfWay = 10.61, North = 10.62;

    static int people;

    TestSite site = null!;
    string address = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        address = await site.Listen();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>A planner with a draft that holds the two zones.</summary>
    internal async Task<(Guid Planner, Guid ChangeSet)> Draft()
    {
        var planner = await NewPlanner();
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("""
            INSERT INTO plan.change_set (plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, author_id)
            VALUES ('686', 'Chỉnh hai khu', 'Two zones', 'Thử', 'qd-686-2023', '2026-12-01', 'test', $1)
            RETURNING id
            """);
        command.Parameters.AddWithValue(planner);
        var changeSet = (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
        await Save(planner, changeSet, Zone("tay", "Khu tây", West, Middle), Zone("dong", "Khu đông", Middle, East));
        return (planner, changeSet);
    }

    internal Task<Guid> NewPlanner() => site.NewAccount($"lan-{Interlocked.Increment(ref people)}", Role.Planner);

    /// <summary>Somebody else's amendment of the same layer comes into force: one zone south of those of the drafts.</summary>
    internal async Task PublishSomethingElse()
    {
        await using var connection = await site.Services.GetRequiredService<PlanDatabase>().OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var geometry = new WKTReader().Read("POLYGON((106.40 10.58, 106.42 10.58, 106.42 10.59, 106.40 10.59, 106.40 10.58))");
        geometry.SRID = 4326;
        var content = new FeatureContent(
            "Khu nam", null, """{"land_code": "LUA", "status": "planned"}""", geometry, "digitised", "Bản đồ thử", "[]", null, "qd-686-2023");
        var id = await site.Services.GetRequiredService<ChangeSetWriter>().Write(
            connection,
            new ChangeSetDraft("686", "Hồ sơ khác", "Another", "Thử", "qd-686-2023", null, "test"),
            [new(ChangeOperation.Create, "land-use", "nam", null, null, content, new(2024, 1, 1))],
            Cancellation);
        await using var approve = new NpgsqlCommand("UPDATE plan.change_set SET state = 'approved' WHERE id = $1", connection);
        approve.Parameters.AddWithValue(id);
        await approve.ExecuteNonQueryAsync(Cancellation);
        await site.Services.GetRequiredService<Publication>().Publish(connection, id, "test", Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    /// <summary>Lets another planner into a draft.</summary>
    internal async Task Invite(Guid changeSet, Guid planner)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "INSERT INTO plan.change_set_member (change_set_id, account_id, added_at, added_by) VALUES ($1, $2, now(), $2)");
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(planner);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>How many corners the saved shapes of a draft have, in the order of its changes; empty until it has any.</summary>
    internal async Task<int[]> SavedCorners(Guid changeSet)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "SELECT ST_NPoints(geom) - 1 FROM plan.change WHERE change_set_id = $1 ORDER BY position");
        command.Parameters.AddWithValue(changeSet);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var corners = new List<int>();
        while (await rows.ReadAsync(Cancellation))
        {
            corners.Add(rows.GetInt32(0));
        }

        return [.. corners];
    }

    /// <summary>The editor in a window of its own, ready to draw, with the two zones in sight.</summary>
    internal async Task<EditorOnTheScreen> Open(
        TestBrowser browser, Guid planner, Guid changeSet, Action<BrowserNewContextOptions>? configure = null, double zoom = 13)
    {
        var key = await site.Services.GetRequiredService<SessionStore>().Open(planner, "test", [], Cancellation);
        var place = string.Create(CultureInfo.InvariantCulture, $"#map={zoom}/{HalfWay}/{Middle}");
        var visit = await browser.VisitSite(address, $"/change-sets/{changeSet}/edit?layers=land-use{place}", options =>
        {
            configure?.Invoke(options);
            options.StorageState = $$"""{"cookies":[{"name":"longan","value":"{{key}}","domain":"127.0.0.1","path":"/","expires":-1,"httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""";
        });
        await visit.MapIsDrawn();
        await Expect(visit.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Công cụ vẽ" })).ToBeVisibleAsync();
        return new(visit, await PlanOnTheScreen.Of(visit, zoom, HalfWay, Middle));
    }

    /// <summary>The page of a change set, as its planner sees it.</summary>
    internal async Task<Visit> Read(TestBrowser browser, Guid reader, string path, Action<BrowserNewContextOptions>? configure = null)
    {
        var key = await site.Services.GetRequiredService<SessionStore>().Open(reader, "test", [], Cancellation);
        return await browser.VisitSite(address, path, options =>
        {
            configure?.Invoke(options);
            options.StorageState = $$"""{"cookies":[{"name":"longan","value":"{{key}}","domain":"127.0.0.1","path":"/","expires":-1,"httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""";
        });
    }

    /// <summary>What the editor of somebody else would save.</summary>
    internal async Task Save(Guid planner, Guid changeSet, params string[] edits)
    {
        using var client = await site.SignedIn(planner);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/change-sets/{changeSet}/edits")
        {
            Content = new StringContent($$"""{"client":null,"edits":[{{string.Join(',', edits)}}]}""", Encoding.UTF8, "application/json"),
            Headers = { { KeptAnswers.Header, Guid.NewGuid().ToString() } },
        };
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    static string Zone(string code, string name, double west, double east) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"put":{"op":"create","layer":"land-use","code":"{{{code}}}","nameVi":"{{{name}}}","quality":"digitised","geometrySource":"Bản đồ thử",
         "attributes":{"land_code":"LUA","status":"planned"},
         "geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{South}}}],[{{{east}}},{{{South}}}],[{{{east}}},{{{HalfWay}}}],
           [{{{east}}},{{{North}}}],[{{{west}}},{{{North}}}],[{{{west}}},{{{HalfWay}}}],[{{{west}}},{{{South}}}]]]} } }
        """);
}

using System.Text.RegularExpressions;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class HearingOfAPublication(TestBrowser browser)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_and_its_map_show_it_without_being_reloaded()
    {
        await using var site = new TestSite(await TestCluster.NewSeededDatabase());
        await using var visit = await browser.VisitSite(await site.Listen(), "/plan/industrial-parks#map=10/10.7/106.4");
        await visit.MapIsDrawn();
        await visit.Page.EvaluateAsync("window.notReloaded = true");
        var picture = await visit.Picture();

        await Publish(site);

        await Expect(visit.Panel().GetByText("Khu vừa công bố")).ToBeVisibleAsync(new() { Timeout = 5_000 });
        await Expect(visit.Page.Locator("la-view")).ToHaveAttributeAsync("revision", new Regex("^5$"));
        await visit.MapIsDrawn();
        await visit.PictureIsOtherThan(picture);
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded === true"));
    }

    static async Task Publish(TestSite site)
    {
        await using var connection = await site.Services.GetRequiredService<PlanDatabase>().OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var content = new FeatureContent(
            "Khu vừa công bố", null, """{"status": "operating"}""", new Point(106.4, 10.7) { SRID = 4326 }, "digitised", "test", "[]", null, "qd-686-2023");
        var id = await site.Services.GetRequiredService<ChangeSetWriter>().Write(
            connection,
            new ChangeSetDraft("686", "Thử", "Test", "test", "qd-686-2023", null, "An editor"),
            [new FeatureChange(ChangeOperation.Create, "industrial-parks", "KCN-00", null, null, content, null)],
            Cancellation);
        await using var approve = new NpgsqlCommand("UPDATE plan.change_set SET state = 'approved' WHERE id = $1", connection);
        approve.Parameters.AddWithValue(id);
        await approve.ExecuteNonQueryAsync(Cancellation);
        await site.Services.GetRequiredService<Publication>().Publish(connection, id, "An editor", Cancellation);
        await transaction.CommitAsync(Cancellation);
    }
}

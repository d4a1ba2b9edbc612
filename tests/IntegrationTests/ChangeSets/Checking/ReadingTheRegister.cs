using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Drafting;
using LongAnGis.Web.Conformity;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Checking;

public sealed class ReadingTheRegister(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static readonly DateOnly Day = new(2026, 6, 1);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<string> Page(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        return text;
    }

    async Task<IReadOnlyList<ConformityRow>> Rows(ConformityFilter filter) =>
        (await (await shared.Get()).Site.Services.GetRequiredService<ConformityRegister>().Read("686", Day, filter, Cancellation)).Rows;

    /// <summary>Publishes nothing: features are put in force as a revision would leave them.</summary>
    async Task PutInForce(string layer, string code, string wkt, string attributes = "{}", string quality = "digitised")
    {
        var drafting = await shared.Get();
        await drafting.Execute(
            """
            WITH made AS (
              INSERT INTO plan.feature (layer_code, plan_code, code, created_revision) VALUES ($1, '686', $2, 1) RETURNING id
            )
            INSERT INTO plan.feature_version (
              feature_id, version, layer_code, plan_code, code, name_vi, attributes, geom, geometry_quality, instrument_code, area_m2,
              in_force, revision_from, recorded_at, recorded_by, change_set_id, change_op
            )
            SELECT
              made.id, 1, $1, '686', $2, 'Khu ' || $2, $4::jsonb, ST_GeomFromText($3, 4326), $5, 'qd-686-2023',
              ST_Area(ST_Transform(ST_GeomFromText($3, 4326), 9210)), '[2023-06-13,)', 1, now(), 'test', revision.change_set_id, 'create'
            FROM made
            JOIN plan.revision ON number = 1
            """,
            layer, code, wkt, attributes, quality);
    }

    [Fact]
    public async Task Symbols_in_a_zone_are_noted_and_never_measured()
    {
        var rows = await Rows(new(Subject: "industrial-parks", Other: "socio-economic-zones"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(("note", true, null), (row.Weight, row.IsOnlySaid, row.SharedSquareMetres)));
    }

    [Fact]
    public async Task A_park_on_a_cluster_is_a_conflict_with_its_hectares()
    {
        await PutInForce("industrial-parks", "park-1", "POLYGON((106.30 10.70,106.31 10.70,106.31 10.71,106.30 10.71,106.30 10.70))");
        await PutInForce("industrial-clusters", "cluster-1", "POLYGON((106.305 10.70,106.32 10.70,106.32 10.71,106.305 10.71,106.305 10.70))");

        var row = Assert.Single(await Rows(new(Subject: "industrial-parks", Weight: "conflict", Other: "industrial-clusters")));

        Assert.Equal(("forbidden", "park-1", "cluster-1"), (row.Kind, row.Subject.Code, row.Other!.Code));
        Assert.InRange(row.SharedSquareMetres!.Value, 600_000, 610_000);
        Assert.Equal(106.305, row.Extent.West, 1e-6);
    }

    [Fact]
    public async Task A_park_on_rice_land_is_a_conflict_and_on_its_own_land_is_not()
    {
        await PutInForce("industrial-parks", "park-2", "POLYGON((106.30 10.72,106.31 10.72,106.31 10.73,106.30 10.73,106.30 10.72))");
        await PutInForce("land-use", "rice", "POLYGON((106.30 10.72,106.305 10.72,106.305 10.73,106.30 10.73,106.30 10.72))", """{"land_code":"LUA"}""");
        await PutInForce("land-use", "park-land", "POLYGON((106.305 10.72,106.31 10.72,106.31 10.73,106.305 10.73,106.305 10.72))", """{"land_code":"SKK"}""");

        var rows = (await Rows(new(Subject: "industrial-parks", Other: "land-use"))).Where(row => row.Subject.Code == "park-2").ToList();

        Assert.Equal(
            [("rice", "conflict", "land"), ("park-land", "note", "within")],
            rows.OrderBy(row => row.Kind).Select(row => (row.Other!.Code, row.Weight, row.Kind)));
        Assert.Equal(("LUA", "SKK"), (rows.Single(row => row.Kind == "land").LandClass, rows.Single(row => row.Kind == "land").ExpectedClass));
    }

    [Fact]
    public async Task Neighbours_that_share_an_edge_do_not_meet()
    {
        await PutInForce("industrial-parks", "park-3", "POLYGON((106.30 10.74,106.31 10.74,106.31 10.75,106.30 10.75,106.30 10.74))");
        await PutInForce("industrial-parks", "park-4", "POLYGON((106.31 10.74,106.32 10.74,106.32 10.75,106.31 10.75,106.31 10.74))");

        Assert.DoesNotContain(await Rows(new(Other: "industrial-parks")), row => row.Subject.Code is "park-3" or "park-4");
    }

    [Fact]
    public async Task The_page_says_why_and_leads_to_the_place()
    {
        using var planner = await (await shared.Get()).Site.SignedIn(Role.Planner);

        var page = await Page(planner, "/conformity?layer=industrial-parks&weight=note");

        Assert.Contains("Sổ theo dõi sự phù hợp", page, StringComparison.Ordinal);
        Assert.Contains("chỉ nêu, không đo", page, StringComparison.Ordinal);
        Assert.Contains("show=", page, StringComparison.Ordinal);
        Assert.Contains("Register of conformity", await Page(planner, "/en/conformity"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_offers_to_be_cleared()
    {
        using var planner = await (await shared.Get()).Site.SignedIn(Role.Leader);

        Assert.Contains("Xóa bộ lọc", await Page(planner, "/conformity?layer=economic-zones&weight=conflict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_shown_moves_the_map()
    {
        var row = (await Rows(new(Subject: "industrial-parks", Weight: "note")))[0];
        using var planner = await (await shared.Get()).Site.SignedIn(Role.Planner);

        var page = await Page(planner, $"/conformity?layer=industrial-parks&weight=note&show={row.Key}");

        Assert.Contains($"highlight=\"industrial-parks/{row.Subject.Id}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_says_what_is_planned_and_that_no_district_has_a_share()
    {
        using var planner = await (await shared.Get()).Site.SignedIn(Role.Planner);

        var page = await Page(planner, "/quotas");

        Assert.Contains("12.400–12.500", page, StringComparison.Ordinal);
        Assert.Contains("Chưa có nguồn nào nêu phân bổ theo huyện", page, StringComparison.Ordinal);
        Assert.Contains("Land-quota ledger", await Page(planner, "/en/quotas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_of_a_draft_shows_before_and_after()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        Assert.Contains("Trước và sau hồ sơ", await Page(planner, $"/quotas?change-set={changeSet}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public async Task The_ledger_of_no_draft_is_not_found(string id)
    {
        using var planner = await (await shared.Get()).Site.SignedIn(Role.Planner);
        using var answer = await planner.GetAsync($"/quotas?change-set={id}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_read_change_sets_reads_the_ledger_of_what_is_published_alone()
    {
        var (_, changeSet) = await (await shared.Get()).Begin();
        using var officer = await (await shared.Get()).Site.SignedIn(Role.Officer);
        using var register = await officer.GetAsync("/conformity", Cancellation);
        using var draft = await officer.GetAsync($"/quotas?change-set={changeSet}", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, register.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        Assert.Contains("Toàn tỉnh", await Page(officer, "/quotas"), StringComparison.Ordinal);
    }
}

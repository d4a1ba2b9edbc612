using LongAnGis.Web.Database;
using LongAnGis.Web.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class RecordingFigures : IAsyncLifetime
{
    TestSite site = null!;
    Figures figures = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        figures = new Figures(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    Task<int> LoadSeed() => site.Services.GetRequiredService<SeedFigures>().Load(SeedFolder.BesideTheProgram, Cancellation);

    [Fact]
    public async Task From_the_seed_a_second_time_records_nothing()
    {
        var before = await figures.Scalar<int>("SELECT max(number) FROM plan.edition");

        Assert.Equal(0, await LoadSeed());

        Assert.Equal(before, await figures.Scalar<int>("SELECT max(number) FROM plan.edition"));
    }

    [Fact]
    public async Task Stands_before_the_first_publication() => Assert.True(await figures.Scalar<bool>("""
        SELECT (SELECT recorded_at FROM plan.edition WHERE number = 1) < (SELECT published_at FROM plan.revision WHERE number = 1)
        """));

    [Fact]
    public async Task Keeps_the_value_that_is_corrected()
    {
        var edition = await figures.Record("population-census", "803", 2019, 181_661);

        Assert.Equal(181_661, await figures.Value("population-census", "803", 2019));
        Assert.Equal(181_660, await figures.Value("population-census", "803", 2019, edition - 1));
    }

    [Fact]
    public async Task Counts_regions_by_period_as_every_edition_knew_them()
    {
        await figures.Record("population-census", "803", 2019, 181_661);
        await figures.Withdraw("population-census", "804", 2019);
        await figures.Record("population-census", "804", 2019, 99_000);
        await figures.Record("population-census", "27991", 2026, 60_000);
        await figures.Record("rice-area", Figures.Province, 2019, 500_000, "plan");

        // What the counts say of every edition, against the figures themselves.
        Assert.Equal(0, await figures.Scalar<long>("""
            WITH counted AS (
              SELECT edition.number, c.indicator_code, c.period_kind, c.period_start, c.region_kind, sum(c.change) AS figures
              FROM plan.edition JOIN plan.figure_count AS c ON c.edition <= edition.number
              GROUP BY 1, 2, 3, 4, 5 HAVING sum(c.change) <> 0
            ), known AS (
              SELECT edition.number, o.indicator_code, o.period_kind, o.period_start, region.kind, count(*) AS figures
              FROM plan.edition
              JOIN plan.observation AS o ON o.edition_from <= edition.number AND (o.edition_to IS NULL OR o.edition_to > edition.number)
              JOIN plan.region ON region.code = o.region_code
              WHERE NOT o.is_plan
              GROUP BY 1, 2, 3, 4, 5
            )
            SELECT count(*) FROM ((TABLE counted EXCEPT TABLE known) UNION ALL (TABLE known EXCEPT TABLE counted)) AS difference
            """));
        Assert.Equal(15, await figures.Scalar<long>("""
            SELECT sum(change) FROM plan.figure_count
            WHERE indicator_code = 'population-census' AND period_start = '2019-01-01' AND region_kind = 'district'
            """));
    }

    [Fact]
    public async Task Knows_the_newest_figure_of_every_series_at_every_edition()
    {
        await figures.Record("population-census", "803", 2026, 200_000);
        await figures.Withdraw("population-census", "803", 2019);

        Assert.Equal(0, await figures.Scalar<long>("""
            WITH known AS (
              SELECT DISTINCT ON (edition.number, o.indicator_code, o.region_code, o.period_kind)
                edition.number, o.indicator_code, o.region_code, o.period_kind, o.period_start, o.value
              FROM plan.edition
              JOIN plan.observation AS o ON o.edition_from <= edition.number AND (o.edition_to IS NULL OR o.edition_to > edition.number)
              WHERE NOT o.is_plan
              ORDER BY edition.number, o.indicator_code, o.region_code, o.period_kind, o.period_start DESC
            ), told AS (
              SELECT edition, indicator_code, region_code, period_kind, period_start, value FROM pub.newest_observation
            )
            SELECT count(*) FROM ((TABLE told EXCEPT TABLE known) UNION ALL (TABLE known EXCEPT TABLE told)) AS difference
            """));
    }

    [Fact]
    public async Task Lets_the_plan_of_a_year_stand_beside_what_was_reached()
    {
        await figures.Record("rice-area", Figures.Province, 2019, 500_000, "plan");

        Assert.Equal(506_258, await figures.Value("rice-area", Figures.Province, 2019));
    }

    [Fact]
    public async Task By_a_person_is_not_overwritten_by_the_seed()
    {
        await figures.Record("population-census", "803", 2019, 181_661);
        await figures.Withdraw("population-census", "804", 2019);

        Assert.Equal(0, await LoadSeed());

        Assert.Equal(181_661, await figures.Value("population-census", "803", 2019));
        Assert.Null(await figures.Value("population-census", "804", 2019));
    }

    [Fact]
    public async Task Never_rewrites_or_removes_what_was_recorded()
    {
        foreach (var rewriting in (string[])[
            "UPDATE plan.observation SET value = 0",
            "UPDATE plan.observation SET status = 'estimate', edition_to = NULL",
            "DELETE FROM plan.observation",
            "TRUNCATE plan.observation",
            "UPDATE plan.target SET value = 0",
            "DELETE FROM plan.target"])
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => figures.Execute(rewriting));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }

    [Fact]
    public async Task Ends_a_row_only_once()
    {
        var edition = await figures.Record("population-census", "803", 2019, 1);
        await figures.Record("population-census", "803", 2019, 2);

        await Assert.ThrowsAsync<PostgresException>(() => figures.Execute(
            $"UPDATE plan.observation SET edition_to = {edition + 5} WHERE edition_from = {edition}"));
    }

    [Fact]
    public async Task Refuses_two_truths_for_one_cell() => await Assert.ThrowsAsync<PostgresException>(() => figures.Execute("""
        INSERT INTO plan.observation (indicator_code, region_code, period_kind, period_start, status, value, edition_from, version)
        VALUES ('population-census', '803', 'year', '2019-01-01', 'estimate', 1, 1, 2)
        """));

    [Fact]
    public async Task Refuses_a_period_that_does_not_begin_where_its_kind_does() => await Assert.ThrowsAsync<PostgresException>(() => figures.Execute("""
        INSERT INTO plan.observation (indicator_code, region_code, period_kind, period_start, status, value, edition_from)
        VALUES ('population-census', '803', 'quarter', '2019-02-01', 'observed', 1, 1)
        """));

    [Fact]
    public async Task Counts_a_region_from_its_first_figure_until_its_last_is_withdrawn()
    {
        const string Count = "SELECT count(*) FROM plan.observed_region WHERE indicator_code = 'rice-area' AND region_code = '803' AND edition_to IS NULL";
        await figures.Record("rice-area", "803", 2019, 10, "plan");
        Assert.Equal(0, await figures.Scalar<long>(Count));

        await figures.Record("rice-area", "803", 2019, 12);
        await figures.Record("rice-area", "803", 2020, 13);
        await figures.Record("rice-area", "803", 2019, 12.5m);
        Assert.Equal(1, await figures.Scalar<long>(Count));

        await figures.Withdraw("rice-area", "803", 2019);
        Assert.Equal(1, await figures.Scalar<long>(Count));
        await figures.Withdraw("rice-area", "803", 2020);
        Assert.Equal(0, await figures.Scalar<long>(Count));
    }

    [Fact]
    public async Task Of_an_internal_indicator_is_hidden_from_the_public_role()
    {
        await figures.Execute("UPDATE plan.indicator SET is_public = false WHERE code = 'grdp-growth'");
        await using var connection = await site.Services.GetRequiredService<PublicDatabase>().OpenConnectionAsync(Cancellation);

        foreach (var view in (string[])["observation", "target", "observed_region", "edition_indicator", "figure_count", "newest_observation"])
        {
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM pub.{view} WHERE indicator_code = 'grdp-growth'", connection);
            Assert.Equal(0L, await count.ExecuteScalarAsync(Cancellation));
        }

        await using var catalogue = new NpgsqlCommand("SELECT count(*) FROM pub.indicator WHERE code = 'grdp-growth'", connection);
        Assert.Equal(0L, await catalogue.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task Cannot_be_read_by_the_public_role_where_it_is_kept()
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("SELECT count(*) FROM plan.observation");

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteScalarAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Leaves_what_was_known_after_a_publication_as_it_was()
    {
        using var client = site.CreateClient();
        var newest = await figures.Scalar<int>("SELECT max(number) FROM plan.revision");
        var address = $"/indicators/population-census/values.json?year=2019&known-at=r{newest}";
        var before = await client.GetByteArrayAsync(address, Cancellation);

        await figures.Record("population-census", "803", 2019, 181_661);

        Assert.Equal(before, await client.GetByteArrayAsync(address, Cancellation));
        Assert.Contains(
            "181661", await client.GetStringAsync("/indicators/population-census/values.json?year=2019", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knew_nothing_before_anything_was_recorded()
    {
        using var client = site.CreateClient();

        var answer = await client.GetStringAsync("/indicators/population-census/values.json?year=2019&known-at=2020-01-01", Cancellation);

        Assert.Contains("\"values\":[]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_internal_indicator_answers_like_one_that_never_existed()
    {
        await figures.Execute("UPDATE plan.indicator SET is_public = false WHERE code = 'grdp-growth'");
        using var client = site.CreateClient();

        using var hidden = await client.GetAsync("/indicators/grdp-growth/values.json", Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Of_an_internal_indicator_changes_no_byte_of_a_public_answer()
    {
        using var client = site.CreateClient();
        await figures.Execute("UPDATE plan.indicator SET is_public = false WHERE code = 'grdp-growth'");
        var before = await client.GetAsync("/indicators/population-census/values.json?year=2019", Cancellation);

        await figures.Record("grdp-growth", Figures.Province, 2019, 9.5m);

        var after = await client.GetAsync("/indicators/population-census/values.json?year=2019", Cancellation);
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }
}

using System.Net;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class EnteringFigures : IAsyncLifetime
{
    const string Page = StatisticsOffice.Page;

    TestSite site = null!;
    StatisticsOffice office = null!;
    HttpClient officer = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        office = new(site);
        officer = await office.Officer();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Shows_what_would_change_and_records_it_as_one_edition_when_it_is_saved()
    {
        await office.Figures.Record("households", "803", 2023, 44_000);
        var before = await office.Edition();

        var entered = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2023", "44.100"), ("v.households.804.2024", "26.350"));
        var preview = await Office.Get(officer, entered.Location!);

        Assert.Equal(before, await office.Edition());
        Assert.Contains("1 số mới, 1 số sửa", preview.Words, StringComparison.Ordinal);
        Assert.Contains("44.000 44.100 sửa", preview.Words, StringComparison.Ordinal);
        Assert.Contains("– 26.350 mới", preview.Words, StringComparison.Ordinal);

        var saved = await StatisticsOffice.Save(officer, entered);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(before + 1, await office.Edition());
        Assert.Equal(44_100, await office.Figures.Value("households", "803", 2023));
        Assert.Equal(44_000, await office.Figures.Value("households", "803", 2023, before));
        Assert.Equal(26_350, await office.Figures.Value("households", "804", 2024));
        Assert.Contains($"đợt số liệu {before + 1}", (await Office.Get(officer, saved.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(1, await office.Figures.Scalar<long>($"SELECT count(*) FROM plan.audit WHERE action = 'figures.record' AND object = 'edition/{before + 1}'"));
    }

    [Fact]
    public async Task Is_seen_in_the_next_answer_with_its_source()
    {
        await StatisticsOffice.Save(officer, await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000")));

        using var client = site.CreateClient();
        var answer = await client.GetStringAsync("/indicators/households/values.json?year=2024", TestContext.Current.CancellationToken);

        Assert.Contains("45000", answer, StringComparison.Ordinal);
        Assert.Contains("https://example.org/bao-cao", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_what_an_ambiguous_number_means_and_takes_the_answer()
    {
        const string Area = "/figures/new?indicator=rice-area&regions=provinces&from=2024&to=2024";

        var asked = await StatisticsOffice.Enter(officer, Area, ("v.rice-area.80-to-2025.2024", "1.234"));
        var answered = await StatisticsOffice.Enter(officer, Area, ("v.rice-area.80-to-2025.2024", "1.234"), ("numbers", "en"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("“1.234” là 1.234 hay 1,234?", asked.Words, StringComparison.Ordinal);
        await StatisticsOffice.Save(officer, answered);
        Assert.Equal(1.234m, await office.Figures.Value("rice-area", Figures.Province, 2024));
    }

    [Fact]
    public async Task Does_not_remove_a_figure_because_its_cell_is_empty()
    {
        await office.Figures.Record("households", "803", 2023, 44_000);

        var answer = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2023", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("để trống không xóa được", answer.Words, StringComparison.Ordinal);
        Assert.Equal(44_000, await office.Figures.Value("households", "803", 2023));
    }

    [Fact]
    public async Task Refuses_a_cell_that_somebody_has_recorded_since_the_grid_was_opened_and_shows_both_values()
    {
        var opened = await Office.Get(officer, Page);
        var edition = await office.Figures.Record("households", "803", 2024, 45_111);

        var answer = await StatisticsOffice.Send(officer, Page, opened.Html, ("v.households.803.2024", "45.000"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("An officer đã ghi 45.111", answer.Words, StringComparison.Ordinal);
        Assert.Contains("số của bạn là 45.000", answer.Words, StringComparison.Ordinal);
        Assert.Equal(edition, await office.Edition());
    }

    [Fact]
    public async Task Refuses_to_save_what_somebody_has_recorded_since_the_preview_and_writes_nothing_of_it()
    {
        var entered = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"), ("v.households.804.2024", "26.350"));
        var edition = await office.Figures.Record("households", "803", 2024, 45_111);

        var saved = await StatisticsOffice.Save(officer, entered);

        Assert.Equal(HttpStatusCode.Conflict, saved.Status);
        Assert.Contains("45.111", saved.Words, StringComparison.Ordinal);
        Assert.Contains("45.000", saved.Words, StringComparison.Ordinal);
        Assert.Equal(edition, await office.Edition());
        Assert.Null(await office.Figures.Value("households", "804", 2024));
    }

    [Fact]
    public async Task Is_recorded_once_however_often_the_same_is_sent()
    {
        var entered = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"));
        var edition = await office.Edition();

        var first = await StatisticsOffice.Save(officer, entered, "figures-the-same-key");
        var again = await StatisticsOffice.Save(officer, entered, "figures-the-same-key");
        var otherKey = await StatisticsOffice.Save(officer, entered);

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (again.Status, again.Location));
        Assert.Equal(HttpStatusCode.Conflict, otherKey.Status);
        Assert.Equal(edition + 1, await office.Edition());
    }

    [Fact]
    public async Task Lets_one_of_two_officers_win_who_save_the_same_cell_at_once()
    {
        var other = await office.Officer();
        var drafts = new[]
        {
            (officer, await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"), ("v.households.804.2024", "26.000"))),
            (other, await StatisticsOffice.Enter(other, Page, ("v.households.803.2024", "45.500"), ("v.households.805.2024", "17.000"))),
        };
        var edition = await office.Edition();

        var answers = await Task.WhenAll(drafts.Select(draft => StatisticsOffice.Save(draft.Item1, draft.Item2)));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Equal(edition + 1, await office.Edition());
        // All of one and nothing of the other.
        var winner = await office.Figures.Value("households", "803", 2024);
        Assert.Equal(winner == 45_000 ? 26_000 : null, await office.Figures.Value("households", "804", 2024));
        Assert.Equal(winner == 45_500 ? 17_000 : null, await office.Figures.Value("households", "805", 2024));
    }

    [Fact]
    public async Task Of_another_district_is_refused_to_an_officer_of_one()
    {
        var district = await office.Officer("803");

        var opened = await Office.Get(district, Page);
        var own = await StatisticsOffice.Enter(district, Page, ("v.households.803.2024", "45.000"));
        var others = await StatisticsOffice.Enter(district, Page, ("v.households.803.2024", "45.000"), ("v.households.804.2024", "26.350"));

        Assert.Contains("name=\"v.households.803.2024\"", opened.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"v.households.804.2024\"", opened.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, own.Status);
        Assert.Equal(HttpStatusCode.Forbidden, others.Status);
        Assert.Contains("Huyện Thủ Thừa không thuộc phần việc", others.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_saved_by_an_officer_who_was_given_another_district_meanwhile()
    {
        var entered = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"));
        await office.Figures.Execute("UPDATE plan.account SET area_code = '804' WHERE user_name LIKE 'officer-%'");

        Assert.Equal(HttpStatusCode.Forbidden, (await StatisticsOffice.Save(officer, entered)).Status);
        Assert.Null(await office.Figures.Value("households", "803", 2024));
    }

    [Fact]
    public async Task Is_seen_by_nobody_else_before_it_is_saved()
    {
        var entered = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"));
        var other = await office.Officer();

        Assert.Equal(HttpStatusCode.NotFound, (await Office.Get(other, entered.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await StatisticsOffice.Save(other, entered)).Status);
    }
}

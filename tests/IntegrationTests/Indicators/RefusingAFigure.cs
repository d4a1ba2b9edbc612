using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Entries of which nothing is kept; so all of them are made at one site.</summary>
public sealed class RefusingAFigure(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    const string Page = StatisticsOffice.Page;

    StatisticsOffice office = null!;
    HttpClient officer = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(shared.Site);
        officer = await office.Officer();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("4 nghìn", "Ô D", "không phải là số")]
    [InlineData("=1+1", "Ô D", "là công thức")]
    [InlineData("-5", "Ô D", "ngoài giới hạn")]
    [InlineData("44.000,5", "Ô D", "đếm bằng số nguyên")]
    [InlineData("NaN", "Ô D", "không phải là số")]
    public async Task Refuses_a_bad_cell_by_its_place_and_keeps_all_of_it_out(string typed, string cell, string words)
    {
        var edition = await office.Edition();

        var answer = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", typed), ("v.households.804.2024", "26.350"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(cell, answer.Words, StringComparison.Ordinal);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"26.350\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal((edition, 0), (await office.Edition(), await office.Drafts()));
    }

    [Fact]
    public async Task Needs_a_source_and_a_reason()
    {
        var answer = await StatisticsOffice.Enter(
            officer, Page, ("v.households.803.2024", "45.000"), ("source_url", "javascript:alert(1)"), ("reason", " "));
        var neither = await StatisticsOffice.Enter(officer, Page, ("v.households.803.2024", "45.000"), ("source_url", ""), ("instrument", "forged"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("phải bắt đầu bằng https://", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Ghi lý do", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Chọn văn bản trong danh sách", neither.Words, StringComparison.Ordinal);
        Assert.Equal(0, await office.Drafts());
    }

    [Fact]
    public async Task Is_for_officers_alone()
    {
        foreach (var role in (Role[])[Role.Planner, Role.Reviewer, Role.Leader, Role.Admin])
        {
            using var client = await shared.Site.SignedIn(role);
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            Assert.Equal(HttpStatusCode.Forbidden, (await Office.Get(client, Page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await Office.Post(client, Page, ("v.households.803.2024", "1"))).Status);
        }
    }

    [Fact]
    public async Task Is_checked_while_somebody_types_without_being_kept()
    {
        using var program = await shared.Site.SignedIn(Role.Officer);
        using var answer = await program.PostAsync(
            "/figures/check?indicator=households&from=2023&to=2024",
            new FormUrlEncodedContent([KeyValuePair.Create("v.households.803.2024", "abc")]), TestContext.Current.CancellationToken);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"field\":\"v.households.803.2024\"", said, StringComparison.Ordinal);
        Assert.Equal(0, await office.Drafts());
    }

    [Theory]
    [InlineData("indicator=nothing")]
    [InlineData("region=999")]
    public async Task Opens_no_grid_of_what_is_not_there(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Office.Get(officer, $"/figures/new?{query}")).Status);

    [Theory]
    [InlineData("indicator=households&region=803")]
    [InlineData("indicator=households&from=abc")]
    [InlineData("indicator=households&from=2024&to=2020")]
    [InlineData("indicator=households&from=2020&to=2024-Q1")]
    [InlineData("indicator=households&from=1990&to=2024")]
    [InlineData("indicator=households&status=final")]
    public async Task Opens_no_grid_of_a_request_that_makes_no_sense(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Office.Get(officer, $"/figures/new?{query}")).Status);
}

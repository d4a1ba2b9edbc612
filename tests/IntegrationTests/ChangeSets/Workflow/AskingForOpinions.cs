using System.Net;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>A province that has switched consultation and appraisal on.</summary>
public sealed class AskingForOpinions : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    HttpClient reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string>
        {
            ["Workflow:Consultation"] = "true",
            ["Workflow:Appraisal"] = "true",
            ["Workflow:DaysToPublish"] = "10",
        }));
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Comes_before_a_submission_and_an_appraisal_before_the_approval()
    {
        var officer = await office.Somebody(Role.Officer);
        var id = await Office.OpenWithChange(planner);

        Assert.Equal(HttpStatusCode.Conflict, (await office.Step(planner, id, "submit")).Status);
        await office.Take(planner, id, "consult");
        Assert.Contains("đang lấy ý kiến", (await Office.Get(officer, $"/change-sets/{id}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Office.Post(officer, $"/change-sets/{id}/comments", ("text", "Xin bổ sung bản đồ."))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Step(officer, id, "submit")).Status);

        await office.Take(planner, id, "submit");
        Assert.Equal(HttpStatusCode.Conflict, (await office.Step(reviewer, id, "approve")).Status);
        await office.Take(reviewer, id, "appraise");
        await office.Take(reviewer, id, "approve");
        await office.Take(reviewer, id, "publish");
        Assert.Equal("published", await office.State(id));
    }

    [Fact]
    public async Task Is_left_out_by_the_simplified_procedure()
    {
        var id = await Office.Open(planner, ("kind", "simplified"), ("ground", "dd"));
        await Office.Save(planner, id, Office.Create("W-1"));

        await office.Take(planner, id, "submit");

        Assert.Contains("rút gọn, Điều 54 điểm đ", (await Office.Get(planner, $"/change-sets/{id}")).Words, StringComparison.Ordinal);
    }
}

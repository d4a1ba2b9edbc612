using System.Net;
using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using Draft = LongAnGis.IntegrationTests.ChangeSets.Drafting.Drafting;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Whatever refuses a write, the audit has a line of who tried it: what, to what, and with which answer.</summary>
public sealed class RefusingAWrite : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    Guid draft;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        planner = await office.As(await office.Site.NewAccount("nguyen.lan", Role.Planner));
        draft = await Office.OpenWithChange(planner);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Leaves_a_line_for_a_step_that_was_stale_incomplete_or_not_theirs()
    {
        await office.Step(planner, draft, "submit", version: 1);
        await office.Step(planner, draft, "approve");
        await office.Step(planner, draft, "dance");
        var reviewer = await office.As(await office.Site.NewAccount("le.nam", Role.Reviewer));
        await office.Take(planner, draft, "submit");
        await office.Step(reviewer, draft, "return");

        Assert.Equal(
            [
                "nguyen.lan submit 412", "nguyen.lan approve 403", "nguyen.lan POST /change-sets/{id:guid}/steps 400", "le.nam return 422",
            ],
            await Refusals());
    }

    [Fact]
    public async Task Leaves_a_line_for_a_save_that_was_malformed_wrong_or_stale()
    {
        await Save("{", HttpStatusCode.BadRequest);
        await Save("{\"edits\":[{\"put\":{\"layer\":\"no-such\",\"op\":\"create\"}}]}", HttpStatusCode.UnprocessableEntity);

        var lines = await Refusals();
        Assert.Equal(["nguyen.lan POST /change-sets/{id:guid}/edits 400", "nguyen.lan POST /change-sets/{id:guid}/edits 422"], lines);
    }

    [Fact]
    public async Task Leaves_a_line_for_somebody_elses_draft_a_missing_right_and_a_foreign_page()
    {
        var other = await office.As(await office.Site.NewAccount("tran.minh", Role.Planner));
        using (var theirs = await Draft.Save(other, draft, Office.Create("X-1")))
        {
            Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        }

        (await other.Send("/accounts", ("user", "le.ba"), ("name", "Lê Thị Ba"))).Dispose();
        other.DefaultRequestHeaders.Remove("Origin");
        (await other.Send($"/change-sets/{draft}/steps", "https://evil.example", ("step", "submit"))).Dispose();

        Assert.Equal(["tran.minh POST /change-sets/{id:guid}/edits 404", "tran.minh POST /change-sets/{id:guid}/steps 403"], await Refusals());
        Assert.Equal("/accounts", await office.Scalar<string>("SELECT object FROM plan.audit WHERE detail ->> 'what' = 'POST /accounts'"));
    }

    [Fact]
    public async Task Leaves_no_line_for_what_was_done_or_only_read()
    {
        await office.Take(planner, draft, "submit");
        await Office.Get(planner, $"/change-sets/{Guid.NewGuid()}");
        await Office.Get(planner, "/accounts");

        Assert.Equal(0, await office.Scalar<long>("SELECT count(*) FROM plan.audit WHERE action = 'write.refused'"));
    }

    async Task Save(string json, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/change-sets/{draft}/edits")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await planner.SendAsync(request, Cancellation);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    // Who tried what on the draft, with which answer, in the order in which it was tried.
    async Task<string[]> Refusals() => (await office.Scalar<string[]>(
        """
        SELECT array_agg(actor || ' ' || (detail ->> 'what') || ' ' || (detail ->> 'status') ORDER BY id)
        FROM plan.audit WHERE action = 'write.refused' AND object = $1
        """, $"change_set/{draft}"))!;
}

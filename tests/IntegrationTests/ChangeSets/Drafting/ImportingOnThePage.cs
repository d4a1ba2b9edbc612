using System.Net;
using System.Text;
using LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>A file that a planner sends on a page: previewed while the browser may be closed, taken in one piece or not at all.</summary>
public sealed class ImportingOnThePage(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    const string Zone = "code,name_vi,wkt_epsg_4326\np-1,Khu một,\"POLYGON ((106.4 10.6, 106.41 10.6, 106.41 10.61, 106.4 10.61, 106.4 10.6))\"\n";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_previewed_and_then_taken()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var job = await Send(planner, changeSet, Zone);

        var preview = await Ended(planner, job);
        Assert.Contains("Xem trước", preview, StringComparison.Ordinal);
        Assert.Contains("Đưa 1 thay đổi vào hồ sơ", preview, StringComparison.Ordinal);
        Assert.Contains("\"action\":\"create\"", await planner.GetStringAsync(job + ".geojson", Cancellation), StringComparison.Ordinal);
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));

        await Post(planner, job + "/apply");
        Assert.Contains("Đã nhập vào hồ sơ", await Ended(planner, job), StringComparison.Ordinal);
        Assert.Equal("Khu một", Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)))!["properties"]!["nameVi"]!.GetValue<string>());

        // Pressed twice, it happens once.
        await Post(planner, job + "/apply");
        await Ended(planner, job);
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Asks_what_the_file_does_not_say_and_maps_columns_as_it_is_told()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var job = await Send(planner, changeSet, "MA_KHU;CHUC_NANG;wkt\nq-1;ở;POLYGON ((571000 1172000, 572000 1172000, 572000 1173000, 571000 1173000, 571000 1172000))\n");

        Assert.Contains("không ghi hệ tọa độ", await Ended(planner, job), StringComparison.Ordinal);
        await Post(planner, job + "/again", ("match", "code"), ("crs", "9210"));
        var preview = await Ended(planner, job);
        Assert.Contains("Gợi ý theo tên cột", preview, StringComparison.Ordinal);
        await Post(planner, job + "/again", ("match", "code"), ("crs", "9210"), ("field-code", "MA_KHU"), ("field-name_vi", "MA_KHU"), ("field-functions", "CHUC_NANG"));
        await Ended(planner, job);
        await Post(planner, job + "/apply");
        await Ended(planner, job);

        var change = Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)))!["properties"]!;
        Assert.Equal(("q-1", "ở"), (change["code"]!.GetValue<string>(), change["attributes"]!["functions"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Goes_on_after_the_service_that_worked_on_it_has_died()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var job = await Send(planner, changeSet, Zone);
        await Ended(planner, job);

        // As a node leaves it that dies in the middle: held for some moments more, nothing of it written.
        await drafting.Execute(
            "UPDATE plan.import_job SET step = 'apply', stage = 'matching', outcome = NULL, held_until = now() + interval '2 seconds' WHERE id = $1", Id(job));

        Assert.Contains("Đã nhập vào hồ sơ", await Ended(planner, job), StringComparison.Ordinal);
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Is_given_up_when_it_is_stopped_before_its_end()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var job = await Send(planner, changeSet, Zone);
        await Ended(planner, job);
        // Another node holds it, and hears of the wish only when it comes to its end.
        await drafting.Execute(
            "UPDATE plan.import_job SET step = 'apply', stage = 'matching', outcome = NULL, held_until = now() + interval '1 hour' WHERE id = $1", Id(job));

        await Post(planner, job + "/stop");

        Assert.Contains("Đã dừng", await Ended(planner, job), StringComparison.Ordinal);
        await using var connection = await drafting.Site.Services.GetRequiredService<PlanDatabase>().OpenConnectionAsync(Cancellation);
        Assert.False(await ImportJobs.Finish(connection, Id(job), "{}"u8.ToArray(), Cancellation));
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Is_for_whoever_sent_it_alone()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (stranger, _) = await drafting.Begin();
        var job = await Send(planner, changeSet, Zone);
        await Ended(planner, job);

        foreach (var address in new[] { job, job + ".geojson", $"/change-sets/{changeSet}/import" })
        {
            using var answer = await stranger.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var step in new[] { "apply", "again", "stop", "remove" })
        {
            using var answer = await stranger.PostAsync($"{job}/{step}", new FormUrlEncodedContent([]), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var other = await stranger.PostAsync($"/change-sets/{changeSet}/imports", Form(Zone), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var closed = await planner.PostAsync($"/change-sets/{await drafting.ChangeSet(Guid.Parse(await Account(drafting, changeSet)), "submitted")}/imports", Form(Zone), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
    }

    static async Task<string> Account(Drafting drafting, Guid changeSet) =>
        (await drafting.Scalar<Guid>("SELECT author_id FROM plan.change_set WHERE id = $1", changeSet)).ToString();

    static Guid Id(string job) => Guid.Parse(job[(job.LastIndexOf('/') + 1)..]);

    static MultipartFormDataContent Form(string table) => new()
    {
        { new StringContent("socio-economic-zones"), "layer" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "file", "../../khu.csv" },
    };

    static async Task<string> Send(HttpClient planner, Guid changeSet, string table)
    {
        using var answer = await planner.PostAsync($"/change-sets/{changeSet}/imports", Form(table), Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return answer.Headers.Location!.OriginalString;
    }

    static async Task Post(HttpClient planner, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await planner.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    // The page says itself whether the work goes on.
    static async Task<string> Ended(HttpClient planner, string job)
    {
        while (true)
        {
            var page = WebUtility.HtmlDecode(await planner.GetStringAsync(job, Cancellation));
            if (!page.Contains("<progress", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(200, Cancellation);
        }
    }
}

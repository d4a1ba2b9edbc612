using LongAnGis.Web.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TaskStatus = LongAnGis.Core.Programme.TaskStatus;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>Tasks and progress are kept in two times: from when a change holds, and since when it is known.</summary>
public sealed class RecordingTasks : IAsyncLifetime
{
    TestSite site = null!;
    ProgrammeDesk desk = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        desk = new(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static DateOnly Day(int year, int month, int day) => new(year, month, day);

    [Fact]
    public async Task The_real_tasks_are_there_with_what_ties_them_to_the_plan()
    {
        var programme = await desk.Read();

        Assert.Equal(49, programme.States.Count);
        var lng = programme.Find("NV-31")!.Task;
        Assert.Equal(Day(2028, 6, 30), lng.Deadline);
        Assert.Equal(["NV-30", "NV-33"], lng.DependsOn);
        Assert.Equal(["DL-02"], lng.Targets);
        Assert.Equal("projects/DA-01", await desk.Scalar<string>($"SELECT layer_code || '/' || code FROM plan.feature WHERE id = {lng.Features.Single()}"));
        Assert.True(programme.Find("NV-05")!.Task.Leads.Single().IsInferred);
        Assert.False(programme.Find("NV-36")!.Task.Leads.Single().IsInferred);
        Assert.Equal("S-TC", programme.Today("S-KHDT")!.Code);
        Assert.Equal("802", programme.Agency("UBND-H09")!.District);
    }

    [Fact]
    public async Task A_deadline_that_moves_keeps_what_was_said_before_in_both_times()
    {
        await desk.Task("NV-900", more: ", \"deadline\": \"2025-06-30\"");
        await desk.Execute("UPDATE plan.task SET is_public = true WHERE code = 'NV-900'");
        var known = await desk.Scalar<int>("SELECT max(number) FROM plan.edition");
        await desk.Task("NV-900", "2025-06-01", ", \"deadline\": \"2025-12-31\"");

        Assert.Equal(Day(2025, 6, 30), (await desk.Read("2025-05-31")).Find("NV-900")!.Task.Deadline);
        Assert.Equal(Day(2025, 12, 31), (await desk.Read("2025-06-01")).Find("NV-900")!.Task.Deadline);
        Assert.Equal(new DateOnly(2025, 6, 30), await desk.Scalar<DateOnly>($"""
            SELECT deadline FROM pub.task_version
            WHERE task_code = 'NV-900' AND edition_from <= {known} AND (edition_to IS NULL OR edition_to > {known}) AND in_force @> '2025-07-01'::date
            """));
    }

    [Fact]
    public async Task What_was_said_is_never_rewritten()
    {
        await desk.Task("NV-900");
        await desk.Progress("NV-900", "2026-01-31", 10);

        foreach (var sql in new[]
        {
            "UPDATE plan.task_version SET deadline = '2030-01-01' WHERE task_code = 'NV-900'",
            "DELETE FROM plan.task_version WHERE task_code = 'NV-900'",
            "UPDATE plan.task_progress SET percent = 90 WHERE task_code = 'NV-900'",
            "DELETE FROM plan.task_progress",
        })
            await Assert.ThrowsAsync<PostgresException>(() => desk.Execute(sql));
    }

    [Theory]
    [InlineData(", \"deadline\": \"2025-01-01\", \"start_on\": \"2025-01-02\"")]
    [InlineData(", \"depends_on\": [\"NV-999\"]")]
    [InlineData(", \"features\": [-1]")]
    [InlineData(", \"features\": [null]")]
    [InlineData(", \"districts\": [\"999\"]")]
    [InlineData(", \"indicators\": [\"nothing\"]")]
    [InlineData(", \"targets\": [\"XX-99\"]")]
    [InlineData(", \"parties\": [{\"role\": \"lead\", \"agency\": \"S-NONE\"}]")]
    [InlineData(", \"budget_vnd\": -1")]
    public async Task What_cannot_be_is_refused_and_nothing_of_it_kept(string more)
    {
        await Assert.ThrowsAsync<PostgresException>(() => desk.Task("NV-900", more: more));

        Assert.Equal(0, await desk.Scalar<long>("SELECT count(*) FROM plan.task WHERE code = 'NV-900'"));
    }

    [Fact]
    public async Task Progress_is_that_of_the_day_and_a_correction_leaves_the_earlier_word_to_those_who_knew_it()
    {
        await desk.Task("NV-900", more: ", \"deadline\": \"2026-06-30\"");
        await desk.Progress("NV-900", "2026-01-31", 40);
        var known = await desk.Progress("NV-900", "2026-03-31", 100, "2026-03-20");
        await desk.Progress("NV-900", "2026-03-31", 80);

        Assert.Null((await desk.Read("2026-01-30")).Find("NV-900")!.Progress);
        Assert.Equal(40, (await desk.Read("2026-02-15")).Find("NV-900")!.Progress!.Percent);
        Assert.Equal(80, (await desk.Read("2026-04-01")).Find("NV-900")!.Progress!.Percent);
        Assert.Equal(TaskStatus.InProgress, (await desk.Read("2026-04-01")).Find("NV-900")!.Status);
        Assert.Equal(100, await desk.Scalar<decimal>($"SELECT percent FROM pub.task_progress WHERE task_code = 'NV-900' AND day = '2026-03-31' AND edition_from <= {known} AND (edition_to IS NULL OR edition_to > {known})"));
    }

    [Fact]
    public async Task The_public_reads_what_is_public_and_nothing_else()
    {
        await desk.Task("NV-900");

        Assert.Null((await desk.Read(isPublic: true)).Find("NV-900"));
        Assert.Equal(49, (await desk.Read(isPublic: true)).States.Count);
        Assert.NotNull((await desk.Read()).Find("NV-900"));
    }

    [Fact]
    public async Task The_seed_leaves_alone_what_a_person_has_changed_and_says_the_rest_once()
    {
        await desk.Task("NV-01");
        var editions = await desk.Scalar<long>("SELECT count(*) FROM plan.edition");

        await site.Services.GetRequiredService<SeedLoader>().Load(SeedFolder.BesideTheProgram, Cancellation);

        Assert.Equal(editions, await desk.Scalar<long>("SELECT count(*) FROM plan.edition"));
        Assert.Equal("Nhiệm vụ thử NV-01", (await desk.Read()).Find("NV-01")!.Task.Name.Vi);
    }
}

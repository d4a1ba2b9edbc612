using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Seeding;

public sealed class LoadingTheSeed : IAsyncLifetime
{
    TestSite site = null!;
    Amendments plan = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        plan = new Amendments(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    SeedLoader Loader => site.Services.GetRequiredService<SeedLoader>();

    [Fact]
    public async Task Publishes_the_plan_under_decision_686_first() =>
        Assert.Equal("qd-686-2023", await plan.Scalar<string>("SELECT instrument_code FROM pub.revision WHERE number = 1"));

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        const string State = """
            SELECT md5(string_agg(t, '' ORDER BY t)) FROM (
              SELECT v::text FROM plan.feature_version AS v
              UNION ALL SELECT r::text FROM plan.revision AS r
              UNION ALL SELECT l::text FROM plan.layer AS l
              UNION ALL SELECT a::text FROM plan.area AS a
              UNION ALL SELECT c::text FROM plan.crosswalk AS c
              UNION ALL SELECT i::text FROM plan.indicator AS i
              UNION ALL SELECT r::text FROM plan.region AS r
              UNION ALL SELECT o::text FROM plan.observation AS o
              UNION ALL SELECT t::text FROM plan.target AS t
              UNION ALL SELECT t::text FROM plan.task_version AS t
              UNION ALL SELECT a::text || a.xmin FROM plan.agency AS a
            ) AS state (t)
            """;
        var before = await plan.Scalar<string>(State);

        Assert.Equal(0, await Loader.Load(SeedFolder.BesideTheProgram, Cancellation));

        Assert.Equal(before, await plan.Scalar<string>(State));
    }

    [Fact]
    public async Task Leaves_alone_what_a_planner_has_amended()
    {
        var park = await plan.Find("industrial-parks", "KCN-01");
        await plan.Publish(Amendments.Update(park, Amendments.Content("Tên do người lập quy hoạch đặt"), null));
        await plan.Scalar<object>("UPDATE plan.seed_feature SET content_hash = 'older' RETURNING 1");

        await Loader.Load(SeedFolder.BesideTheProgram, Cancellation);

        Assert.StartsWith("Tên do người lập quy hoạch đặt", (await plan.Timeline("industrial-parks", "KCN-01", int.MaxValue))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_left_out_by_a_start_that_brings_the_one_that_was_loaded_and_done_by_one_that_brings_another()
    {
        const string Revisions = "SELECT count(*) FROM plan.revision";
        var before = await plan.Scalar<long>(Revisions);
        await plan.Scalar<object>("UPDATE plan.seed_feature SET content_hash = 'older' WHERE true RETURNING 1");

        await Loader.LoadOnce(SeedFolder.BesideTheProgram, Cancellation);
        var same = await plan.Scalar<long>(Revisions);
        await plan.Scalar<object>("UPDATE plan.seed_mark SET mark = 'another' RETURNING 1");
        await Loader.LoadOnce(SeedFolder.BesideTheProgram, Cancellation);

        Assert.Equal(before, same);
        Assert.True(await plan.Scalar<long>(Revisions) > before);
        Assert.Equal(SeedFolder.BesideTheProgram.Mark(), await plan.Scalar<string>("SELECT mark FROM plan.seed_mark"));
    }

    [Fact]
    public async Task Updates_what_it_says_anew_and_only_that()
    {
        await plan.Scalar<object>("""
            UPDATE plan.seed_feature SET content_hash = 'older'
            WHERE feature_id = (SELECT id FROM plan.feature WHERE layer_code = 'industrial-parks' AND code = 'KCN-01')
            RETURNING 1
            """);

        Assert.Equal(1, await Loader.Load(SeedFolder.BesideTheProgram, Cancellation));

        Assert.Equal(1L, await plan.Scalar<long>("""
            SELECT count(*) FROM plan.feature_version
            WHERE revision_from = (SELECT max(number) FROM plan.revision)
            """));
    }
}

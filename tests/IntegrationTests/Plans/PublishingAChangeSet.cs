using LongAnGis.Web.Plans.Publishing;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Plans;

public sealed class PublishingAChangeSet : IAsyncLifetime
{
    const string Layer = "industrial-parks";

    static readonly DateOnly Day1 = new(2024, 1, 1);
    static readonly DateOnly Day2 = new(2025, 1, 1);
    static readonly DateOnly Day3 = new(2026, 1, 1);

    TestSite site = null!;
    Amendments plan = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        plan = new Amendments(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Makes_the_next_revision()
    {
        var before = await plan.Scalar<int>("SELECT max(number) FROM plan.revision");

        Assert.Equal(before + 1, await plan.Publish(Create(Layer, "T-1", Content("One"))));
        Assert.Equal(before + 2, await plan.Publish(Create(Layer, "T-2", Content("Two"))));
    }

    [Fact]
    public async Task Is_refused_when_a_touched_feature_has_moved_on()
    {
        await plan.Publish(Create(Layer, "T-1", Content("One")));
        var seen = await plan.Find(Layer, "T-1");
        await plan.Publish(Update(seen, Content("Theirs"), null));

        var outcome = await plan.Try([Update(seen, Content("Mine"), null)]);

        var conflict = Assert.Single(Assert.IsType<PublicationOutcome.Conflicting>(outcome).Conflicts);
        Assert.Equal(("T-1", 1, 2), (conflict.Code, conflict.BaseVersion, conflict.CurrentVersion));
    }

    [Fact]
    public async Task Is_refused_for_a_code_that_is_taken()
    {
        await plan.Publish(Create(Layer, "T-1", Content("One")));

        Assert.IsType<PublicationOutcome.Conflicting>(await plan.Try([Create(Layer, "T-1", Content("Again"))]));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("withdrawn")]
    public async Task Is_refused_unless_it_is_approved(string state) =>
        Assert.IsType<PublicationOutcome.NotApproved>(await plan.Try([Create(Layer, "T-1", Content("One"))], state));

    [Fact]
    public async Task Leaves_nothing_behind_when_its_transaction_is_undone()
    {
        var before = await plan.Scalar<int>("SELECT max(number) FROM plan.revision");

        await plan.Try([Create(Layer, "T-1", Content("One"))], commit: false);

        Assert.Equal(before, await plan.Scalar<int>("SELECT max(number) FROM plan.revision"));
        Assert.Empty(await plan.Timeline(Layer, "T-1", before + 1));
    }

    [Fact]
    public async Task Keeps_what_was_in_force_before_its_day()
    {
        await plan.Publish(Create(Layer, "T-1", Content("Old"), Day1));

        var revision = await plan.Publish(Update(await plan.Find(Layer, "T-1"), Content("New"), Day2));

        Assert.Equal(
            ["Old [2024-01-01,2025-01-01)", "New [2025-01-01,)"],
            await plan.Timeline(Layer, "T-1", revision)
        );
    }

    [Fact]
    public async Task Restores_the_earlier_content_after_a_change_that_ends()
    {
        await plan.Publish(Create(Layer, "T-1", Content("Usual"), Day1));

        var revision = await plan.Publish(Update(await plan.Find(Layer, "T-1"), Content("Meanwhile"), Day2, Day3));

        Assert.Equal(
            ["Usual [2024-01-01,2025-01-01)", "Meanwhile [2025-01-01,2026-01-01)", "Usual [2026-01-01,)"],
            await plan.Timeline(Layer, "T-1", revision)
        );
    }

    [Fact]
    public async Task Never_changes_what_was_known_at_an_earlier_revision()
    {
        var first = await plan.Publish(Create(Layer, "T-1", Content("Old"), Day1));
        var second = await plan.Publish(Update(await plan.Find(Layer, "T-1"), Content("New"), Day2));
        await plan.Publish(End(await plan.Find(Layer, "T-1"), Day3));

        Assert.Equal(["Old [2024-01-01,)"], await plan.Timeline(Layer, "T-1", first));
        Assert.Equal(["Old [2024-01-01,2025-01-01)", "New [2025-01-01,)"], await plan.Timeline(Layer, "T-1", second));
    }

    [Fact]
    public async Task Ending_a_feature_keeps_its_past_and_names_its_successor()
    {
        await plan.Publish(Create(Layer, "T-1", Content("Old"), Day1), Create(Layer, "T-2", Content("Successor"), Day2));

        var revision = await plan.Publish(End(await plan.Find(Layer, "T-1"), Day2, "T-2"));

        Assert.Equal(["Old [2024-01-01,2025-01-01)"], await plan.Timeline(Layer, "T-1", revision));
        Assert.Equal(
            (await plan.Find(Layer, "T-2")).Id,
            await plan.Scalar<long>("""
                SELECT successor_id FROM pub.feature_version
                WHERE layer_code = 'industrial-parks' AND code = 'T-1' AND revision_to IS NULL
                """)
        );
    }

    [Fact]
    public async Task Measures_on_the_vn2000_grid()
    {
        // The parcel of the golden vectors: 20 880 m² on the grid, given here by its corners in WGS 84.
        await plan.Publish(Create(Layer, "T-1", Content("Parcel", """
            POLYGON((106.426862810 10.883918964, 106.428236071 10.884458379,
                     106.428672667 10.883372521, 106.427299411 10.882833107, 106.426862810 10.883918964))
            """)));

        var area = await plan.Scalar<double>("SELECT area_m2 FROM pub.feature_version WHERE code = 'T-1'");

        Assert.Equal(20_880, area, 0.5);
    }

    [Fact]
    public async Task Numbers_revisions_without_gaps_when_many_publish_at_once()
    {
        var before = await plan.Scalar<int>("SELECT max(number) FROM plan.revision");
        await plan.Publish(Create(Layer, "T-0", Content("Contested")));
        var contested = await plan.Find(Layer, "T-0");

        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 16).Select(number => plan.Try(
                number % 2 == 0
                    ? [Create(Layer, $"T-{number}", Content($"Number {number}"))]
                    : [Update(contested, Content($"Number {number}"), null)])));

        var revisions = outcomes.OfType<PublicationOutcome.Published>().Select(made => made.Revision).Order().ToArray();
        Assert.Equal(9, revisions.Length);
        Assert.Equal(Enumerable.Range(before + 2, 9), revisions);
        Assert.Equal(7, outcomes.OfType<PublicationOutcome.Conflicting>().Count());
    }
}

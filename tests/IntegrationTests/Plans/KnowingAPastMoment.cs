using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Plans;

/// <summary>What the system answered yesterday it answers for ever, byte for byte, however the plan is edited since.</summary>
public sealed class KnowingAPastMoment : IAsyncLifetime
{
    const string Layer = "industrial-parks";
    const string Code = "KCN-01";

    readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    TestSite site = null!;
    Amendments plan = null!;
    string yesterday = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase(services => services.AddSingleton<TimeProvider>(clock));
        plan = new Amendments(site);
        yesterday = CalendarDay.Write(clock.TodayInVietnam());
        clock.Advance(TimeSpan.FromDays(1));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>One address of each kind that answers from the moment: {0} is the feature's id, {1} the moment.</summary>
    public static TheoryData<string> Addresses =>
    [
        "/?{1}",
        "/en/plan?{1}",
        "/plan/industrial-parks?{1}",
        "/plan/industrial-parks/{0}?{1}",
        "/plan/industrial-parks/{0}.geojson?{1}",
        "/plan/industrial-parks.geojson?{1}",
        "/plan/industrial-parks.csv?{1}",
        "/search?q=duc+hoa+i&{1}",
        "/search/suggest?q=duc+hoa+i&{1}",
        "/at?lat=10.9&lon=106.45&z=9&{1}",
        "/styles/plan.json?{1}",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Gives_yesterdays_answer_after_todays_edit(string address)
    {
        var park = await plan.Find(Layer, Code);
        // A reader who asks for a past moment asks for both times of it.
        var past = await Get(address, park.Id, $"known-at={yesterday}&as-of={yesterday}");
        var present = await Get(address, park.Id, "");

        await plan.Publish(Update(park, Content("KCN Đức Hòa I đổi tên", "POINT(106.45 10.9)"), null));

        Assert.Equal(past, await Get(address, park.Id, $"known-at={yesterday}&as-of={yesterday}"));
        Assert.NotEqual(present, await Get(address, park.Id, ""));
    }

    [Fact]
    public async Task Gives_yesterdays_tile_after_todays_edit()
    {
        var park = await plan.Find(Layer, Code);
        var revision = await plan.Scalar<int>("SELECT max(number) FROM plan.revision");
        var past = $"/tiles/{Layer}/8/203/120.mvt?revision={revision}&as-of={yesterday}";
        var before = await Get(past, park.Id, "");

        await plan.Publish(Update(park, Content("KCN Đức Hòa I đổi tên", "POINT(106.45 10.9)"), null));

        Assert.Equal(before, await Get(past, park.Id, ""));
        Assert.NotEqual(before, await Get($"/tiles/{Layer}/8/203/120.mvt", park.Id, ""));
    }

    [Fact]
    public async Task Finds_nothing_before_the_first_publication()
    {
        using var client = site.CreateClient();

        var page = await client.GetStringAsync("/search?q=duc+hoa&known-at=2020-01-01", Cancellation);

        Assert.DoesNotContain("data-feature", page, StringComparison.Ordinal);
    }

    async Task<string> Get(string address, long id, string moment)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(
            address.Replace("{0}", $"{id}", StringComparison.Ordinal).Replace("{1}", moment, StringComparison.Ordinal),
            Cancellation
        );
        var body = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return System.Text.Encoding.UTF8.GetString(body);
    }
}

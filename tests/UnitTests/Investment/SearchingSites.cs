using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;

namespace LongAnGis.UnitTests.Investment;

public sealed class SearchingSites
{
    static readonly NamedPlace DucHoa = new("duc-hoa", "Đức Hòa");
    static readonly NamedPlace BenLuc = new("ben-luc", "Bến Lức");

    static Site Make(
        long id, SiteStage stage = SiteStage.Operating, decimal? area = null, NamedPlace? district = null, decimal? occupancy = null, Wgs84Position? place = null) => new(
            id, SiteLayers.Parks, $"KCN-{id:00}", new($"Khu {id:00}"), Site.Industry, null, stage, false, true, district is null ? [] : [district], [], null,
            area, null, occupancy, null, null, null, null, place, place is { } known ? Destinations.Straight(known) : [], $"khu {id:00}");

    static readonly SiteCatalogue Catalogue = new(
    [
        Make(1, SiteStage.Calling, 100, DucHoa, place: new(10.88, 106.42)),
        Make(2, SiteStage.Operating, 300, DucHoa, 40),
        Make(3, SiteStage.Operating, null, BenLuc, 100, new(10.64, 106.49)),
        Make(4, SiteStage.Building, 50, BenLuc),
    ]);

    static long[] Ids(SiteFilter filter, string order = SiteOrder.Name) =>
        [.. Catalogue.Search(filter, SiteOrder.Read(order)!).Sites.Select(site => site.Id)];

    [Fact]
    public void Finds_everything_when_nothing_is_asked() => Assert.Equal([1, 2, 3, 4], Ids(SiteFilter.None));

    [Fact]
    public void Finds_what_meets_every_respect() =>
        Assert.Equal([2], Ids(SiteFilter.None with { Districts = ["duc-hoa"], Stages = [SiteStage.Operating, SiteStage.Building] }));

    [Fact]
    public void Counts_of_a_choice_leave_out_that_choice_alone()
    {
        var counts = Catalogue.Search(SiteFilter.None with { Districts = ["duc-hoa"], Stages = [SiteStage.Calling] }, SiteOrder.ByReadiness).Counts;

        Assert.Equal(1, counts.Stages[SiteStage.Calling]);
        Assert.Equal(1, counts.Stages[SiteStage.Operating]);
        Assert.DoesNotContain(SiteStage.Building, counts.Stages.Keys);
        Assert.Equal(1, counts.Districts[DucHoa]);
        Assert.DoesNotContain(BenLuc, counts.Districts.Keys);
    }

    [Fact]
    public void Each_count_is_what_choosing_it_finds()
    {
        var filter = SiteFilter.None with { Districts = ["ben-luc"] };
        foreach (var (stage, count) in Catalogue.Search(filter, SiteOrder.ByReadiness).Counts.Stages)
            Assert.Equal(count, Ids(filter with { Stages = [stage] }).Length);
    }

    [Fact]
    public void What_is_not_stated_lies_in_no_range() =>
        Assert.Equal([1, 4], Ids(SiteFilter.None with { Ranges = new Dictionary<SiteMeasure, NumberRange> { [SiteMeasure.Area] = new(null, 200) } }));

    [Fact]
    public void Distances_along_the_roads_are_another_choice_with_counts_of_its_own()
    {
        double[] All(double metres) => [.. Destinations.All.Select(_ => metres)];
        var catalogue = new SiteCatalogue(
        [
            Make(1, place: new(10.64, 106.49)) with { RoadMetres = All(45_000) }, Make(2, place: new(10.64, 106.49)) with { RoadMetres = All(9_000) },
            Make(3, place: new(10.64, 106.49)), Make(4) with { RoadMetres = All(double.NaN) },
        ]);
        var asked = SiteFilter.None with { MostKm = new Dictionary<string, double> { ["hcmc"] = 30 } };

        var straight = catalogue.Search(asked, SiteOrder.ByReadiness);
        var byRoad = catalogue.Search(asked with { ByRoad = true }, SiteOrder.Read("-near-road.hcmc")!);

        Assert.True(catalogue.HasRoads);
        Assert.False(Catalogue.HasRoads);
        Assert.Equal([1, 2, 3], straight.Sites.Select(site => site.Id).Order());
        Assert.Equal(3, straight.Counts.Within(0, 3));
        Assert.Equal([2], byRoad.Sites.Select(site => site.Id));
        Assert.Equal([0, 1, 1, 1, 2, 2, 2], SiteCounts.Kilometres.Select((_, step) => byRoad.Counts.Within(0, step)));
        Assert.Equal([1, 2, 3, 4], catalogue.Search(SiteFilter.None, SiteOrder.Read("-near-road.hcmc")!).Sites.Select(site => site.Id));
    }

    [Fact]
    public void A_site_without_a_place_is_near_nothing() =>
        Assert.Equal([3], Ids(SiteFilter.None with { MostKm = new Dictionary<string, double> { ["hcmc"] = 30 } }));

    [Theory]
    [InlineData("area", new long[] { 4, 1, 2, 3 })]
    [InlineData("-area", new long[] { 2, 1, 4, 3 })]
    [InlineData("near.hcmc", new long[] { 3, 1, 2, 4 })]
    [InlineData("-name", new long[] { 4, 3, 2, 1 })]
    [InlineData("ready", new long[] { 1, 4, 2, 3 })]
    public void What_is_not_stated_comes_last_in_every_order(string order, long[] ids) => Assert.Equal(ids, Ids(SiteFilter.None, order));

    [Theory]
    [InlineData("size")]
    [InlineData("near.paris")]
    [InlineData("-ready")]
    [InlineData("")]
    public void Knows_no_other_orders(string order) => Assert.Null(SiteOrder.Read(order));
}

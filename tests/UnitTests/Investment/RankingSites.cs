using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Suitability;

namespace LongAnGis.UnitTests.Investment;

/// <summary>A weighted sum whose parts are told.</summary>
public sealed class RankingSites
{
    static Site Place(string code, decimal? freeHa, SiteStage stage = SiteStage.Operating, decimal? rent = null) => new(
        code[0], SiteLayers.Parks, code, new(code), Site.Industry, null, stage, false, true, [], [], null, 100, freeHa, null, null,
        rent is { } low ? new Rent(low, low, null) : null, null, null, null, [], code);

    static Weight Of(string code, int heaviness) => new(Criteria.Find(code)!, heaviness);

    [Fact]
    public void Adds_what_each_criterion_gives_by_its_weight()
    {
        var ranked = SuitabilityRanking.Rank([Place("A", 25), Place("B", 50, SiteStage.Calling)], [Of("free", 3), Of("ready", 1)]);

        Assert.Equal(["B", "A"], ranked.Select(one => one.Site.Code));
        Assert.Equal(100, ranked[0].Score, 6);
        // Half of 50 ha times 3 of 4, and two steps of three times 1 of 4.
        Assert.Equal(37.5 + 100.0 * 2 / 3 / 4, ranked[1].Score, 6);
        Assert.All(ranked, one => Assert.Equal(one.Score, one.Contributions.Sum(part => part.Added), 9));
    }

    [Fact]
    public void Gives_nothing_for_what_no_source_tells_and_says_how_much_is_known()
    {
        var ranked = SuitabilityRanking.Rank([Place("A", null), Place("B", 1)], [Of("free", 3), Of("ready", 1)]);

        Assert.Equal(["B", "A"], ranked.Select(one => one.Site.Code));
        Assert.Equal(0.25, ranked[1].KnownShare, 9);
        Assert.Null(ranked[1].Contributions[0].Value);
        Assert.Equal(0, ranked[1].Contributions[0].Added);
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(80, 1)]
    [InlineData(165, 0.5)]
    [InlineData(250, 0)]
    [InlineData(400, 0)]
    public void Gives_more_for_less_where_less_is_better(int rent, double points) =>
        Assert.Equal(points, Criteria.Find("rent")!.Points(Place("A", 1, rent: rent))!.Value, 6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 1)]
    [InlineData(25, 2)]
    [InlineData(50, 4)]
    public void Grades_by_fifths_of_the_scale(int freeHa, int grade) =>
        Assert.Equal(grade, Assert.Single(SuitabilityRanking.Rank([Place("A", freeHa)], [Of("free", 1)])).Grade);

    [Fact]
    public void Ranks_nothing_without_a_weight() => Assert.Empty(SuitabilityRanking.Rank([Place("A", 1)], []));

    [Fact]
    public void Never_leaves_the_scale() => Assert.All(Criteria.Every, criterion =>
    {
        Assert.NotEqual(criterion.None, criterion.All);
        Assert.InRange(criterion.Points(Place("A", 100_000, SiteStage.Calling, rent: 1)) ?? 0, 0, 1);
    });
}

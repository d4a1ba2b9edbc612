using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;

namespace LongAnGis.UnitTests.Indicators.Maps;

public class RankingRegions
{
    static readonly StatisticalRegion[] All =
        [.. new[] { "795", "798", "799", "803", "795-798", "795-798-799" }.Select(code => new StatisticalRegion(
            code, code.Contains('-', StringComparison.Ordinal) ? RegionKind.Union : RegionKind.District, new(code), code, null, null, null, code.Split('-')))];

    static Indicator Indicator(IndicatorDirection direction) =>
        new("a", "theme", new("A"), new("%"), false, direction, IndicatorTransfer.Ratio, null, "district", "year", 1, new("A"), null);

    [Theory]
    [InlineData(IndicatorDirection.Higher)]
    [InlineData(IndicatorDirection.Lower)]
    [InlineData(IndicatorDirection.Neutral)]
    public void The_list_gives_every_region_the_place_that_the_map_gives_it_whichever_unions_and_members_are_known(IndicatorDirection direction)
    {
        var indicator = Indicator(direction);
        for (var chosen = 1; chosen < 1 << All.Length; chosen++)
        {
            List<Figure> figures = [.. All.Where((_, index) => (chosen >> index & 1) == 1).Select((region, index) => new Figure(
                region.Code, Period.OfYear(2019), FigureStatus.Observed, index * 7 % 4, null, new("https://example.test", null), null))];
            var drawn = IndicatorPicture.Of(indicator, RegionSet.Districts, All, new(figures, []), MapChoice.For(indicator)).Periods.Single().Drawn;

            var ranked = Ranking.Of(indicator, RegionSet.Districts, All, figures);
            var beside = Ranking.Beside(RegionSet.Districts, All, figures);

            Assert.Equal(drawn.Select(one => (one.Region.Code, one.Rank)), ranked.Select(row => (row.Region.Code, row.Place)));
            Assert.Equal(figures.Select(figure => figure.Region).Order(), ranked.Select(row => row.Region.Code).Concat(beside.Select(one => one.Region.Code)).Order());
        }
    }
}

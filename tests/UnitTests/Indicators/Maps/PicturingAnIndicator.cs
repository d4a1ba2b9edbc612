using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Indicators.Maps;

namespace LongAnGis.UnitTests.Indicators.Maps;

public class PicturingAnIndicator
{
    static Indicator Indicator(
        string unit = "%", IndicatorTransfer transfer = IndicatorTransfer.Ratio, IndicatorDirection direction = IndicatorDirection.Higher) => new(
        "a", "theme", new("A"), new(unit), false, direction, transfer, null, "district", "year", 1, new("A"), null);

    static readonly StatisticalRegion[] Regions =
        [.. "12345678".Select(code => new StatisticalRegion($"{code}", RegionKind.District, new($"{code}"), $"{code}", null, null, null, [$"{code}"]))];

    static Figure Figure(int region, int year, decimal value, FigureStatus status = FigureStatus.Observed) =>
        new($"{region}", Period.OfYear(year), status, value, null, new("https://example.test", null), null);

    static IndicatorPicture Picture(Indicator indicator, MapChoice choice, double? target, params Figure[] figures) =>
        IndicatorPicture.Of(indicator, RegionSet.Districts, Regions, new(figures, []), choice, target);

    [Fact]
    public void Classes_are_the_same_for_every_year()
    {
        var indicator = Indicator();
        var picture = Picture(indicator, MapChoice.For(indicator) with { Method = ClassificationMethod.EqualInterval }, null,
            Figure(1, 2009, 0), Figure(2, 2009, 12), Figure(3, 2009, 30), Figure(1, 2019, 12), Figure(2, 2019, 100), Figure(3, 2019, 55));

        Assert.Equal([20d, 40, 60, 80], picture.Classes!.Breaks);
        Assert.Equal(0, picture.In(Period.OfYear(2009))!.Drawn.Single(one => one.Region.Code == "2").Class);
        Assert.Equal(0, picture.In(Period.OfYear(2019))!.Drawn.Single(one => one.Region.Code == "1").Class);
        Assert.Equal([1, 0, 1, 0, 1], picture.In(Period.OfYear(2019))!.Counts(5));
    }

    [Fact]
    public void A_region_without_a_figure_is_in_no_class_and_a_plan_is_no_figure()
    {
        var indicator = Indicator();
        var period = Picture(indicator, MapChoice.For(indicator), null, Figure(1, 2019, 5), Figure(2, 2019, 7, FigureStatus.Plan)).Periods.Single();

        Assert.Equal(["1"], period.Drawn.Select(one => one.Region.Code));
        Assert.Equal(7, period.Missing.Count);
    }

    [Theory]
    [InlineData(IndicatorDirection.Higher, "2")]
    [InlineData(IndicatorDirection.Neutral, "2")]
    [InlineData(IndicatorDirection.Lower, "1")]
    public void The_best_is_first_and_equal_values_share_a_rank(IndicatorDirection direction, string first)
    {
        var indicator = Indicator(direction: direction);
        var drawn = Picture(indicator, MapChoice.For(indicator), null, Figure(1, 2019, 5), Figure(2, 2019, 9), Figure(3, 2019, 9), Figure(4, 2019, 6)).Periods.Single().Drawn;

        Assert.Equal(first, drawn[0].Region.Code);
        Assert.Equal(drawn.Single(one => one.Region.Code == "2").Rank, drawn.Single(one => one.Region.Code == "3").Rank);
    }

    [Theory]
    [InlineData("người", true)]
    [InlineData("km²", true)]
    [InlineData("%", false)]
    [InlineData("%/năm", false)]
    public void What_adds_up_is_a_total_and_drawn_as_circles(string unit, bool isTotal)
    {
        var indicator = Indicator(unit, IndicatorTransfer.Additive);

        Assert.Equal(isTotal, indicator.IsTotal);
        Assert.Equal(isTotal ? MapMode.Circles : MapMode.Classes, MapChoice.For(indicator).Mode);
    }

    [Fact]
    public void The_area_of_a_circle_is_its_value_on_one_scale_for_all_years()
    {
        var indicator = Indicator("người", IndicatorTransfer.Additive);
        var picture = Picture(indicator, MapChoice.For(indicator), null, Figure(1, 2009, 25_000), Figure(1, 2019, 100_000), Figure(2, 2019, 0));

        Assert.Equal(CircleScale.UsualRadius, picture.In(Period.OfYear(2019))!.Drawn[0].Radius, 6);
        Assert.Equal(CircleScale.UsualRadius / 2, picture.In(Period.OfYear(2009))!.Drawn[0].Radius, 6);
        Assert.Equal(0, picture.In(Period.OfYear(2019))!.Drawn[1].Radius);
        Assert.Equal([100_000d, 20_000, 5_000], picture.Circles!.LegendValues);
    }

    [Fact]
    public void Classes_by_target_lie_round_it_and_hold_the_farthest_value()
    {
        var indicator = Indicator();
        var picture = Picture(indicator, MapChoice.For(indicator) with { Method = ClassificationMethod.ByTarget }, 80, Figure(1, 2019, 41), Figure(2, 2019, 80));

        Assert.Equal([50d, 70, 90, 110], picture.Classes!.Breaks);
        Assert.Equal("#F7F7F7", picture.Colours[2]);
        Assert.Equal(2, picture.Periods.Single().Drawn.Single(one => one.Region.Code == "2").Class);
    }

    [Fact]
    public void Circles_of_more_regions_are_smaller_and_take_as_much_room_together()
    {
        var many = CircleScale.Over(Enumerable.Range(1, 60).Select(value => (double?)value), 60)!;

        Assert.Equal(15 * CircleScale.UsualRadius * CircleScale.UsualRadius, 60 * many.MostRadius * many.MostRadius, 6);
        Assert.Equal(CircleScale.UsualRadius, CircleScale.Over([1, 2], 3)!.MostRadius);
    }

    [Fact]
    public void A_missing_region_keeps_the_reason_why_nothing_could_be_carried_to_it()
    {
        var indicator = Indicator();
        var year = Period.OfYear(2019);
        var picture = IndicatorPicture.Of(
            indicator, RegionSet.Districts, Regions, new([Figure(1, 2019, 5)], [new("2", year, new("Vì sao")), new("3", Period.OfYear(2009), new("Năm khác"))]),
            MapChoice.For(indicator));

        var refused = Assert.Single(picture.In(year)!.Refused);
        Assert.Equal(("2", "Vì sao"), (refused.Key, refused.Value.Vi));
        Assert.Equal((1, 0, 1), (picture.In(year)!.Count(CarryLabel.Observed), picture.In(year)!.Count(CarryLabel.Estimated), picture.In(year)!.Count(CarryLabel.Refused)));
    }

    [Fact]
    public void Two_indicators_make_nine_classes_where_both_are_known()
    {
        var indicator = Indicator();
        var figures = Enumerable.Range(1, 6).Select(region => Figure(region, 2019, region)).ToList();
        var others = Enumerable.Range(2, 6).Select(region => Figure(region, 2019, 10 - region)).ToList();
        var picture = IndicatorPicture.Of(
            indicator, RegionSet.Districts, Regions, new(figures, []), MapChoice.For(indicator) with { Mode = MapMode.Bivariate }, null,
            (Indicator(), new SetFigures(others, [])));

        var period = picture.Periods.Single();
        Assert.Equal(9, picture.Colours.Count);
        Assert.Equal(["2", "3", "4", "5", "6"], period.Drawn.Select(one => one.Region.Code).Order());
        Assert.Equal(["1", "7", "8"], period.Missing.Select(region => region.Code).Order());
        // Low of the first, high of the second.
        Assert.Equal(6, period.Drawn.Single(one => one.Region.Code == "2").Class);
        Assert.Equal(Palette.Bivariate(0, 2), picture.Colours[6]);
    }

    [Theory]
    [InlineData("10,20.5,30", new[] { 10, 20.5, 30 })]
    [InlineData("10; 20,5; 30", new[] { 10, 20.5, 30 })]
    [InlineData("-1,0,2", new[] { -1d, 0, 2 })]
    public void Breaks_are_read_as_people_and_addresses_write_them(string text, double[] breaks) => Assert.Equal(breaks, TypedBreaks.Read(text)!);

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("20,10")]
    [InlineData("10,10,20")]
    [InlineData("10,x,20")]
    [InlineData("1e999,2")]
    [InlineData("1,2,3,4,5,6,7")]
    [InlineData("10;20;NaN")]
    public void Other_texts_are_no_breaks(string text) => Assert.Null(TypedBreaks.Read(text));
}

using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class LookingAhead
{
    static PeriodValue In(int year, decimal value) => new(Period.OfYear(year), value);

    [Fact]
    public void A_straight_series_goes_straight_on() => Gen.Select(Gen.Int[-500, 500], Gen.Int[-20, 20], Gen.Int[3, 9]).Sample((start, step, most) =>
    {
        var figures = Enumerable.Range(2014, 10).Select(year => In(year, start + (step * (year - 2014)))).ToList();
        return Math.Abs(Projection.Of(figures, 2030, ProjectionMethod.LinearTrend, most).Value!.Value - start - (step * 16)) < 1e-18m;
    });

    [Fact]
    public void The_linear_trend_has_the_least_squares() => Gen.Int[0, 1000].Array[4, 8].Sample(values =>
    {
        var figures = values.Select((value, index) => In(2015 + index, value)).ToList();
        double At(int year) => (double)Projection.Of(figures, year, ProjectionMethod.LinearTrend, 8).Value!.Value;
        var slope = At(2031) - At(2030);
        double Error(double lift, double turn) => figures.Sum(figure =>
            Math.Pow((double)figure.Value - (At(2030) + lift + ((slope + turn) * (figure.Period.Year - 2030))), 2));
        var best = Error(0, 0);
        return new[] { (0.1, 0.0), (-0.1, 0), (0, 0.01), (0, -0.01), (1, 0.1), (-1, -0.1) }.All(other => Error(other.Item1, other.Item2) >= best - 1e-6);
    });

    [Fact]
    public void Compound_growth_goes_on_by_the_same_rate()
    {
        var projection = Projection.Of([In(2020, 100), In(2021, 300), In(2022, 121)], 2024, ProjectionMethod.CompoundGrowth);

        Assert.Equal(146.41m, projection.Value!.Value, 6);
        Assert.Equal("Ngoại suy theo tăng trưởng kép 2020–2022 (3 số liệu): +10 %/năm.", projection.Words.Vi);
    }

    [Fact]
    public void Only_the_latest_figures_count_and_the_method_says_so()
    {
        var projection = Projection.Of(
            [In(2010, 999), In(2020, 10), In(2021, 12), In(2023, 16), new(Period.OfMonth(2024, 1), 999)], 2025, ProjectionMethod.LinearTrend, most: 3);

        Assert.Equal(20, projection.Value!.Value, 10);
        Assert.Equal("Linear trend (least squares) of 3 figures of 2020–2023: +2 a year.", projection.Words.In(english: true));
    }

    [Fact]
    public void A_share_stops_at_its_bound_and_says_so()
    {
        var projection = Projection.Of([In(2020, 80), In(2021, 90), In(2022, 100)], 2030, ProjectionMethod.LinearTrend, bounds: (0, 100));

        Assert.Equal(100, projection.Value);
        Assert.Contains("cắt tại giới hạn", projection.Words.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 10, 2030, ProjectionMethod.LinearTrend, "cần ít nhất 3 năm")]
    [InlineData(3, 10, 2022, ProjectionMethod.LinearTrend, "đã có hoặc đã qua")]
    [InlineData(3, -1, 2030, ProjectionMethod.CompoundGrowth, "không dương")]
    public void Is_refused_with_a_reason(int count, int value, int year, ProjectionMethod method, string why)
    {
        var projection = Projection.Of(Enumerable.Range(2020, count).Select(each => In(each, value)), year, method);

        Assert.Null(projection.Value);
        Assert.Contains(why, projection.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void What_each_year_must_bring_leads_to_the_target() => Gen.Select(Gen.Int[1, 500], Gen.Int[1, 500], Gen.Int[2020, 2029]).Sample((now, aim, year) =>
    {
        var change = RequiredChange.Of(new(TargetOperator.About, aim, 2030), In(year, now));
        return now == aim
            ? change is null
            : Math.Abs(now + (change!.PerYear * change.Years) - aim) < 1e-20m
                && Math.Abs((now * Math.Pow(1 + ((double)change.PercentPerYear! / 100), 2030 - year)) - aim) < 1e-6;
    });

    [Fact]
    public void Nothing_is_required_once_a_target_is_fulfilled_or_over()
    {
        Assert.Null(RequiredChange.Of(new(TargetOperator.AtLeast, 27, 2030), In(2024, 27)));
        Assert.NotNull(RequiredChange.Of(new(TargetOperator.Above, 27, 2030), In(2024, 27)));
        Assert.Null(RequiredChange.Of(new(TargetOperator.AtMost, 2, 2030), In(2024, 1)));
        Assert.Null(RequiredChange.Of(new(TargetOperator.Between, 8, 2030, 10), In(2024, 9)));
        Assert.Equal(-1m / 6, RequiredChange.Of(new(TargetOperator.Between, 8, 2030, 10), In(2024, 11))!.PerYear);
        Assert.Null(RequiredChange.Of(new(TargetOperator.AtLeast, 27, 2030), In(2030, 20)));
        Assert.Null(RequiredChange.Of(new(TargetOperator.YesNo, 1, 2030), In(2024, 0)));
        Assert.Null(RequiredChange.Of(new(TargetOperator.AtLeast, 27, 2030), In(2024, -3))!.PercentPerYear);
    }

    [Theory]
    [InlineData(116.3, 100.0, 94.63, false, "đạt 116,3 % kế hoạch, tăng 22,9 % so cùng kỳ", "116.3 % of plan, up 22.9 % on the same period")]
    [InlineData(50, null, 80.0, false, "giảm 37,5 % so cùng kỳ", "down 37.5 % on the same period")]
    [InlineData(82, null, 76.0, true, "tăng 6 điểm % so cùng kỳ", "up 6 points on the same period")]
    [InlineData(5, 0.0, -5.0, false, "tăng 10 so cùng kỳ", "up 10 on the same period")]
    [InlineData(5, 4.0, null, false, "đạt 125 % kế hoạch", "125 % of plan")]
    [InlineData(5, null, 5.0, false, "bằng cùng kỳ", "unchanged on the same period")]
    public void A_figure_is_said_beside_plan_and_last_year(double actual, double? plan, double? lastYear, bool isPercent, string vi, string en)
    {
        var words = Comparison.Of((decimal)actual, (decimal?)plan, (decimal?)lastYear, isPercent).Words!;

        Assert.Equal((vi, en), (words.Vi, words.En));
    }

    [Fact]
    public void Without_anything_to_compare_nothing_is_said() => Assert.Null(Comparison.Of(5, null, null).Words);
}

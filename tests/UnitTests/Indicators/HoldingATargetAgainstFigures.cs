using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class HoldingATargetAgainstFigures
{
    static readonly DateOnly In2026 = new(2026, 3, 1);

    static Indicator Indicator(
        string unit = "triệu đồng/người",
        IndicatorDirection direction = IndicatorDirection.Higher,
        IndicatorTransfer transfer = IndicatorTransfer.Ratio) => new(
        "income", "economy", new("Thu nhập", "Income"), new(unit), false, direction, transfer,
        transfer == IndicatorTransfer.Ratio ? "people" : null, "district", "year", 1, new("…"), null);

    static StatedTarget Stated(
        TargetOperator stated, decimal value, decimal? valueTo = null, (decimal, Period)? baseline = null, int? yearFrom = null,
        TargetStanding standing = TargetStanding.Binding) => new(
        "KT-02", "686", "qd", null, standing, "income", "80", new("Thu nhập", "Income"), stated, value, valueTo, yearFrom, 2030, baseline, [], null);

    static Figure In(int year, decimal value, FigureStatus status = FigureStatus.Observed, string? basis = null) =>
        new("80", Period.OfYear(year), status, value, basis is null ? null : new(basis), new(null, null), null);

    static TargetCase Case(StatedTarget stated, Indicator indicator, params Figure[] figures) =>
        TargetCase.Of(stated, indicator, figures, In2026, 2021, VerdictRule.Default);

    [Fact]
    public void A_stated_baseline_goes_before_any_figure() =>
        Assert.Equal(new(Period.OfYear(2019), 70), Case(Stated(TargetOperator.Above, 180, baseline: (70, Period.OfYear(2019))), Indicator(), In(2020, 80), In(2024, 120)).Start);

    [Theory]
    [InlineData(new[] { 2018, 2020, 2022, 2024 }, 2020)]
    [InlineData(new[] { 2022, 2024 }, null)]
    [InlineData(new[] { 2019 }, null)]
    public void Without_one_the_path_begins_before_the_period_and_never_at_the_judged_figure_itself(int[] years, int? expected)
    {
        var held = Case(Stated(TargetOperator.Above, 180), Indicator(), [.. years.Select(year => In(year, 100))]);

        Assert.Equal(expected, held.Start?.Period.Year);
        Assert.Equal(expected is null, held.Judgement.Verdict == Verdict.NotAssessed);
    }

    [Fact]
    public void Yearly_figures_are_judged_and_the_newest_is_shown_beside_them()
    {
        var quarter = new Figure("80", Period.OfQuarter(2025, 2), FigureStatus.Observed, 999, null, new(null, null), null);

        var held = Case(Stated(TargetOperator.Above, 180), Indicator(), In(2020, 80), In(2024, 120), quarter);

        Assert.Equal(Verdict.OnTrack, held.Judgement.Verdict);
        Assert.Equal(2024, held.Judged!.Period.Year);
        Assert.Equal(999, held.Newest!.Value);
    }

    [Fact]
    public void Figures_of_another_definition_and_of_later_days_are_left_out()
    {
        var held = Case(Stated(TargetOperator.Above, 180), Indicator(), In(2020, 500, basis: "cũ"), In(2019, 90), In(2024, 120), In(2027, 999));

        Assert.Equal(2019, held.Start!.Period.Year);
        Assert.Equal([2019, 2024], held.Years.Select(figure => figure.Period.Year));
    }

    [Fact]
    public void The_plan_of_the_judged_year_and_the_year_before_are_compared_with()
    {
        var held = Case(Stated(TargetOperator.Above, 180), Indicator(), In(2020, 80), In(2023, 100), In(2024, 120), In(2024, 100, FigureStatus.Plan));

        Assert.Equal("đạt 120 % kế hoạch, tăng 20 % so cùng kỳ", held.Comparison!.Words!.Vi);
        Assert.Equal((60m / 6, 2024), (held.Needed!.PerYear, held.Plan!.Period.Year));
    }

    [Fact]
    public void An_average_tells_what_the_remaining_years_must_bring_and_is_not_projected()
    {
        var growth = Indicator("%/năm", IndicatorDirection.Higher, IndicatorTransfer.None);

        var held = Case(Stated(TargetOperator.About, 9, yearFrom: 2021), growth, In(2021, 1), In(2022, 8), In(2023, 6), In(2024, 8), In(2025, 8));

        Assert.True(held.NeededRate > 11);
        Assert.Null(held.Ahead);
        Assert.Null(held.Needed);
    }

    static StatisticalRegion Region(string code, params string[] members) => new(
        code, members.Length > 1 ? RegionKind.Union : RegionKind.District, new(code), code, null, null, null, members.Length == 0 ? [code] : members);

    [Fact]
    public void The_districts_contributions_add_up_to_the_provinces_gap() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 500_000]).Array[2, 15].Sample(rows =>
        {
            var regions = rows.Select((_, index) => Region($"d{index}")).ToList();
            var values = rows.Select((row, index) => (row.Item1, index)).ToDictionary(one => $"d{one.index}", one => (decimal)one.Item1);
            var weights = rows.Select((row, index) => (Weight: row.Item2, index)).ToDictionary(one => $"d{one.index}", one => (decimal)one.Weight);
            var target = new Target(TargetOperator.AtLeast, 80, 2030) { Direction = IndicatorDirection.Higher };

            var shares = DistrictShares.Of(Indicator("%"), target, values, weights, regions);

            // The province's ratio, its numerator over its denominator, and not the mean of ratios.
            var ratio = values.Sum(one => one.Value * weights[one.Key]) / weights.Values.Sum();
            return shares.Refusal is null
                && Math.Abs(shares.Gap!.Value - (80 - ratio)) < 1e-15m
                && shares.Districts.Zip(shares.Districts.Skip(1)).All(pair => pair.First.Contribution >= pair.Second.Contribution);
        });

    [Fact]
    public void No_part_is_told_where_a_district_a_denominator_or_the_ratio_is_missing()
    {
        var target = new Target(TargetOperator.AtLeast, 80, 2030) { Direction = IndicatorDirection.Higher };
        StatisticalRegion[] regions = [Region("a"), Region("b"), Region("c"), Region("b-c", "b", "c")];
        DistrictShares Of(Indicator indicator, Dictionary<string, decimal> values, Dictionary<string, decimal> weights) =>
            DistrictShares.Of(indicator, target, values, weights, regions);

        Assert.Contains("Thiếu số liệu của 1 trên 3 huyện", Of(Indicator(), new() { ["a"] = 1, ["b"] = 2 }, []).Refusal!.Vi, StringComparison.Ordinal);
        Assert.Contains("mẫu số", Of(Indicator(), new() { ["a"] = 1, ["b-c"] = 2 }, new() { ["a"] = 5 }).Refusal!.Vi, StringComparison.Ordinal);
        Assert.Contains("không phải tỷ lệ", Of(Indicator(transfer: IndicatorTransfer.Additive), new() { ["a"] = 1 }, []).Refusal!.Vi, StringComparison.Ordinal);
        Assert.Contains("chồng nhau", Of(Indicator(), new() { ["a"] = 1, ["b"] = 2, ["b-c"] = 2 }, []).Refusal!.Vi, StringComparison.Ordinal);
        Assert.Null(Of(Indicator(), new() { ["a"] = 1, ["b-c"] = 2 }, new() { ["a"] = 5, ["b-c"] = 5 }).Refusal);
    }
}

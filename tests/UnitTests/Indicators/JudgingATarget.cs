using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class JudgingATarget
{
    static readonly DateOnly In2026 = new(2026, 3, 1);

    static PeriodValue In(int year, decimal value) => new(Period.OfYear(year), value);

    static Judgement Of(Target target, PeriodValue actual, PeriodValue? baseline = null, DateOnly? today = null) =>
        Judge.Target(target, [actual], baseline, today ?? new DateOnly(actual.Period.Year + 1, 3, 1));

    /// <summary>“Trên 180 triệu đồng/người” from 80 in 2020: the path asks for 120 in 2024.</summary>
    static Target Income => new(TargetOperator.Above, 180, 2030) { Unit = new("triệu đồng/người", "million VND a person") };

    [Theory]
    [InlineData(2024, 120, Verdict.OnTrack)]
    [InlineData(2024, 150, Verdict.OnTrack)]
    [InlineData(2024, 119.99, Verdict.AtRisk)]
    [InlineData(2024, 108, Verdict.AtRisk)]
    [InlineData(2024, 107.99, Verdict.Missed)]
    [InlineData(2024, 180, Verdict.OnTrack)]
    [InlineData(2024, 180.01, Verdict.Met)]
    [InlineData(2024, 189, Verdict.Exceeded)]
    [InlineData(2030, 180, Verdict.Missed)]
    [InlineData(2030, 180.01, Verdict.Met)]
    [InlineData(2030, 188.99, Verdict.Met)]
    [InlineData(2030, 189, Verdict.Exceeded)]
    [InlineData(2031, 179, Verdict.Missed)]
    public void Above_is_strict_and_the_path_counts_before_the_year(int year, double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(Income, In(year, (decimal)value), In(2020, 80)).Verdict);

    [Theory]
    [InlineData(TargetOperator.AtLeast, 27, Verdict.Met)]
    [InlineData(TargetOperator.Above, 27, Verdict.Missed)]
    [InlineData(TargetOperator.AtLeast, 26.99, Verdict.Missed)]
    [InlineData(TargetOperator.AtLeast, 28.35, Verdict.Exceeded)]
    public void At_least_takes_the_number_itself(TargetOperator stated, double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(stated, 27, 2030), In(2030, (decimal)value)).Verdict);

    /// <summary>Poverty: at most 2 % in 2030, from 4 in 2020; the path asks for 3.2 in 2024.</summary>
    [Theory]
    [InlineData(2024, 3.2, Verdict.OnTrack)]
    [InlineData(2024, 3.21, Verdict.AtRisk)]
    [InlineData(2024, 3.55, Verdict.AtRisk)]
    [InlineData(2024, 3.56, Verdict.Missed)]
    [InlineData(2024, 2, Verdict.Met)]
    [InlineData(2030, 2.01, Verdict.Missed)]
    [InlineData(2030, 1.95, Verdict.Met)]
    [InlineData(2030, 1.9, Verdict.Exceeded)]
    [InlineData(2030, 0, Verdict.Exceeded)]
    public void Lower_is_better_is_inverted(int year, double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.AtMost, 2, 2030), In(year, (decimal)value), In(2020, 4)).Verdict);

    /// <summary>Agriculture about 7.5 % of GRDP, from 17.5 in 2020: the path asks for 13.5 in 2024.</summary>
    [Theory]
    [InlineData(2024, 13.5, Verdict.OnTrack)]
    [InlineData(2024, 14.0, Verdict.OnTrack)]
    [InlineData(2024, 14.5, Verdict.AtRisk)]
    [InlineData(2024, 14.6, Verdict.Missed)]
    [InlineData(2024, 10.0, Verdict.OnTrack)]
    [InlineData(2024, 7.0, Verdict.OnTrack)]
    [InlineData(2024, 6.6, Verdict.AtRisk)]
    [InlineData(2024, 6.4, Verdict.Missed)]
    [InlineData(2030, 7.0, Verdict.Met)]
    [InlineData(2030, 8.0, Verdict.Met)]
    [InlineData(2030, 6.99, Verdict.Missed)]
    [InlineData(2030, 8.01, Verdict.Missed)]
    public void A_structures_share_is_a_band_and_never_more_is_better(int year, double value, Verdict verdict)
    {
        var target = new Target(TargetOperator.About, 7.5m, 2030) { IsShare = true };

        foreach (var direction in Enum.GetValues<IndicatorDirection>())
            Assert.Equal(verdict, Of(target with { Direction = direction }, In(year, (decimal)value), In(2020, 17.5m)).Verdict);
    }

    [Theory]
    [InlineData(IndicatorDirection.Neutral, 210.01, Verdict.Missed)]
    [InlineData(IndicatorDirection.Higher, 210.01, Verdict.Exceeded)]
    [InlineData(IndicatorDirection.Higher, 189.99, Verdict.Missed)]
    [InlineData(IndicatorDirection.Lower, 189.99, Verdict.Exceeded)]
    [InlineData(IndicatorDirection.Neutral, 190, Verdict.Met)]
    [InlineData(IndicatorDirection.Neutral, 210, Verdict.Met)]
    public void About_is_within_five_percent_and_open_where_more_or_less_is_welcome(IndicatorDirection direction, double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.About, 200, 2030) { Direction = direction }, In(2030, (decimal)value)).Verdict);

    [Theory]
    [InlineData(8, Verdict.Met)]
    [InlineData(10, Verdict.Met)]
    [InlineData(7.9, Verdict.Missed)]
    [InlineData(10.1, Verdict.Missed)]
    public void Between_holds_both_ends(double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.Between, 8, 2030, 10), In(2030, (decimal)value)).Verdict);

    [Theory]
    [InlineData(51, Verdict.Met)]
    [InlineData(50, Verdict.Missed)]
    [InlineData(52, Verdict.Missed)]
    public void At_means_that_number(double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.Maintain, 51, 2030), In(2030, (decimal)value)).Verdict);

    [Fact]
    public void A_band_is_not_met_before_its_year() =>
        Assert.Equal(Verdict.OnTrack, Of(new(TargetOperator.Maintain, 3.3m, 2030), In(2024, 3.3m), In(2020, 3.3m)).Verdict);

    [Theory]
    [InlineData(2024, 1, Verdict.Met)]
    [InlineData(2024, 0, Verdict.NotAssessed)]
    [InlineData(2030, 1, Verdict.Met)]
    [InlineData(2030, 0, Verdict.Missed)]
    public void Yes_or_no_has_no_path(int year, double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.YesNo, 1, 2030), In(year, (decimal)value), In(2020, 0)).Verdict);

    [Fact]
    public void A_period_average_compounds_the_years_so_far()
    {
        var target = new Target(TargetOperator.About, 9, 2030) { AverageFrom = 2021, Direction = IndicatorDirection.Higher, Unit = new("%/năm", "% a year") };
        // GRDP growth of Long An, data/SOURCES.md.
        PeriodValue[] growth = [In(2020, 5), In(2021, 0.95m), In(2022, 8.32m), In(2023, 5.77m), In(2024, 8.3m)];
        var judged = Judge.Target(target, growth, null, In2026);

        Assert.Equal(Verdict.Missed, judged.Verdict);
        Assert.Equal(5.7917m, judged.Actual!.Value, 4);
        Assert.Equal(
            "Bình quân nhân 2021–2024 là 5,79 %/năm. Mục tiêu là bình quân khoảng 9 %/năm trong 2021–2030, thấp hơn tối đa 0,45. Kết luận: không đạt.",
            judged.Why.Vi.Replace('\u00A0', ' '));
        // The witness: 1.0095 × 1.0832 × 1.0577 × 1.083 × (1 + x)⁶ = 1.09¹⁰.
        var needed = PeriodAverage.Of(growth, 2021, 2030)!.NeededUntil(2030, 9)!.Value;
        Assert.Equal(Math.Pow(1.09, 10), 1.0095 * 1.0832 * 1.0577 * 1.083 * Math.Pow(1 + ((double)needed / 100), 6), 6);
    }

    [Fact]
    public void A_year_without_a_figure_leaves_the_average_open()
    {
        var judged = Judge.Target(
            new(TargetOperator.About, 9, 2030) { AverageFrom = 2021 }, [In(2021, 9), In(2024, 9)], null, In2026);

        Assert.Equal((Verdict.NotAssessed, "Không tính được bình quân từ 2021: thiếu số liệu năm 2022, 2023."), (judged.Verdict, judged.Why.Vi));
    }

    [Theory]
    [InlineData(8.9, Verdict.OnTrack)]
    [InlineData(8.4, Verdict.AtRisk)]
    [InlineData(8.0, Verdict.Missed)]
    [InlineData(12, Verdict.OnTrack)]
    public void The_path_of_an_average_is_flat(double everyYear, Verdict verdict) => Assert.Equal(
        verdict,
        Judge.Target(
            new(TargetOperator.About, 9, 2030) { AverageFrom = 2021, Direction = IndicatorDirection.Higher },
            [In(2021, (decimal)everyYear), In(2022, (decimal)everyYear)], null, In2026).Verdict);

    [Fact]
    public void Nothing_is_assessed_without_a_figure_of_a_period_that_is_over()
    {
        Assert.Equal("Chưa có số liệu.", Judge.Target(Income, [], In(2020, 80), In2026).Why.Vi);
        Assert.Equal("Kỳ có số liệu chưa kết thúc.", Judge.Target(Income, [In(2026, 200)], In(2020, 80), In2026).Why.Vi);
        Assert.Equal(Verdict.NotAssessed, Judge.Target(Income, [In(2025, 90)], null, In2026).Verdict);
        Assert.Contains("chưa có số gốc", Judge.Target(Income, [In(2025, 90)], null, In2026).Why.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_still_runs_does_not_hide_the_one_before() =>
        Assert.Equal(In(2025, 131), Judge.Target(Income, [In(2026, 200), In(2025, 131)], In(2020, 80), In2026).Actual);

    [Fact]
    public void An_old_figure_says_nothing_about_a_deadline_that_has_passed()
    {
        var judged = Judge.Target(Income, [In(2024, 120)], In(2020, 80), new(2031, 2, 1));

        Assert.Equal(Verdict.NotAssessed, judged.Verdict);
        Assert.Equal("Năm 2030 đã kết thúc nhưng chưa có số liệu; số gần nhất là năm 2024.", judged.Why.Vi);
    }

    [Fact]
    public void The_explanation_has_the_numbers_in_both_languages()
    {
        var judged = Of(Income, In(2024, 107.38m), In(2020, 77));

        Assert.Equal((Verdict.AtRisk, 118.2m), (judged.Verdict, judged.Expected));
        Assert.Equal(
            "Năm 2024: 107,38 triệu đồng/người. Đường từ 77 triệu đồng/người (năm 2020) đến trên 180 triệu đồng/người vào năm 2030 cần 118,2 triệu đồng/người vào lúc đó. Bằng 90,8 % mức đó: có nguy cơ.",
            judged.Why.Vi.Replace('\u00A0', ' '));
        Assert.Equal(
            "2024: 107.38 million VND a person. The path from 77 million VND a person (2020) to above 180 million VND a person in 2030 asks for 118.2 million VND a person by then. That is 90.8 % of the path: at risk.",
            judged.Why.In(english: true).Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_percentage_is_never_rounded_over_a_bound()
    {
        Assert.Equal("99,97", JudgementWords.Percent(99.97m, VerdictRule.Default, english: false));
        Assert.Equal("100", JudgementWords.Percent(100.02m, VerdictRule.Default, english: false));
        Assert.Equal("89.999", JudgementWords.Percent(89.999m, VerdictRule.Default, english: true));
    }

    [Theory]
    [InlineData(IndicatorDirection.Band, "%", null, true)]
    [InlineData(IndicatorDirection.Band, "%/năm", 2021, false)]
    [InlineData(IndicatorDirection.Higher, "%", null, false)]
    public void A_stated_target_takes_direction_and_unit_from_its_indicator(IndicatorDirection direction, string unit, int? from, bool isShare)
    {
        var indicator = new Indicator(
            "x", "economy", new("X"), new(unit, unit), false, direction, IndicatorTransfer.None, null, "province", "year", 1, new("X"), null);
        var stated = new StatedTarget(
            "T", "686", "686", null, TargetStanding.Binding, "x", "80", new("X"), TargetOperator.About, 8, 10, from, 2030, (5, Period.OfYear(2019)), [], null);
        var target = Target.Of(stated, indicator);

        Assert.Equal((isShare, from, direction), (target.IsShare, target.AverageFrom, target.Direction));
        Assert.Equal($"khoảng 8–10 {unit}", target.Words.Vi.Replace('\u00A0', ' '));
        Assert.Equal(In(2019, 5), ExpectedPath.Baseline(stated, [In(2020, 6)], 2021));
        Assert.Equal(In(2020, 6), ExpectedPath.Baseline(stated with { Baseline = null }, [In(2018, 4), In(2020, 6), In(2021, 7)], 2021));
        Assert.Null(ExpectedPath.Baseline(stated with { Baseline = null }, [In(2021, 7)], 2021));
    }

    [Theory]
    [InlineData(7.55, Verdict.Met)]
    [InlineData(10.45, Verdict.Met)]
    [InlineData(7.54, Verdict.Missed)]
    [InlineData(10.46, Verdict.Missed)]
    public void About_a_span_is_the_span_with_the_width_of_about(double value, Verdict verdict) =>
        Assert.Equal(verdict, Of(new(TargetOperator.About, 8, 2030, 10), In(2030, (decimal)value)).Verdict);

    [Fact]
    public void A_path_that_begins_below_zero_is_judged_by_the_way()
    {
        // From −10 to 10 over ten years: −2 in 2024. A tenth of the way is 2.
        var target = new Target(TargetOperator.AtLeast, 10, 2030);

        Assert.Equal(Verdict.OnTrack, Of(target, In(2024, -2), In(2020, -10)).Verdict);
        Assert.Equal(Verdict.AtRisk, Of(target, In(2024, -4), In(2020, -10)).Verdict);
        Assert.Equal(Verdict.Missed, Of(target, In(2024, -4.1m), In(2020, -10)).Verdict);
    }

    [Fact]
    public void A_baseline_beyond_the_target_has_only_to_stay_there()
    {
        var target = new Target(TargetOperator.AtLeast, 50, 2030);

        Assert.Equal(50, ExpectedPath.At(target, In(2020, 70), Period.OfYear(2024)));
        Assert.Equal(Verdict.AtRisk, Of(target, In(2024, 49), In(2020, 70)).Verdict);
    }

    [Fact]
    public void The_numbers_of_the_rule_can_be_changed()
    {
        var strict = new VerdictRule { AtRiskPercent = 95, ExceededPercent = 110 };

        Assert.Equal(Verdict.Missed, Judge.Target(Income, [In(2024, 110)], In(2020, 80), In2026, strict).Verdict);
        Assert.Equal(Verdict.Met, Judge.Target(Income, [In(2030, 190)], In(2020, 80), new(2031, 2, 1), strict).Verdict);
        Assert.Contains("95", string.Join(' ', strict.Words.Select(one => one.Vi)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_figure_never_gets_a_worse_verdict() => Gen.Select(
        Gen.Int[-100, 300], Gen.Int[-100, 300], Gen.Int[-50, 200], Gen.Int[-50, 200], Gen.Int[2021, 2031], Gen.Bool).Sample(
        (one, other, from, to, year, isLower) =>
        {
            var target = new Target(isLower ? TargetOperator.AtMost : TargetOperator.AtLeast, to, 2030);
            Verdict Of(int value) => JudgingATarget.Of(target, In(year, value), In(2020, from)).Verdict;
            var (worse, better) = isLower == one > other ? (one, other) : (other, one);
            return Of(worse) <= Of(better);
        },
        iter: 5000);

    [Fact]
    public void The_path_runs_straight_from_baseline_to_target() => Gen.Select(Gen.Int[-100, 300], Gen.Int[-100, 300], Gen.Int[2021, 2029]).Sample(
        (from, to, year) =>
        {
            var target = new Target(TargetOperator.About, to, 2030);
            var path = Enumerable.Range(2020, 11).Select(each => ExpectedPath.At(target, In(2020, from), Period.OfYear(each))).ToList();
            return path[0] == from && path[^1] == to && Math.Abs(path[year - 2020] - from - ((to - from) * (year - 2020) / 10m)) < 1e-20m
                && ExpectedPath.At(target, In(2020, from), Period.OfMonth(year, 12)) == path[year - 2020];
        });

    [Fact]
    public void Verdicts_have_their_own_code_word_colour_and_icon()
    {
        var looks = VerdictLook.All;

        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Equal(verdict, VerdictLook.Of(verdict).Verdict));
        Assert.All(looks, look => Assert.Equal(look.Verdict, VerdictLook.Parse(look.Code)));
        Assert.All(
            new Func<VerdictLook, string>[] { look => look.Code, look => look.Words.Vi, look => look.Words.En!, look => look.Colour, look => look.Icon },
            part => Assert.Equal(looks.Count, looks.Select(part).Distinct().Count()));
        foreach (var eye in Enum.GetValues<Vision>())
        {
            Assert.All(
                from one in looks from other in looks where one.Verdict < other.Verdict select (one, other),
                pair => Assert.True(ColourVision.Difference(pair.one.Colour, pair.other.Colour, eye) >= 9, $"{pair} {eye}"));
        }
    }
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.UnitTests.Programme.Reporting;

/// <summary>Which observation a figure in a report becomes, and which have no place.</summary>
public sealed class StatingFigures
{
    static readonly StatisticalRegion Before = new("80-to-2025", RegionKind.Province, new("Long An"), "Tỉnh Long An", null, new(2025, 7, 1), null, ["80-to-2025"]);
    static readonly StatisticalRegion Now = new("80", RegionKind.Province, new("Tây Ninh"), "Tỉnh Tây Ninh", new(2025, 7, 1), null, null, ["80"]);
    static readonly StatisticalRegion District = new("803", RegionKind.District, new("Bến Lức"), "Huyện Bến Lức", null, new(2025, 7, 1), null, ["803"]);
    static readonly Agency Department = new("S-XD", "department", new("Sở Xây dựng"), null, null, null);
    static readonly Agency Committee = new("UBND-H10", "district-committee", new("UBND huyện Bến Lức"), null, null, "803");

    static Indicator Indicator(string frequency, string level = "district") => new(
        "x", "economy", new("Số thử"), new("người"), false, IndicatorDirection.Higher, IndicatorTransfer.Additive, null, level, frequency, 0, new("Số thử"), null);

    static StatisticalRegion? Region(Agency unit, string period) =>
        LinkedFigures.PeriodOf(ReportingPeriod.Parse(period)) is { } own ? LinkedFigures.RegionOf(unit, own, [Before, Now, District]) : null;

    static bool Fits(string frequency, string period, Agency? unit = null, decimal value = 5, string level = "district") =>
        LinkedFigures.Objection(Indicator(frequency, level), value, ReportingPeriod.Parse(period), Region(unit ?? Department, period)) is null;

    [Fact]
    public void Are_of_the_period_that_the_report_is_named_after()
    {
        Assert.Equal(Period.OfMonth(2026, 3), LinkedFigures.PeriodOf(ReportingPeriod.Parse("2026-M03")));
        Assert.Equal(Period.OfQuarter(2026, 3), LinkedFigures.PeriodOf(ReportingPeriod.Parse("2026-Q3")));
        Assert.Equal(Period.OfYear(2026), LinkedFigures.PeriodOf(ReportingPeriod.Parse("2026-Y")));
        Assert.Null(LinkedFigures.PeriodOf(ReportingPeriod.Parse("2026-H1")));
    }

    [Fact]
    public void Are_of_the_units_district_and_otherwise_of_the_province_as_it_is_then()
    {
        Assert.Equal("803", Region(Committee, "2025-Q1")?.Code);
        Assert.Equal("80-to-2025", Region(Department, "2025-Q1")?.Code);
        Assert.Equal("80", Region(Department, "2026-Y")?.Code);
        Assert.Null(Region(Committee, "2026-Y"));
    }

    [Theory]
    [InlineData("month", "2026-M03", true)]
    [InlineData("month", "2026-Y", true)]
    [InlineData("quarter", "2026-M03", false)]
    [InlineData("quarter", "2026-Q1", true)]
    [InlineData("year", "2026-Q1", false)]
    [InlineData("census", "2026-Y", true)]
    [InlineData("month", "2026-H1", false)]
    public void Fit_a_period_no_finer_than_their_indicator_is_counted(string frequency, string period, bool fits) => Assert.Equal(fits, Fits(frequency, period));

    [Fact]
    public void Have_no_place_below_the_level_of_their_indicator_after_their_area_or_out_of_its_bounds()
    {
        Assert.True(Fits("quarter", "2025-Q1", Committee));
        Assert.False(Fits("quarter", "2025-Q1", Committee, level: "province"));
        Assert.False(Fits("year", "2026-Y", Committee));
        Assert.False(Fits("year", "2026-Y", value: -1));
    }
}

using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class Periods
{
    static readonly Gen<Period> Any = Gen.OneOf(
        Gen.Int[1901, 2198].Select(Period.OfYear),
        Gen.Select(Gen.Int[1901, 2198], Gen.Int[1, 4], Period.OfQuarter),
        Gen.Select(Gen.Int[1901, 2198], Gen.Int[1, 12], Period.OfMonth));

    [Theory]
    [InlineData("2024", "năm 2024", "2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-Q1", "quý I/2024", "Q1 2024", "2024-01-01", "2024-03-31")]
    [InlineData("2023-Q4", "quý IV/2023", "Q4 2023", "2023-10-01", "2023-12-31")]
    [InlineData("2024-05", "tháng 5/2024", "May 2024", "2024-05-01", "2024-05-31")]
    [InlineData("2024-02", "tháng 2/2024", "February 2024", "2024-02-01", "2024-02-29")]
    public void Have_words_and_days(string code, string vi, string en, string first, string last)
    {
        var period = Period.Parse(code)!.Value;

        Assert.Equal((code, vi, en), (period.ToString(), period.Words.Vi, period.Words.In(english: true)));
        Assert.Equal((first, last), ($"{period.FirstDay:yyyy-MM-dd}", $"{period.LastDay:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("1066")]
    [InlineData("2024-Q5")]
    [InlineData("2024-Q0")]
    [InlineData("2024-q1")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-1")]
    [InlineData(" 2024")]
    [InlineData("٢٠٢٤")]
    [InlineData("2024-01-01")]
    public void Are_parsed_strictly(string? text) => Assert.Null(Period.Parse(text));

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("Năm 2024", "2024")]
    [InlineData("nam 2024", "2024")]
    [InlineData("Thực hiện năm 2024", "2024")]
    [InlineData("2024 (sơ bộ)", "2024")]
    [InlineData("Quý I/2024", "2024-Q1")]
    [InlineData("QUÝ IV NĂM 2023", "2023-Q4")]
    [InlineData("quy 3-2024", "2024-Q3")]
    [InlineData("Q2 2024", "2024-Q2")]
    [InlineData("2024 Q2", "2024-Q2")]
    [InlineData("Tháng 5/2024", "2024-05")]
    [InlineData("thang 12 nam 2024", "2024-12")]
    [InlineData("T5/2024", "2024-05")]
    [InlineData("05/2024", "2024-05")]
    [InlineData("May 2024", "2024-05")]
    [InlineData("Sep 2024", "2024-09")]
    [InlineData("2024-05", "2024-05")]
    public void Are_read_as_people_type_them(string typed, string code) => Assert.Equal(code, TypedPeriod.Read(typed)?.ToString());

    [Theory]
    [InlineData("2021-2030")]
    [InlineData("tháng 13/2024")]
    [InlineData("Quý V/2024")]
    [InlineData("20245")]
    [InlineData("9 tháng 2024")]
    [InlineData("31/12/2024")]
    [InlineData("Đức Hòa")]
    [InlineData("")]
    public void Are_not_guessed(string typed) => Assert.Null(TypedPeriod.Read(typed));

    [Fact]
    public void Are_written_and_parsed_back() => Any.Sample(period =>
        Period.Parse(period.ToString()) == period
        && TypedPeriod.Read(period.Words.Vi) == period
        && TypedPeriod.Read(period.Words.In(english: true)) == period);

    [Fact]
    public void Follow_each_other_without_gap_or_overlap() => Any.Sample(period =>
        period.Next.FirstDay == period.LastDay.AddDays(1) && period.Next.Previous == period && period.Next > period);

    [Fact]
    public void Lie_in_their_year_and_come_a_year_after_the_same_period() => Any.Sample(period =>
        period.ContainingYear.Contains(period)
        && period.ContainingYear >= period
        && period.SamePeriodLastYear.FirstDay == period.FirstDay.AddYears(-1)
        && Period.Of(period.LastDay, period.Kind) == period
        && period.Contains(period.FirstDay) && !period.Contains(period.LastDay.AddDays(1)));

    [Fact]
    public void Are_ordered_by_their_end_the_year_after_its_parts()
    {
        string[] ordered = ["2023", "2024-01", "2024-02", "2024-03", "2024-Q1", "2024-04", "2024-12", "2024-Q4", "2024"];

        Assert.Equal(ordered, ordered.Reverse().Select(code => Period.Parse(code)!.Value).Order().Select(period => period.ToString()));
    }

    [Fact]
    public void Refuse_what_no_calendar_has()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfQuarter(2024, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfMonth(2024, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfYear(24));
    }
}

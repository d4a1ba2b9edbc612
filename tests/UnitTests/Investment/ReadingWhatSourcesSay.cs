using LongAnGis.Core.Investment;

namespace LongAnGis.UnitTests.Investment;

public sealed class ReadingWhatSourcesSay
{
    [Theory]
    [InlineData("155; 158-163 (8/2026)", 155, 163, "8/2026")]
    [InlineData("55-65 (2016)", 55, 65, "2016")]
    [InlineData("250-300", 250, 300, null)]
    [InlineData("160", 160, 160, null)]
    [InlineData("150-175 (GĐ2 dự kiến)", 150, 175, null)]
    [InlineData("từ 90; 130-155 (2026)", 90, 155, "2026")]
    public void Finds_the_span_of_a_rent_and_its_day(string text, int low, int high, string? asOf) =>
        Assert.Equal(new Rent(low, high, asOf), Rent.Read(text));

    [Fact]
    public void Leaves_a_rent_open_above_where_only_the_least_is_stated() => Assert.Equal(new Rent(60, null, null), Rent.Read(">=60"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("thỏa thuận")]
    [InlineData("(2016)")]
    public void Finds_no_rent_where_none_is_stated(string? text) => Assert.Null(Rent.Read(text));

    [Theory]
    [InlineData(60, 155, true)]
    [InlineData(60, 154, false)]
    [InlineData(164, null, false)]
    [InlineData(null, 154, false)]
    [InlineData(163, 163, true)]
    public void Meets_a_range_when_a_price_lies_in_it(int? least, int? most, bool meets) =>
        Assert.Equal(meets, Rent.Read("155; 158-163 (8/2026)")!.Meets(least, most));

    [Theory]
    [InlineData("2021–2030", 2021, 2030)]
    [InlineData("COD 6/2028", 2028, 2028)]
    [InlineData("2025-11 – 2026-04", 2025, 2026)]
    [InlineData("60.000 ha (2025) – 125.000 ha (2030)", 2025, 2030)]
    public void Finds_the_years_of_a_period(string text, int first, int last) => Assert.Equal(new YearSpan(first, last), YearSpan.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("sớm")]
    [InlineData("120251 ha")]
    public void Finds_no_years_where_none_are_named(string? text) => Assert.Null(YearSpan.Read(text));
}

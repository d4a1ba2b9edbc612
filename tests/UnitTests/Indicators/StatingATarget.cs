using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class StatingATarget
{
    [Theory]
    [InlineData(">", "trên 1.234,5 ha", "above 1,234.5 hectares")]
    [InlineData(">=", "từ 1.234,5 ha trở lên", "at least 1,234.5 hectares")]
    [InlineData("~", "khoảng 1.234,5 ha", "about 1,234.5 hectares")]
    [InlineData("=", "ở mức 1.234,5 ha", "at 1,234.5 hectares")]
    [InlineData("<=", "không quá 1.234,5 ha", "at most 1,234.5 hectares")]
    [InlineData("..", "từ 1.234,5 đến 2.000 ha", "from 1,234.5 to 2,000 hectares")]
    [InlineData("yes-no", "có", "yes")]
    public void Keeps_the_operator_as_stated(string code, string vi, string en)
    {
        var stated = TargetOperators.Parse(code)!.Value;
        var words = stated.Words(1234.5m, 2000m, new("ha", "hectares"));

        Assert.Equal(code, stated.Code());
        Assert.Equal((vi, en), (words.Vi.Replace('\u00A0', ' '), words.In(english: true).Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Gives_every_operator_its_own_code() =>
        Assert.All(Enum.GetValues<TargetOperator>(), stated => Assert.Equal(stated, TargetOperators.Parse(stated.Code())));

    [Theory]
    [InlineData("≥")]
    [InlineData("")]
    [InlineData(null)]
    public void Knows_no_other_code(string? code) => Assert.Null(TargetOperators.Parse(code));

    [Fact]
    public void Needs_both_ends_of_a_range() =>
        Assert.Throws<ArgumentNullException>(() => TargetOperator.Between.Words(8));

    [Fact]
    public void Says_no_where_a_thing_shall_not_be() => Assert.Equal("không", TargetOperator.YesNo.Words(0).Vi);

    [Theory]
    [InlineData(-1234.567, "−1.234,57", "−1,234.57", "−1.234,57")]
    [InlineData(0.004, "0", "0", "0")]
    [InlineData(-0.004, "0", "0", "0")]
    [InlineData(12, "12", "12", "+12")]
    public void Writes_numbers_as_each_language_does(double value, string vi, string en, string change) => Assert.Equal(
        (vi, en, change),
        (IndicatorNumber.Text((decimal)value, false), IndicatorNumber.Text((decimal)value, true), IndicatorNumber.Change((decimal)value, false)));
}

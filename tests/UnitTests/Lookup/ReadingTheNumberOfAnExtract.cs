using LongAnGis.Core.Lookup;

namespace LongAnGis.UnitTests.Lookup;

public sealed class ReadingTheNumberOfAnExtract
{
    [Fact]
    public void Prints_groups_of_four_and_reads_them_back()
    {
        var number = ExtractNumber.New();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", number.ToString());
        Assert.Equal(number, ExtractNumber.Parse(number.ToString()));
        Assert.NotEqual(number, ExtractNumber.New());
    }

    [Theory]
    [InlineData("k7qm-2d4x-9pfa-3hnc")]
    [InlineData("K7QM 2D4X 9PFA 3HNC")]
    [InlineData(" K7QM2D4X9PFA3HNC ")]
    [InlineData("K7QM–2D4X–9PFA–3HNC")]
    public void Takes_small_letters_and_any_gaps(string typed) =>
        Assert.Equal("K7QM-2D4X-9PFA-3HNC", ExtractNumber.Parse(typed)?.ToString());

    [Fact]
    public void Takes_O_for_zero_and_I_or_L_for_one() =>
        Assert.Equal("0011-1100-ABCD-EFGH", ExtractNumber.Parse("oOiI-lL00-ABCD-EFGH")?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-2D4X-9PFA-3HN")]
    [InlineData("K7QM-2D4X-9PFA-3HNCC")]
    [InlineData("K7QM-2D4X-9PFA-3HNU")]
    [InlineData("K7QM-2D4X-9PFA-3HN٣")]
    [InlineData("../../../etc/pas")]
    public void Refuses_what_is_no_number(string? typed) => Assert.Null(ExtractNumber.Parse(typed));
}

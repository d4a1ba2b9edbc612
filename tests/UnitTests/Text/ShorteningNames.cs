using LongAnGis.Core.Text;

namespace LongAnGis.UnitTests.Text;

public sealed class ShorteningNames
{
    [Fact]
    public void Leaves_what_fits_and_never_gives_a_name_twice() => Assert.Equal(
        ["code", "in_force_f", "in_force_u", "in_force_1", "area_ha", "IN_FORCE_2"],
        ShortNames.Of(["code", "in_force_from", "in_force_until", "in_force_unknown", "area_ha", "IN_FORCE_FROM_TOO"], 10));

    [Fact]
    public void Does_not_take_the_name_of_a_column_that_fits_later() =>
        Assert.Equal(["geometry_1", "geometry_q"], ShortNames.Of(["geometry_quality", "geometry_q"], 10));
}

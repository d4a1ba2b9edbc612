using LongAnGis.Core.Coordinates;

namespace LongAnGis.UnitTests.Coordinates;

public class Vn2000Zones
{
    [Theory]
    [InlineData(9210, 105.75, 0.9999, "105°45′")]
    [InlineData(9209, 105.5, 0.9999, "105°30′")]
    [InlineData(9212, 106.25, 0.9999, "106°15′")]
    [InlineData(5897, 105, 0.9999, "105°00′")]
    [InlineData(5899, 107.75, 0.9999, "107°45′")]
    [InlineData(3405, 105, 0.9996, "105°00′")]
    [InlineData(3406, 111, 0.9996, "111°00′")]
    public void Have_the_meridian_and_scale_that_EPSG_registers(int srid, double meridian, double scale, string text)
    {
        var zone = Vn2000Zone.Find(srid)!;

        Assert.Equal((meridian, scale, text), (zone.CentralMeridian, zone.ScaleOnMeridian, zone.MeridianText));
    }

    [Fact]
    public void Include_every_provincial_meridian_from_9205_to_9218() =>
        Assert.All(Enumerable.Range(9205, 14), srid => Assert.NotNull(Vn2000Zone.Find(srid)));

    [Theory]
    [InlineData(6956)]
    [InlineData(6957)]
    [InlineData(6958)]
    [InlineData(6959)]
    public void Leave_out_the_codes_whose_false_easting_and_northing_are_exchanged(int srid)
    {
        Assert.Null(Vn2000Zone.Find(srid));
        Assert.True(Vn2000Zone.IsBroken(srid));
    }

    [Fact]
    public void Spell_the_seven_parameters_out_for_PROJ() =>
        Assert.Equal(
            "+proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429," +
            "-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs",
            Vn2000Zone.LongAn.Proj4Text);
}

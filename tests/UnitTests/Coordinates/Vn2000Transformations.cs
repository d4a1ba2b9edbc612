using LongAnGis.Core.Coordinates;

namespace LongAnGis.UnitTests.Coordinates;

public class Vn2000Transformations
{
    const double Degree = 1e-8;
    const double Metre = 0.002;

    /// <summary>What PROJ chooses by itself south of 11.04° N, turned to the position-vector sense.</summary>
    const string Epsg5194 = "-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188";

    [Theory]
    [MemberData(nameof(GoldenVectors.All), MemberType = typeof(GoldenVectors))]
    public void Carry_grid_positions_to_wgs84(GoldenVectors.Vector vector)
    {
        var position = vector.Zone.ToWgs84(new(vector.Northing, vector.Easting));

        Assert.Equal(vector.Latitude, position.Latitude, Degree);
        Assert.Equal(vector.Longitude, position.Longitude, Degree);
    }

    [Theory]
    [MemberData(nameof(GoldenVectors.All), MemberType = typeof(GoldenVectors))]
    public void Carry_wgs84_positions_to_the_grid(GoldenVectors.Vector vector)
    {
        var grid = vector.Zone.FromWgs84(new(vector.Latitude, vector.Longitude));

        Assert.Equal(vector.Northing, grid.Northing, Metre);
        Assert.Equal(vector.Easting, grid.Easting, Metre);
    }

    [Theory]
    [MemberData(nameof(GoldenVectors.All), MemberType = typeof(GoldenVectors))]
    public void Never_give_the_answer_of_unturned_rotations(GoldenVectors.Vector vector)
    {
        if (vector.WrongSignLatitude is not { } wrongLatitude || vector.WrongSignLongitude is not { } wrongLongitude)
            return;

        var unturned = Vn2000.ToWgs84Parameters
            .Replace("0.00928836,-0.01975479,0.00427372", "-0.00928836,0.01975479,-0.00427372", StringComparison.Ordinal);
        var wrong = With(vector.Zone, unturned).ToWgs84(new(vector.Northing, vector.Easting));
        var right = vector.Zone.ToWgs84(new(vector.Northing, vector.Easting));

        Assert.Equal(wrongLatitude, wrong.Latitude, Degree);
        Assert.Equal(wrongLongitude, wrong.Longitude, Degree);
        Assert.InRange(GeodesicMeasure.DistanceMetres(right, wrong), 0.50, 0.58);
    }

    [Fact]
    public void Never_give_the_answer_of_EPSG_5194()
    {
        var grid = new GridPosition(Northing: 1164915.324, Easting: 572400.671);
        var wrong = With(Vn2000Zone.LongAn, Epsg5194).ToWgs84(grid);

        Assert.InRange(GeodesicMeasure.DistanceMetres(Vn2000Zone.LongAn.ToWgs84(grid), wrong), 0.7, 0.9);
    }

    [Theory]
    [InlineData("exchanged", 9210, 572400.671, 1164915.324, 5.147690, 111.738593)]
    [InlineData("another meridian", 9209, 1164915.324, 572400.671, 10.533301, 106.163301)]
    [InlineData("the six-degree zone", 3405, 1164915.324, 572400.671, 10.536465, 105.663507)]
    public void Show_where_a_wrong_reading_of_the_same_numbers_lies(
        string reading, int srid, double northing, double easting, double latitude, double longitude)
    {
        var position = Vn2000Zone.Find(srid)!.ToWgs84(new(northing, easting));

        Assert.True(Math.Abs(latitude - position.Latitude) < 1e-6, reading);
        Assert.True(Math.Abs(longitude - position.Longitude) < 1e-6, reading);
    }

    [Fact]
    public void Return_to_where_they_started_within_a_millimetre()
    {
        foreach (var zone in Vn2000Zone.All)
        {
            var position = new Wgs84Position(10.6, zone.CentralMeridian + 0.6);
            var there = zone.FromWgs84(position);
            var back = zone.FromWgs84(zone.ToWgs84(there));

            Assert.Equal(there.Northing, back.Northing, 1e-3);
            Assert.Equal(there.Easting, back.Easting, 1e-3);
        }
    }

    static Vn2000Transformation With(Vn2000Zone zone, string parameters) =>
        new(zone.WellKnownText.Replace(Vn2000.ToWgs84Parameters, parameters, StringComparison.Ordinal));
}

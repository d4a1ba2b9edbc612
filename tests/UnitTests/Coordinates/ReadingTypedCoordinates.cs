using CsCheck;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.UnitTests.Coordinates;

public class ReadingTypedCoordinates
{
    [Theory]
    [InlineData("10.5333, 106.4133")]
    [InlineData("10.5333,106.4133")]
    [InlineData("10.5333 106.4133")]
    [InlineData("10,5333 106,4133")]
    [InlineData("10,5333; 106,4133")]
    [InlineData("10,5333, 106,4133")]
    [InlineData("(10.5333, 106.4133)")]
    [InlineData("10.5333N 106.4133E")]
    [InlineData("N 10.5333, E 106.4133")]
    [InlineData("lat: 10.5333, lon: 106.4133")]
    [InlineData("lon=106.4133 lat=10.5333")]
    [InlineData("Vĩ độ 10,5333 - Kinh độ 106,4133")]
    [InlineData("10.5333° B, 106.4133° Đ")]
    [InlineData("10°31'59.88\"N 106°24'47.88\"E")]
    [InlineData("10°31′59,88″B 106°24′47,88″Đ")]
    [InlineData("10°31'59.88'' 106°24'47.88''")]
    [InlineData("106°24'47.88\"Đ, 10°31'59.88\" Bắc")]
    [InlineData("10° 31.998' N, 106° 24.798' E")]
    [InlineData("WGS84: 10.5333 106.4133")]
    public void Degrees_are_a_position_on_wgs84(string text)
    {
        var reading = Assert.Single(CoordinateText.Read(text).Readings);

        Assert.Equal(10.5333, reading.Position.Latitude, 1e-9);
        Assert.Equal(106.4133, reading.Position.Longitude, 1e-9);
        Assert.Null(reading.Zone);
        Assert.False(reading.Exchanged);
    }

    [Fact]
    public void Longitude_written_first_is_read_and_said()
    {
        var reading = Assert.Single(CoordinateText.Read("106.4133, 10.5333").Readings);

        Assert.Equal(new(10.5333, 106.4133), reading.Position);
        Assert.True(reading.Exchanged);
        Assert.Contains("kinh độ được viết trước", reading.Meaning.Vi, StringComparison.Ordinal);
        Assert.Contains("longitude was written first", reading.Meaning.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X=1164915.324 Y=572400.671", false)]
    [InlineData("1164915.324 572400.671", false)]
    [InlineData("1164915,324 572400,671", false)]
    [InlineData("1.164.915,324 572.400,671", false)]
    [InlineData("1.164.915,324; 572.400,671", false)]
    [InlineData("1,164,915.324, 572,400.671", false)]
    [InlineData("1 164 915.324 572 400.671", false)]
    [InlineData("1164915.324,572400.671", false)]
    [InlineData("VN-2000 X: 1164915,324 m, Y: 572400,671 m", false)]
    [InlineData("E 572400.671 N 1164915.324", false)]
    [InlineData("Y=572400.671 X=1164915.324", false)]
    [InlineData("572400.671 1164915.324", true)]
    [InlineData("X=572400.671 Y=1164915.324", true)]
    public void Metres_are_read_on_the_grid_of_Long_An_first(string text, bool exchanged)
    {
        var reading = CoordinateText.Read(text).Readings[0];

        Assert.Equal(10.5333, reading.Position.Latitude, 1e-8);
        Assert.Equal(106.4133, reading.Position.Longitude, 1e-8);
        Assert.Equal(Vn2000Zone.LongAn, reading.Zone);
        Assert.Equal(exchanged, reading.Exchanged);
        Assert.Equal(exchanged, reading.Meaning.Vi.Contains("đổi chỗ", StringComparison.Ordinal));
    }

    [Fact]
    public void Metres_that_fit_several_grids_get_a_reading_for_each()
    {
        var readings = CoordinateText.Read("1250766.452 537792.540").Readings;

        Assert.Equal([Vn2000Zone.LongAn, Vn2000Zone.FormerTayNinh], readings.Select(reading => reading.Zone).Take(2));
        Assert.Contains("105°45′", readings[0].Meaning.Vi, StringComparison.Ordinal);
        Assert.Contains("105°30′", readings[1].Meaning.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1250810.474 565083.535 105°30'")]
    [InlineData("KTT 105°30' X=1250810.474 Y=565083.535")]
    [InlineData("Kinh tuyến trục 105°30′: 1.250.810,474 565.083,535")]
    [InlineData("EPSG:9209 1250810.474 565083.535")]
    public void A_named_meridian_settles_the_grid(string text)
    {
        var reading = Assert.Single(CoordinateText.Read(text).Readings);

        Assert.Equal(Vn2000Zone.FormerTayNinh, reading.Zone);
        Assert.Equal(11.31, reading.Position.Latitude, 1e-8);
        Assert.Equal(106.098, reading.Position.Longitude, 1e-8);
    }

    [Fact]
    public void A_withdrawn_code_is_refused_with_its_reason()
    {
        var answer = CoordinateText.Read("EPSG:6957 1164915.324 572400.671");

        Assert.Empty(answer.Readings);
        Assert.Contains("6957", answer.Refusal!.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("21.0285, 105.8542", "ngoài tỉnh")]
    [InlineData("48.8584 2.2945", "ngoài Việt Nam")]
    [InlineData("10.5° S 106.4° E", "ngoài Việt Nam")]
    public void A_place_elsewhere_is_said_to_be_elsewhere(string text, string said) =>
        Assert.Contains(said, Assert.Single(CoordinateText.Read(text).Readings).Meaning.Vi, StringComparison.Ordinal);

    [Theory]
    [InlineData("Đức Hòa")]
    [InlineData("QL 62")]
    [InlineData("KCN 1 2")]
    [InlineData("10 106")]
    [InlineData("đường 830 831")]
    [InlineData("1.5 2.5")]
    [InlineData("95.5 200.5")]
    [InlineData("10°75' 106°10'")]
    [InlineData("1 2 3 4 5 6 7 8 9 10")]
    [InlineData("lat=10.5333&lon")]
    [InlineData("'")]
    [InlineData("°")]
    [InlineData("")]
    [InlineData("686/QĐ-TTg 13/6/2023")]
    public void Other_texts_are_no_coordinates(string text) => Assert.Empty(CoordinateText.Read(text).Readings);

    [Fact]
    public void Any_text_at_all_is_answered_in_reasonable_time()
    {
        Gen.String[Gen.Char["0123456789.,-°'\" NEBĐXY=;epsgEPSG:\uD800\0"], 0, 200]
            .Sample(text => CoordinateText.Read(text).Readings.All(reading => reading.Position.IsOnTheGlobe));
        Assert.Empty(CoordinateText.Read(new string('1', 100_000)).Readings);
    }

    [Fact]
    public void A_position_as_written_for_people_is_read_back() =>
        Gen.Select(Gen.Double[10.4, 11.8], Gen.Double[105.5, 106.8], Gen.Bool).Sample((latitude, longitude, english) =>
        {
            var position = new Wgs84Position(latitude, longitude);
            var degrees = CoordinateText.Read(CoordinateFormat.Wgs84(position, english)).Readings[0].Position;
            var metres = CoordinateText.Read(CoordinateFormat.Grid(Vn2000Zone.LongAn.FromWgs84(position), english)).Readings[0].Position;
            return GeodesicMeasure.DistanceMetres(position, degrees) < 0.1
                && GeodesicMeasure.DistanceMetres(position, metres) < 0.002;
        });

    [Fact]
    public void Numbers_are_written_in_the_convention_of_the_reader()
    {
        var position = new Wgs84Position(10.5333, 106.4133);
        var grid = new GridPosition(Northing: 1164915.324, Easting: 572400.671);

        Assert.Equal("10,533300° B; 106,413300° Đ", CoordinateFormat.Wgs84(position, english: false));
        Assert.Equal("10.533300° N, 106.413300° E", CoordinateFormat.Wgs84(position, english: true));
        Assert.Equal("X 1.164.915,324; Y 572.400,671", CoordinateFormat.Grid(grid, english: false));
        Assert.Equal("X 1,164,915.324, Y 572,400.671", CoordinateFormat.Grid(grid, english: true));
    }
}
